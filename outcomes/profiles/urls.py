"""Addresses of the pages about places."""

from django.urls import path

from outcomes.profiles import views

urlpatterns = [
    path("reports/places/", views.place_profiles, name="place_profiles"),
    path("reports/places/<slug:slug>/", views.place_profile, name="place_profile"),
]
