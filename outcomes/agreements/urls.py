"""Agreements about exact figures."""

from django.urls import path

from outcomes.agreements import views

urlpatterns = [
    path("running/exact-figures/", views.agreements, name="agreements"),
    path("running/exact-figures/<uuid:pk>/end/", views.end_agreement, name="end_agreement"),
]
