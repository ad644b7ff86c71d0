"""Addresses of running it."""

from django.urls import path

from connect.people.running import bodies, defaults, joining, members, views, wordings

urlpatterns = [
    path("running/", views.running, name="running"),
    path("running/house/", views.house, name="house"),
    path("running/rights/", views.rights, name="rights"),
    path("running/organisations/", bodies.bodies, name="bodies"),
    path("running/organisations/new/", bodies.body_new, name="body_new"),
    path("running/organisations/<uuid:pk>/", bodies.body, name="body"),
    path("running/schemes/", bodies.schemes, name="schemes"),
    path("running/schemes/new/", bodies.scheme_new, name="scheme_new"),
    path("running/schemes/<uuid:pk>/", bodies.scheme, name="scheme"),
    path("running/schemes/<uuid:pk>/shut/", bodies.scheme_shut, name="scheme_shut"),
    path("running/teams/", bodies.teams, name="teams"),
    path("running/teams/new/", bodies.team_new, name="team_new"),
    path("running/teams/<uuid:pk>/", bodies.team, name="team"),
    path("running/where-nobody-serves/", defaults.default_teams, name="default_teams"),
    path("running/where-nobody-serves/<uuid:pk>/", defaults.default_team_away, name="default_team_away"),
    path("running/people/", members.members, name="members"),
    path("running/people/invite/", members.invite, name="invite"),
    path("running/people/<uuid:pk>/", members.member, name="member"),
    path("running/people/<uuid:pk>/rest/", members.member_rest, name="member_rest"),
    path("running/people/<uuid:pk>/resume/", members.member_resume, name="member_resume"),
    path("running/people/<uuid:pk>/end/", members.member_end, name="member_end"),
    path("running/people/<uuid:pk>/move/", members.member_move, name="member_move"),
    path("running/people/<uuid:pk>/elsewhere/", members.member_elsewhere, name="member_elsewhere"),
    path("running/people/<uuid:pk>/lock/", members.member_lock, name="member_lock"),
    path("running/people/<uuid:pk>/unlock/", members.member_unlock, name="member_unlock"),
    path("running/invitations/<uuid:pk>/agree/", members.invitation_agree, name="invitation_agree"),
    path("running/invitations/<uuid:pk>/off/", members.invitation_off, name="invitation_off"),
    path("running/words/", wordings.wordings, name="wordings"),
    path("running/words/<slug:slug>/", wordings.wording, name="wording"),
    path("running/words/<slug:slug>/decide/", wordings.wording_decide, name="wording_decide"),
    path("invited/", joining.invited, name="invited"),
]
