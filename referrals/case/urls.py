"""Addresses of a person's page and of what hangs on it."""

from django.urls import path

from referrals.case import api, deciding, noting, phrases, to_do, views, visit_pages
from referrals.going import known

urlpatterns = [
    path("api/v1/referrals/<uuid:pk>/notes/", api.Notes.as_view(), name="api_notes"),
    path("api/v1/referrals/<uuid:pk>/next/", api.NextThing.as_view(), name="api_next"),
    path("people/<uuid:pk>/", views.person, name="person"),
    path("people/<uuid:pk>/accept/", deciding.accept, name="accept"),
    path("people/<uuid:pk>/give-back/", deciding.give_back, name="give_back"),
    path("people/<uuid:pk>/close/", deciding.close, name="close"),
    path("people/<uuid:pk>/next/", noting.next_action, name="next_action"),
    path("people/<uuid:pk>/contact/", noting.contact, name="contact"),
    path("people/<uuid:pk>/correct/<slug:kind>/<uuid:of>/", noting.correct, name="correct"),
    path("people/<uuid:pk>/take-back/", noting.take_back, name="take_back"),
    path("people/<uuid:pk>/heard/<uuid:occasion_pk>/", known.heard, name="heard"),
    path("people/<uuid:pk>/tasks/", to_do.add_task, name="add_task"),
    path("tasks/<uuid:pk>/done/", to_do.finish_task, name="finish_task"),
    path("tasks/<uuid:pk>/undo/", to_do.undo_task, name="undo_task"),
    path("people/<uuid:pk>/visit/", visit_pages.plan_visit, name="plan_visit"),
    path("visits/", visit_pages.visits, name="visits"),
    path("visits/<uuid:pk>/arrive/", visit_pages.arrive, name="arrive"),
    path("visits/<uuid:pk>/leave/", visit_pages.leave, name="leave"),
    path("visits/<uuid:pk>/longer/", visit_pages.stay_longer, name="stay_longer"),
    path("visits/<uuid:pk>/call-off/", visit_pages.call_off, name="call_off"),
    path("diary/open/", visit_pages.open_diary, name="open_diary"),
    path("diary/close/", visit_pages.close_diary, name="close_diary"),
    path("diary/<uuid:pk>/<slug:seal>.ics", visit_pages.diary_feed, name="diary_feed"),
    path("phrases/", phrases.team_phrases, name="team_phrases"),
]
