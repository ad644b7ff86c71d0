"""Addresses of what is known about somebody."""

from django.urls import path

from referrals.person import hiding, views

urlpatterns = [
    path("people/<uuid:pk>/particulars/", views.particulars_of, name="particulars"),
    path("people/<uuid:pk>/consents/", views.consents_of, name="consents"),
    path("people/<uuid:pk>/rounds/", views.rounds_of, name="rounds"),
    path("people/<uuid:pk>/rounds/change/", views.rounds_change, name="rounds_change"),
    path("people/<uuid:pk>/restrict/", hiding.restrict, name="restrict"),
    path("people/<uuid:pk>/reveal/", hiding.reveal, name="reveal"),
    path("people/<uuid:pk>/whereabouts/", hiding.whereabouts, name="whereabouts"),
    path("referrals/<uuid:pk>/restrict/", hiding.ask_restrict, name="ask_restrict"),
    path("restrictions/", hiding.restrictions, name="restrictions"),
    path("restrictions/<uuid:pk>/lift/", hiding.lift, name="lift_restriction"),
]
