"""Addresses of small helps: for those who ask for somebody, and for helpers."""

from django.urls import path

from referrals.helping import board, views

urlpatterns = [
    path("people/<uuid:pk>/small-help/", views.small_help_ask, name="small_help_ask"),
    path("small-help/", views.small_helps, name="small_helps"),
    path("small-help/<uuid:pk>/", views.small_help, name="small_help"),
    path("small-help/<uuid:pk>/introduce/", views.small_help_introduce, name="small_help_introduce"),
    path("small-help/<uuid:pk>/step/", views.small_help_step, name="small_help_step"),
    path("helping/", board.helping, name="helping"),
    path("helping/<uuid:pk>/", board.help_offer, name="help_offer"),
    path("helping/<uuid:pk>/back/", board.help_offer_back, name="help_offer_back"),
    path("helping/<uuid:pk>/mine/", board.help_mine, name="help_mine"),
    path("helping/<uuid:pk>/done/", board.help_done, name="help_done"),
]
