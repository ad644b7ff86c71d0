"""Addresses of introductions: the organiser's by link, and the connector's."""

from django.urls import path

from referrals.introductions import api, replying, views

urlpatterns = [
    path("api/v1/introductions/answer/", api.OrganisersAnswer.as_view(), name="api_organisers_answer"),
    path("introduction/", replying.introduction, name="introduction"),
    path("introduction/thanks/", replying.introduction_thanks, name="introduction_thanks"),
    path("introductions/", views.introductions, name="introductions"),
    path("introductions/<uuid:pk>/", views.introduced, name="introduced"),
    path("people/<uuid:pk>/introduce/", views.introduce, name="introduce"),
]
