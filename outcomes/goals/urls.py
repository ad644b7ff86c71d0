"""Addresses of goals."""

from django.urls import path

from outcomes.goals import answering, views

urlpatterns = [
    path("people/<uuid:pk>/goals/", views.goals, name="goals"),
    path("people/<uuid:pk>/goals/ask/", views.ask_goals, name="ask_goals"),
    path("people/<uuid:pk>/goals/sheet/", views.goals_sheet, name="goals_sheet"),
    path("goals/<uuid:pk>/rate/", views.rate_goal, name="rate_goal"),
    path("goals/<uuid:pk>/aims/", views.tie_goal, name="tie_goal"),
    path("your-goals/", answering.goals_asked, name="goals_asked"),
    path("your-goals/stop/", answering.goals_stop, name="goals_stop"),
    path("your-goals/thanks/", answering.goals_thanks, name="goals_thanks"),
]
