"""Addresses of reminders: the table under Running it, and what may not have arrived."""

from django.urls import path

from referrals.reminding import views

urlpatterns = [
    path("running/reminders/", views.reminder_table, name="reminder_table"),
    path("running/reminders/<slug:slug>/", views.reminder, name="reminder"),
    path("running/reminders/<slug:slug>/off/", views.reminder_off, name="reminder_off"),
    path("running/reminders/<slug:slug>/on/", views.reminder_on, name="reminder_on"),
    path("running/messages/<uuid:pk>/seen/", views.house_seen, name="house_seen"),
    path("reminders/mine/", views.my_reminders, name="my_reminders"),
    path("messages/not-arrived/", views.not_arrived, name="not_arrived"),
    path("messages/<uuid:pk>/seen/", views.not_arrived_seen, name="not_arrived_seen"),
]
