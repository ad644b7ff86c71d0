"""Fairness and cost, and where costs are entered."""

from django.urls import path

from outcomes.costs import views

urlpatterns = [
    path("reports/fairness-and-cost/", views.fairness_and_cost, name="fairness_and_cost"),
    path("reports/costs/", views.costs, name="costs"),
]
