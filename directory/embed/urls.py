"""Addresses of the search box on the pages of others."""

from django.urls import path

from directory.embed import views

urlpatterns = [
    path("embed/", views.embed, name="embed"),
    path("embed/box/", views.embed_box, name="embed_box"),
    path("desk/embed/", views.embed_hosts, name="embed_hosts"),
]
