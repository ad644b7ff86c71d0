"""Addresses of the threads."""

from django.urls import path

from referrals.threads import replying, views

urlpatterns = [
    path("people/<uuid:pk>/messages/", views.words, name="words"),
    path("referrals/<uuid:pk>/messages/", views.words_with_team, name="words_with_team"),
    path("messages/unread/", views.unread, name="unread"),
    path("messages/organiser/", replying.organiser_words, name="organiser_words"),
]
