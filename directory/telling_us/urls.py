"""Addresses on which people tell us things: pages, then the API."""

from django.urls import path

from directory.telling_us import api, views

urlpatterns = [
    path("listing/<uuid:pk>/wrong/", views.wrong, name="wrong"),
    path("listing/<uuid:pk>/wrong/thanks/", views.told, {"what": "wrong"}, name="wrong_told"),
    path("listing/<uuid:pk>/wrong/unsafe/", views.told, {"what": "unsafe"}, name="unsafe_told"),
    path("listing/<uuid:pk>/useful/", views.useful, name="useful"),
    path("listing/<uuid:pk>/useful/thanks/", views.told, {"what": "useful"}, name="useful_told"),
    path("listing/<uuid:pk>/useful/<uuid:key>/", views.useful_words, name="useful_words"),
    path("listing/<uuid:pk>/change/", views.suggest, name="suggest"),
    path("listing/<uuid:pk>/change/thanks/", views.told, {"what": "change"}, name="suggest_told"),
    path("new-group/", views.new_group, name="new_group"),
    path("new-group/<uuid:key>/", views.new_group_sent, name="new_group_sent"),
    path("api/v1/services/<uuid:pk>/reports/", api.NewReport.as_view(), name="api_report"),
    path("api/v1/services/<uuid:pk>/usefulness/", api.NewUsefulness.as_view(), name="api_useful"),
    path("api/v1/services/<uuid:pk>/changes/", api.NewChange.as_view(), name="api_suggest"),
    path("api/v1/new-groups/", api.NewGroup.as_view(), name="api_new_group"),
]
