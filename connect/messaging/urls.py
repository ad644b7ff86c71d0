"""Addresses of messaging: the door of signed links, and the demo's mailbox."""

from django.urls import path

from connect.messaging import views

urlpatterns = [
    path("l/<str:token>/", views.link, name="link"),
    path("mailbox/", views.mailbox, name="mailbox"),
    path("mailbox/<uuid:reference>/", views.letter, name="letter"),
]
