"""Addresses of the front door."""

from django.urls import include, path

from connect.people import views

urlpatterns = [
    path("", include("connect.people.training.urls")),
    path("", include("connect.people.running.urls")),
    path("", include("connect.people.champions.urls")),
    path("home/", views.home, name="home"),
    path("home/proven/", views.proven, name="proven"),
    path("home/role/", views.choose_role, name="choose_role"),
]
