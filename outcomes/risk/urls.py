"""Addresses of the index of risk."""

from django.urls import path

from outcomes.risk import views

urlpatterns = [
    path("reports/risk/", views.risk, name="risk"),
    path("reports/risk/<slug:slug>/", views.risk, name="risk"),
    path("reports/risk/<slug:slug>/small/", views.risk_small, name="risk_small"),
    path("reports/risk/<slug:slug>/weights/", views.risk_weights, name="risk_weights"),
]
