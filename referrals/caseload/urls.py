"""Addresses of a connector's day and of the list of their people."""

from django.urls import path

from referrals.caseload import day, views

urlpatterns = [
    path("today/", day.today_page, name="today"),
    path("caseload/", views.caseload, name="caseload"),
    path("caseload/next/", views.caseload_next, name="caseload_next"),
    path("caseload/tasks/", views.caseload_tasks, name="caseload_tasks"),
    path("caseload/sheet/", views.caseload_sheet, name="caseload_sheet"),
    path("caseload/views/", views.keep_view, name="keep_view"),
    path("caseload/views/<uuid:pk>/forget/", views.forget_view, name="forget_view"),
]
