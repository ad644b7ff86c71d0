"""Addresses of competencies."""

from django.urls import path

from connect.people.training.competencies import views

urlpatterns = [
    path("competencies/", views.competencies, name="competencies"),
    path("competencies/team/", views.competencies_team, name="competencies_team"),
    path("competencies/team/<uuid:pk>/", views.competencies_seen, name="competencies_seen"),
    path("competencies/list/", views.competency_list, name="competency_list"),
    path("competencies/list/<uuid:pk>/", views.competency, name="competency"),
    path("competencies/list/<uuid:pk>/end/", views.competency_end, name="competency_end"),
]
