"""Addresses of first visits, of how it was, and of small steps."""

from django.urls import path

from referrals.accompanying import companion, ladder, views

urlpatterns = [
    path("first-visits/begin/<uuid:pk>/", views.begin_first_visit, name="begin_first_visit"),
    path("first-visits/<uuid:pk>/", views.first_visit, name="first_visit"),
    path("going-along/", views.going_along, name="going_along"),
    path("going-along/<uuid:pk>/", views.how_it_was, name="how_it_was"),
    path("going-along/<uuid:pk>/seen/", views.missed_seen, name="missed_seen"),
    path("companion/", companion.companion, name="companion"),
    path("companion/thanks/", companion.companion_thanks, name="companion_thanks"),
    path("people/<uuid:pk>/steps/", ladder.small_steps, name="small_steps"),
    path("steps/<uuid:pk>/said/", ladder.step_said, name="step_said"),
]
