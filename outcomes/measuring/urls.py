"""Addresses of the readings."""

from django.urls import path

from outcomes.measuring import answering, licence_views, team, views

urlpatterns = [
    path("people/<uuid:pk>/readings/", views.readings, name="readings"),
    path("people/<uuid:pk>/readings/<slug:slug>/", views.take_reading, name="take_reading"),
    path("people/<uuid:pk>/readings/send/now/", views.send_questions, name="send_questions"),
    path("readings/guide/", views.measure_guide, name="measure_guide"),
    path("readings/licences/", licence_views.licences, name="licences"),
    path("readings/licences/<slug:slug>/", licence_views.licence, name="licence"),
    path("readings/licences/<uuid:pk>/withdraw/", licence_views.licence_withdraw, name="licence_withdraw"),
    path("what-changed/", team.team_change, name="team_change"),
    path("questions/", answering.questions, name="questions"),
    path("questions/stop/", answering.questions_stop, name="questions_stop"),
    path("questions/thanks/", answering.questions_thanks, name="questions_thanks"),
    path("readings/sheets/<slug:slug>/", views.reading_sheet, name="reading_sheet"),
]
