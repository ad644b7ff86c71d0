"""Addresses of the directory: pages, then the API."""

from django.urls import include, path

from directory import api, listing_page, views

urlpatterns = [
    path("", include("directory.bulk.urls")),
    path("", include("directory.finding.urls")),
    path("", views.search, name="search"),
    path("listing/<uuid:pk>/", listing_page.listing, name="listing"),
    path("api/v1/services/", api.ServiceList.as_view(), name="api_services"),
    path("api/v1/services/<uuid:pk>/", api.ServiceDetail.as_view(), name="api_service"),
    path("", include("directory.telling_us.urls")),
    path("", include("directory.wanting.urls")),
    path("", include("directory.keeping.urls")),
    path("", include("directory.practice.urls")),
    path("", include("directory.network.urls")),
    path("", include("directory.embed.urls")),
    path("", include("directory.openreferral.urls")),
    path("", include("directory.sharing.urls")),
    path("", include("directory.wording.urls")),
]
