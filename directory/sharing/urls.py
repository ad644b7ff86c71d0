"""Addresses of keeping, sending and collecting listings."""

from django.urls import path

from directory.sharing import downloads, sending, views

urlpatterns = [
    path("shortlist/", views.own_list, name="shortlist"),
    path("shortlist/keep/", views.keep, name="keep"),
    path("shortlist/qr.svg", downloads.shortlist_qr, name="shortlist_qr"),
    path("shortlist/calendar.ics", downloads.shortlist_calendar, name="shortlist_calendar"),
    path("listing/<uuid:pk>/poster/", views.poster, name="poster"),
    path("listing/<uuid:pk>/qr.svg", downloads.listing_qr, name="listing_qr"),
    path("listing/<uuid:pk>/calendar.ics", downloads.listing_calendar, name="listing_calendar"),
    path("place/<uuid:pk>/calendar.ics", downloads.place_calendar, name="place_calendar"),
    path("s/<str:key>/", views.opened, name="opened"),
    path("send/", sending.send, name="send"),
    path("send/handed/", sending.handed, name="handed"),
]
