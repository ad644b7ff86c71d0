"""Addresses of what the referrer hears, and of what our words mean."""

from django.urls import path

from referrals.hearing import views

urlpatterns = [
    path("referrals/became/", views.became, name="became"),
    path("definitions/", views.definitions, name="definitions"),
]
