"""Addresses of the open data, each with and without its last slash; and the editors' pages about feeds."""

from django.urls import URLPattern, path

from directory.openreferral import api, feeds_api, views
from directory.openreferral.said import STUB

BELOW = STUB.removeprefix("/")


def both(address: str, view: object, name: str) -> list[URLPattern]:
    return [path(f"{BELOW}{address}/", view, name=f"{name}_slash"), path(f"{BELOW}{address}", view, name=name)]


urlpatterns = [
    *both("", api.root, "oruk"),
    path(f"{BELOW}/openapi.json", api.openapi, name="oruk_openapi"),
    *both("/services", api.services, "oruk_services"),
    *both("/services/<str:key>", api.service, "oruk_service"),
    *both("/taxonomies", api.taxonomies, "oruk_taxonomies"),
    *both("/taxonomies/<str:key>", api.taxonomy, "oruk_taxonomy"),
    *both("/taxonomy_terms", api.terms, "oruk_terms"),
    *both("/taxonomy_terms/<str:key>", api.term, "oruk_term"),
    *both("/service_at_locations", api.at_locations, "oruk_at_locations"),
    *both("/service_at_locations/<str:key>", api.at_location, "oruk_at_location"),
    *both("/organizations", api.organisations, "oruk_organisations"),
    *both("/organizations/<str:key>", api.organisation, "oruk_organisation"),
    path(f"{BELOW}/<path:path>", api.nowhere, name="oruk_nowhere"),
    path("desk/feeds/", views.desk_feeds, name="desk_feeds"),
    path("desk/feeds/<int:feed>/", views.desk_feed, name="desk_feed"),
    path("desk/feeds/<int:feed>/read/", views.desk_feed_read, name="desk_feed_read"),
    path("desk/feeds/readings/<uuid:pk>/", views.desk_feed_run, name="desk_feed_run"),
    path("desk/feeds/readings/<uuid:pk>/settle/", views.desk_feed_settle, name="desk_feed_settle"),
    path("api/v1/feeds/", feeds_api.FeedList.as_view(), name="api_feeds"),
    path("api/v1/feeds/<str:key>/", feeds_api.FeedDetail.as_view(), name="api_feed"),
    path("api/v1/feeds/<str:key>/read/", feeds_api.FeedRead.as_view(), name="api_feed_read"),
    path("api/v1/feeds/<str:key>/readings/", feeds_api.FeedRuns.as_view(), name="api_feed_runs"),
    path("api/v1/feed-readings/<uuid:pk>/settle/", feeds_api.RunSettle.as_view(), name="api_feed_settle"),
]
