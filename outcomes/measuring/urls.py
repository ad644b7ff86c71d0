"""Addresses of the readings."""

from django.urls import path

from outcomes.measuring import answering, views

urlpatterns = [
    path("people/<uuid:pk>/readings/", views.readings, name="readings"),
    path("people/<uuid:pk>/readings/<slug:slug>/", views.take_reading, name="take_reading"),
    path("people/<uuid:pk>/readings/send/now/", views.send_questions, name="send_questions"),
    path("questions/", answering.questions, name="questions"),
    path("questions/stop/", answering.questions_stop, name="questions_stop"),
    path("questions/thanks/", answering.questions_thanks, name="questions_thanks"),
    path("readings/sheets/<slug:slug>/", views.reading_sheet, name="reading_sheet"),
]
