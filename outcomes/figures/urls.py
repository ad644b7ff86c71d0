"""The figures as files; "period" is known to whoever includes them."""

from django.urls import path

from outcomes.figures import views

urlpatterns = [
    path("reports/<period:period>/figures.csv", views.figures_csv, name="figures_csv"),
    path("reports/<period:period>/figures.xlsx", views.figures_xlsx, name="figures_xlsx"),
]
