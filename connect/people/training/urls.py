"""Addresses of the register of training."""

from django.urls import include, path

from connect.people.training import kind_pages, views

urlpatterns = [
    path("", include("connect.people.training.booking.urls")),
    path("", include("connect.people.training.competencies.urls")),
    path("training/kinds/", kind_pages.training_kinds, name="training_kinds"),
    path("training/kinds/<slug:slug>/", kind_pages.training_kind, name="training_kind"),
    path("training/", views.training, name="training"),
    path("training/new/", views.training_new, name="training_new"),
    path("training/mine/", views.my_training, name="my_training"),
    path("training/<uuid:pk>/", views.training_session, name="training_session"),
    path("training/<uuid:pk>/add/", views.training_add, name="training_add"),
    path("training/<uuid:pk>/off/", views.training_off, name="training_off"),
]
