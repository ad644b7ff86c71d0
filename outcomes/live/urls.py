"""The addresses of a team's own numbers."""

from django.urls import path

from outcomes.live import views

urlpatterns = [
    path("reports/team/", views.live_numbers, name="live_numbers"),
    path("reports/team/<slug:key>/", views.live_rows, name="live_rows"),
]
