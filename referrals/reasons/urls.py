"""Addresses of a scheme's reasons."""

from django.urls import path

from referrals.reasons import views

urlpatterns = [
    path("running/reasons/", views.reasons, name="reasons"),
    path("running/reasons/<uuid:pk>/", views.scheme_reasons, name="scheme_reasons"),
]
