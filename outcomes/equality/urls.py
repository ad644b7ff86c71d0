"""Addresses of the questions about who somebody is."""

from django.urls import path

from outcomes.equality import views

urlpatterns = [
    path("people/<uuid:pk>/equality/send/", views.equality_send, name="equality_send"),
    path("people/<uuid:pk>/equality/declined/", views.equality_declined, name="equality_declined"),
    path("people/<uuid:pk>/equality/paper/", views.equality_paper, name="equality_paper"),
    path("equality/sheet/", views.equality_sheet, name="equality_sheet"),
    path("equality/", views.equality, name="equality"),
    path("equality/thanks/", views.equality_thanks, name="equality_thanks"),
]
