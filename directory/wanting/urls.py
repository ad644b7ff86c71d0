"""Addresses of a listing's questions and papers."""

from django.urls import path

from directory.wanting import views

urlpatterns = [
    path("desk/<uuid:pk>/wanted/", views.desk_wanted, name="desk_wanted"),
    path("your-listing/wanted/", views.your_wanted, name="your_wanted"),
]
