"""Addresses of the page for webhooks."""

from django.urls import path

from referrals.webhooks import views

urlpatterns = [
    path("webhooks/", views.webhooks, name="webhooks"),
    path("webhooks/add/", views.webhook_add, name="webhook_add"),
    path("webhooks/<uuid:pk>/stop/", views.webhook_stop, name="webhook_stop"),
]
