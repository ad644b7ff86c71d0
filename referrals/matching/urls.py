"""Addresses of looking for a group with somebody."""

from django.urls import path

from referrals.matching import views

urlpatterns = [
    path("people/<uuid:pk>/matches/", views.matches, name="matches"),
    path("people/<uuid:pk>/nothing-fits/", views.nothing_fits, name="nothing_fits"),
]
