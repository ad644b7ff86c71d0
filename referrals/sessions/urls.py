"""Addresses around sessions: the organiser's by link, the person's about a place, the connector's lists."""

from django.urls import path

from referrals.sessions import answering, register, views

urlpatterns = [
    path("register/", register.register, name="register"),
    path("register/thanks/", register.register_thanks, name="register_thanks"),
    path("register/print/", register.register_print, name="register_print"),
    path("register/off/", register.register_off, name="register_off"),
    path("place/", answering.place, name="place"),
    path("place/thanks/", answering.place_thanks, name="place_thanks"),
    path("caseload/registers/", views.session_list, name="session_list"),
    path("caseload/registers/<uuid:pk>/", views.key_in, name="key_in"),
    path("caseload/registers/<uuid:pk>/print/", views.key_in_print, name="key_in_print"),
    path("caseload/registers/<uuid:pk>/off/", views.session_off, name="session_off"),
    path("caseload/places/", views.places_waited_for, name="places_waited_for"),
    path("offers/<uuid:pk>/answer/", views.answer_offer, name="answer_offer"),
    path("people/<uuid:pk>/wait/", views.wait, name="wait"),
    path("people/<uuid:pk>/occasions/<uuid:occasion_pk>/off/", views.call_off, name="call_off"),
]
