"""Addresses of messaging: the door of signed links, and the demo's mailbox."""

from django.urls import path

from connect.messaging import views
from connect.messaging.inbound import views as inbound

urlpatterns = [
    path("l/<str:token>/", views.link, name="link"),
    path("mailbox/", views.mailbox, name="mailbox"),
    path("mailbox/text-back/", inbound.text_back, name="text_back"),
    path("texts/in/<slug:provider>/", inbound.inbound_text, name="inbound_text"),
    path("mailbox/<uuid:reference>/", views.letter, name="letter"),
]
