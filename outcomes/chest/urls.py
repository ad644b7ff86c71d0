"""Addresses of the chest: open to everybody, a group's own page, and the desk of those who give."""

from django.urls import path

from outcomes.chest import desk, views

urlpatterns = [
    path("chest/", views.chest, name="chest"),
    path("chest/<uuid:pk>/ask/", views.chest_ask, name="chest_ask"),
    path("chest/sent/", views.chest_sent, name="chest_sent"),
    path("chest/ours/", views.chest_own, name="chest_own"),
    path("chest/ours/step/", views.chest_step, name="chest_step"),
    path("chest/ours/spent/", views.chest_spend, name="chest_spend"),
    path("chest/ours/told/", views.chest_tell, name="chest_tell"),
    path("running/chest/", desk.chest_desk, name="chest_desk"),
    path("running/chest/pot/", desk.chest_pot, name="chest_pot"),
    path("running/chest/<uuid:pk>/", desk.chest_application, name="chest_application"),
    path("running/chest/<uuid:pk>/decide/", desk.chest_decide, name="chest_decide"),
    path("running/chest/<uuid:pk>/paid/", desk.chest_pay, name="chest_pay"),
    path("running/chest/<uuid:pk>/spent/", desk.chest_spent, name="chest_spent"),
]
