"""Addresses of the papers: as pages, and as PDF."""

from django.urls import path

from outcomes.paper import covering, views

urlpatterns = [
    path("reports/paper/", views.paper, name="paper"),
    path("reports/pilot/", views.pilot, name="pilot"),
    path("reports/cover/", covering.paper_cover, name="paper_cover"),
    path("reports/<period:period>/paper.pdf", views.paper_pdf, name="paper_pdf"),
    path("reports/<period:period>/pilot.pdf", views.pilot_pdf, name="pilot_pdf"),
]
