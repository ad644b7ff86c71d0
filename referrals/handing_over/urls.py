"""Addresses of handing over."""

from django.urls import path

from referrals.handing_over import views

urlpatterns = [
    path("hand-over/", views.hand_over, name="hand_over"),
    path("hand-over/<uuid:pk>/", views.hand_over_from, name="hand_over_from"),
]
