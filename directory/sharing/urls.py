"""Addresses of keeping, sending and collecting listings."""

from django.urls import path

from directory.sharing import api, collecting, collections, downloads, sending, views

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
    path("collections/", collections.collections, name="collections"),
    path("collections/<slug:slug>/", collections.collection, name="collection"),
    path("desk/collections/", collecting.desk_collections, name="desk_collections"),
    path("desk/collections/<slug:slug>/", collecting.desk_collection, name="desk_collection"),
    path("desk/collections/<slug:slug>/add/", collecting.desk_collection_add, name="desk_collection_add"),
    path("desk/collections/<slug:slug>/move/", collecting.desk_collection_move, name="desk_collection_move"),
    path("desk/collections/<slug:slug>/delete/", collecting.desk_collection_delete, name="desk_collection_delete"),
    path("desk/collections/<slug:slug>/<uuid:pk>/", collecting.desk_collection_entry, name="desk_collection_entry"),
    path("send/", sending.send, name="send"),
    path("send/handed/", sending.handed, name="handed"),
    path("api/v1/collections/", api.CollectionList.as_view(), name="api_collections"),
    path("api/v1/collections/<slug:slug>/", api.CollectionDetail.as_view(), name="api_collection"),
    path("api/v1/services/<uuid:pk>/links/", api.ServiceLinks.as_view(), name="api_service_links"),
    path("api/v1/shortlist/", api.ShortlistLinks.as_view(), name="api_shortlist"),
    path("api/v1/signposts/", api.Signposts.as_view(), name="api_signposts"),
]
