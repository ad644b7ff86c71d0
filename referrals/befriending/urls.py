"""Addresses of befriending: for anybody, by a link, for volunteers, and for those who coordinate."""

from django.urls import path

from referrals.befriending import mileage, public, together, volunteering, volunteers, work

urlpatterns = [
    path("befriend/", public.befriend, name="befriend"),
    path("befriend/sent/", public.befriend_sent, name="befriend_sent"),
    path("befriend/confirm/", public.befriend_confirm, name="befriend_confirm"),
    path("befriend/reference/", public.reference, name="reference"),
    path("befriend/asked/", volunteering.befriend_asked, name="befriend_asked"),
    path("befriend/visits/", volunteering.befriender_visits, name="befriender_visits"),
    path("befriend/visits/thanks/", volunteering.befriender_thanks, name="befriender_thanks"),
    path("befriending/mine/", volunteering.my_befriending, name="my_befriending"),
    path("befriending/mine/<uuid:pk>/", volunteering.my_match, name="my_match"),
    path("befriending/", work.befriending, name="befriending"),
    path("befriending/people/", work.befriender_people, name="befriender_people"),
    path("befriending/rules/", work.befriending_rules, name="befriending_rules"),
    path("befriending/mileage/", mileage.befriending_mileage, name="befriending_mileage"),
    path("befriending/to-read/", together.visits_to_read, name="visits_to_read"),
    path("befriending/visits/<uuid:pk>/read/", together.visit_read, name="visit_read"),
    path("befriending/volunteers/", volunteers.volunteers, name="volunteers"),
    path("befriending/volunteers/<uuid:pk>/", volunteers.volunteer, name="volunteer"),
    path("befriending/volunteers/<uuid:pk>/talked/", volunteers.volunteer_talked, name="volunteer_talked"),
    path("befriending/volunteers/<uuid:pk>/approve/", volunteers.volunteer_approve, name="volunteer_approve"),
    path("befriending/volunteers/<uuid:pk>/stand/", volunteers.volunteer_stand, name="volunteer_stand"),
    path("befriending/volunteers/<uuid:pk>/check/", volunteers.volunteer_check, name="volunteer_check"),
    path("befriending/volunteers/<uuid:pk>/training/", volunteers.volunteer_lesson, name="volunteer_lesson"),
    path("befriending/volunteers/<uuid:pk>/referee/", volunteers.volunteer_referee, name="volunteer_referee"),
    path("befriending/volunteers/<uuid:pk>/change/", volunteers.volunteer_change, name="volunteer_change"),
    path("befriending/waiting/<uuid:pk>/", work.befriender_wish, name="befriender_wish"),
    path("befriending/waiting/<uuid:pk>/propose/", work.befriender_propose, name="befriender_propose"),
    path("befriending/waiting/<uuid:pk>/gone/", work.befriender_wish_gone, name="befriender_wish_gone"),
    path("befriending/matches/<uuid:pk>/", together.befriender_match, name="befriender_match"),
    path("befriending/matches/<uuid:pk>/person/", together.befriender_person_said, name="befriender_person_said"),
    path("befriending/matches/<uuid:pk>/first/", together.befriender_arrange, name="befriender_arrange"),
    path("befriending/matches/<uuid:pk>/not/", together.befriender_not_after_all, name="befriender_not_after_all"),
    path("befriending/matches/<uuid:pk>/ending/", together.befriender_ending, name="befriender_ending"),
    path("befriending/matches/<uuid:pk>/end/", together.befriender_end, name="befriender_end"),
    path("befriending/matches/<uuid:pk>/next/", together.befriender_asked_about, name="befriender_asked_about"),
    path("people/<uuid:pk>/befriender/", work.befriender_ask, name="befriender_ask"),
]
