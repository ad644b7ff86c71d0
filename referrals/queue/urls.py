"""Addresses of the queue, and of those who wait."""

from django.urls import path

from referrals.queue import api, views, waiting

urlpatterns = [
    path("queue/", views.queue, name="queue"),
    path("queue/give/", views.assign, name="assign"),
    path("queue/load/", views.team_load, name="team_load"),
    path("queue/load/<uuid:pk>/", views.capacity, name="capacity"),
    path("queue/waiting/", waiting.waiting_list, name="waiting_list"),
    path("queue/waiting/<uuid:pk>/", waiting.while_waiting, name="while_waiting"),
    path("people/<uuid:pk>/claim/", views.claim, name="claim"),
    path("people/<uuid:pk>/release/", views.release, name="release"),
    path("people/<uuid:pk>/while-they-wait/", waiting.plan, name="plan_waiting"),
    path("api/v1/queue/wait/", api.Wait.as_view(), name="api_wait"),
    path("api/v1/referrals/<uuid:pk>/claim/", api.Claim.as_view(), name="api_claim"),
    path("api/v1/referrals/<uuid:pk>/release/", api.Release.as_view(), name="api_release"),
    path("api/v1/referrals/<uuid:pk>/assign/", api.Assign.as_view(), name="api_assign"),
]
