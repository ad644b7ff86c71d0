"""Addresses of the front door."""

from django.urls import path

from connect.people import views

urlpatterns = [
    path("home/", views.home, name="home"),
    path("home/role/", views.choose_role, name="choose_role"),
    path("home/proven/", views.proven, name="proven"),
]
