"""Addresses of stories, and of the book."""

from django.urls import path

from outcomes.stories import book, views

urlpatterns = [
    path("people/<uuid:pk>/stories/", views.stories, name="stories"),
    path("people/<uuid:pk>/stories/yes/", views.story_yes, name="story_yes"),
    path("people/<uuid:pk>/stories/new/", views.story_new, name="story_new"),
    path("stories/waiting/", views.stories_waiting, name="stories_waiting"),
    path("stories/<uuid:pk>/", views.story, name="story"),
    path("stories/<uuid:pk>/write/", views.story_write, name="story_write"),
    path("stories/<uuid:pk>/step/", views.story_step, name="story_step"),
    path("stories/<uuid:pk>/picture.jpg", views.story_picture, name="story_picture"),
    path("story-book/", book.story_book, name="story_book"),
    path("story-book/<uuid:pk>/picture.jpg", book.book_picture, name="book_picture"),
]
