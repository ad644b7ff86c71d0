"""Addresses of the readings."""

from django.urls import path

from outcomes.measuring import views

urlpatterns = [
    path("people/<uuid:pk>/readings/", views.readings, name="readings"),
    path("people/<uuid:pk>/readings/<slug:slug>/", views.take_reading, name="take_reading"),
    path("readings/sheets/<slug:slug>/", views.reading_sheet, name="reading_sheet"),
]
