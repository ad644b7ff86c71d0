"""Addresses around a session's register."""

from django.urls import path

from referrals.sessions import register

urlpatterns = [
    path("register/", register.register, name="register"),
    path("register/thanks/", register.register_thanks, name="register_thanks"),
]
