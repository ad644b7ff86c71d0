"""Addresses of what is missing: the report, what a closure would do, and the wish list."""

from django.urls import path

from outcomes.missing import views, wishes

urlpatterns = [
    path("reports/missing/", views.missing, name="unmet"),
    path("reports/missing/stops/", views.stops, name="stops"),
    path("wishes/", wishes.wishes, name="wishes"),
    path("wishes/new/", wishes.wish_new, name="wish_new"),
    path("wishes/<uuid:pk>/", wishes.wish, name="wish"),
    path("wishes/<uuid:pk>/change/", wishes.wish_change, name="wish_change"),
]
