"""Addresses of the editor's words."""

from django.urls import path

from directory.wording import views

urlpatterns = [
    path("desk/words/", views.desk_words, name="desk_words_start"),
    path("desk/words/<slug:table>/", views.desk_words, name="desk_words"),
]
