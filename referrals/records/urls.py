"""Addresses of records: opened for a reason, erased by two, kept for a time."""

from django.urls import path

from referrals.records import erase_pages, views

urlpatterns = [
    path("records/", views.records, name="records"),
    path("records/<uuid:pk>/", views.record, name="record"),
    path("records/<uuid:pk>/close/", views.record_close, name="record_close"),
    path("records/<uuid:pk>/erase/", erase_pages.erase, name="erase"),
    path("erasures/", erase_pages.erasures, name="erasures"),
    path("erasures/<uuid:pk>/", erase_pages.erasure, name="erasure"),
    path("erasures/<uuid:pk>/decide/", erase_pages.erasure_decide, name="erasure_decide"),
    path("running/kept-for/", erase_pages.kept_for, name="kept_for"),
]
