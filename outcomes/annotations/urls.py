"""Addresses of the lines beside the figures."""

from django.urls import path

from outcomes.annotations import views

urlpatterns = [
    path("reports/meanwhile/", views.annotations, name="annotations"),
    path("reports/meanwhile/<uuid:pk>/back/", views.annotation_back, name="annotation_back"),
]
