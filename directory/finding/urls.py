"""Addresses round a search: pages, then what machines read."""

from django.urls import path

from directory.finding import api, saved, sitemap, views

urlpatterns = [
    path("near-me/", views.near_me, name="near_me"),
    path("suggestions/", views.suggestions, name="suggestions"),
    path("missing/", views.missing, name="missing"),
    path("missing/thanks/", views.missing_thanks, name="missing_thanks"),
    path("communities/", views.communities, name="communities"),
    path("not-found/", views.unfound, name="unfound"),
    path("gaps/<uuid:pk>/read/", views.gap_read, name="gap_read"),
    path("saved-searches/", saved.saved_searches, name="saved_searches"),
    path("saved-searches/keep/", saved.keep_search, name="keep_search"),
    path("saved-searches/<uuid:pk>/", saved.saved_search, name="saved_search"),
    path("saved-searches/<uuid:pk>/change/", saved.change_search, name="change_search"),
    path("saved-searches/<uuid:pk>/delete/", saved.drop_search, name="drop_search"),
    path("sitemap.xml", sitemap.sitemap_index, name="sitemap_index"),
    path("sitemap-<slug:section>.xml", sitemap.sitemap_of, name="sitemap"),
    path("robots.txt", sitemap.robots, name="robots"),
    path("api/v1/services/near/", api.ServicesNear.as_view(), name="api_services_near"),
    path("api/v1/gaps/", api.Gaps.as_view(), name="api_gaps"),
    path("api/v1/saved-searches/", api.SavedSearches.as_view(), name="api_saved_searches"),
    path("api/v1/saved-searches/<uuid:pk>/", api.SavedSearchDetail.as_view(), name="api_saved_search"),
    path("api/v1/suggestions/", api.Suggestions.as_view(), name="api_suggestions"),
    path("api/v1/needs/", api.Needs.as_view(), name="api_needs"),
    path("api/v1/audiences/", api.Audiences.as_view(), name="api_audiences"),
    path("api/v1/kinds/", api.Kinds.as_view(), name="api_kinds"),
]
