"""Addresses of places at trainings: for anybody, for whoever has one, and for whoever keeps the session."""

from django.urls import path

from connect.people.training import certificates
from connect.people.training.booking import api, pages, staff

urlpatterns = [
    path("training/coming/", pages.training_coming, name="training_coming"),
    path("training/coming/<uuid:pk>/", pages.training_book, name="training_book"),
    path("training/asked/", pages.training_asked, name="training_asked"),
    path("training/place/<uuid:pk>/", pages.my_place, name="my_place"),
    path("your-training/", pages.your_booking, name="your_booking"),
    path("your-training/certificate/", certificates.your_certificate, name="your_certificate"),
    path("training/certificate/<uuid:pk>/", certificates.training_certificate, name="training_certificate"),
    path("certificate/", certificates.certificate_check, name="certificate_check"),
    path("training/plan/", staff.training_plan, name="training_plan"),
    path("training/<uuid:pk>/change/", staff.training_change, name="training_change"),
    path("training/<uuid:pk>/call-off/", staff.training_call_off, name="training_call_off"),
    path("training/<uuid:pk>/who-came/", staff.training_take, name="training_take"),
    path("api/v1/training/", api.ComingTrainings.as_view(), name="api_training"),
    path("training-register/", staff.training_register, name="training_register"),
]
