"""Addresses of champions: what it is, their own page, the page they pass on, and the coordinator's."""

from django.urls import path

from connect.people.champions import coordinating, own, views

urlpatterns = [
    path("champions/", views.champions, name="champions"),
    path("champions/sent/", views.champions_sent, name="champions_sent"),
    path("champions/again/", views.champions_again, name="champions_again"),
    path("champion/", own.champion_page, name="champion_page"),
    path("champion/yes/", own.champion_yes, name="champion_yes"),
    path("champion/shop/", own.champion_brand, name="champion_brand"),
    path("champion/leave/", own.champion_leave, name="champion_leave"),
    path("with/<slug:slug>/", views.passed_on, name="passed_on"),
    path("with/<slug:slug>/poster/", views.passed_on_poster, name="passed_on_poster"),
    path("with/<slug:slug>/qr.svg", views.passed_on_qr, name="passed_on_qr"),
    path("with/<slug:slug>/logo.png", views.passed_on_logo, name="passed_on_logo"),
    path("running/champions/", coordinating.champions_desk, name="champions_desk"),
    path("running/champions/<uuid:pk>/", coordinating.champion, name="champion"),
    path("running/champions/<uuid:pk>/grant/", coordinating.champion_grant, name="champion_grant"),
    path("running/champions/<uuid:pk>/thank/", coordinating.champion_thank, name="champion_thank"),
    path("running/champions/<uuid:pk>/settle/", coordinating.champion_settle, name="champion_settle"),
    path("running/champions/<uuid:pk>/logo.png", coordinating.champion_logo, name="champion_logo"),
]
