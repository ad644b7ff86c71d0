"""Addresses of the views of the reports that somebody keeps."""

from django.urls import path

from outcomes.kept_views import views

urlpatterns = [
    path("reports/kept/", views.kept_views, name="kept_views"),
    path("reports/kept/<uuid:pk>/", views.kept_view, name="kept_view"),
    path("reports/kept/<uuid:pk>/change/", views.kept_view_change, name="kept_view_change"),
]
