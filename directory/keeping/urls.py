"""Addresses of the desk, the listing's form and the organiser's own page; then the API."""

from django.urls import path

from directory.keeping import desk, editing, your_listing

urlpatterns = [
    path("desk/", desk.desk, name="desk"),
    path("desk/new/", editing.desk_make, name="desk_make"),
    path("desk/templates/", editing.desk_templates, name="desk_templates"),
    path("desk/new/<uuid:pk>/", desk.desk_new, name="desk_new"),
    path("desk/changes/<uuid:pk>/take/", desk.take, name="desk_take"),
    path("desk/changes/<uuid:pk>/second/", desk.second, name="desk_second"),
    path("desk/reports/<uuid:pk>/answer/", desk.report, name="desk_report"),
    path("desk/words/<uuid:pk>/read/", desk.word_read, name="desk_word_read"),
    path("desk/history/<uuid:pk>/", desk.revision, name="desk_revision"),
    path("desk/<uuid:pk>/", desk.desk_listing, name="desk_listing"),
    path("desk/<uuid:pk>/check/", desk.check, name="desk_check"),
    path("desk/<uuid:pk>/note/", desk.note, name="desk_note"),
    path("desk/<uuid:pk>/assign/", desk.assign, name="desk_assign"),
    path("desk/<uuid:pk>/period/", desk.period, name="desk_period"),
    path("desk/<uuid:pk>/ask/", desk.ask, name="desk_ask"),
    path("desk/<uuid:pk>/history/", desk.history, name="desk_history"),
    path("desk/<uuid:pk>/branch/", editing.desk_branch, name="desk_branch"),
    path("desk/<uuid:pk>/room/", editing.desk_room, name="desk_room"),
    path("desk/<uuid:pk>/organisation/", editing.desk_numbers, name="desk_numbers"),
    path("desk/<uuid:pk>/picture/", editing.desk_picture, name="desk_picture"),
    path("desk/<uuid:pk>/<slug:subject>/", editing.edit, name="desk_edit"),
    path("listing/<uuid:pk>/watch/", desk.watch, name="watch"),
    path("listing/<uuid:pk>/picture.jpg", your_listing.picture, name="picture"),
    path("your-listing/", your_listing.your_listing, name="your_listing"),
    path("your-listing/stopped/", your_listing.your_listing_stopped, name="your_listing_stopped"),
    path("your-listing/room/", your_listing.your_listing_room, name="your_listing_room"),
    path("your-listing/shut/", your_listing.your_listing_shut, name="your_listing_shut"),
    path("your-listing/thanks/", your_listing.your_listing_thanks, name="your_listing_thanks"),
    path("your-listing/change/<slug:subject>/", your_listing.your_listing_change, name="your_listing_change"),
]
