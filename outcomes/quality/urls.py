"""The address of what is to be put right."""

from django.urls import path

from outcomes.quality import views

urlpatterns = [path("to-put-right/", views.quality, name="quality")]
