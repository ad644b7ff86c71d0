"""The address of what followed a training."""

from django.urls import path

from referrals.after_training import views

urlpatterns = [path("training/after/", views.after_training, name="after_training")]
