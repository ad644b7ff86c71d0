"""Addresses of the framework."""

from django.urls import path

from outcomes.framework import views

urlpatterns = [
    path("aims/", views.frameworks, name="frameworks"),
    path("aims/outcomes/<uuid:pk>/", views.outcome_goals, name="outcome_goals"),
    path("aims/<slug:slug>/change/", views.framework, name="framework"),
]
