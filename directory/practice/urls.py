"""Addresses of what worked."""

from django.urls import path

from directory.practice import views

urlpatterns = [
    path("practice/", views.practice, name="practice"),
    path("practice/new/", views.practice_new, name="practice_new"),
    path("practice/<uuid:pk>/", views.practice_note, name="practice_note"),
    path("practice/<uuid:pk>/change/", views.practice_change, name="practice_change"),
    path("practice/<uuid:pk>/thanks/", views.practice_thank, name="practice_thank"),
    path("practice/<uuid:pk>/read/", views.practice_read, name="practice_read"),
]
