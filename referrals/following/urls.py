"""Addresses of what follows from going, or not."""

from django.urls import path

from referrals.following import replying, views

urlpatterns = [
    path("following/", views.following, name="following"),
    path("people/<uuid:pk>/following/<uuid:connection_pk>/<slug:kind>/", views.follow, name="follow"),
    path("measures-due/", views.measures_due, name="measures_due"),
    path("measures-due/<uuid:pk>/", views.measure_noted, name="measure_noted"),
    path("settled/", replying.settled, name="settled"),
    path("settled/thanks/", replying.settled_thanks, name="settled_thanks"),
    path("settled/why/", replying.settled_why, name="settled_why"),
    path("reply/why/", replying.why_not, name="why_not"),
]
