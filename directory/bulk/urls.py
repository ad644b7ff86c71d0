"""Addresses of spreadsheets and duplicates: pages, then the API."""

from django.urls import path

from directory.bulk import api, pairs, views

urlpatterns = [
    path("desk/bulk/", views.bulk, name="bulk"),
    path("desk/bulk/columns/", views.columns, name="bulk_columns"),
    path("desk/bulk/template/", views.template, name="bulk_template"),
    path("desk/bulk/export/", views.export, name="bulk_export"),
    path("desk/bulk/<uuid:pk>/", views.upload, name="bulk_upload"),
    path("desk/bulk/<uuid:pk>/wrong/", views.wrong_rows, name="bulk_wrong_rows"),
    path("desk/duplicates/", pairs.duplicates, name="duplicates"),
    path("desk/duplicates/<uuid:pk>/", pairs.duplicate, name="duplicate"),
    path("api/v1/desk/uploads/", api.Uploads.as_view(), name="api_uploads"),
    path("api/v1/desk/uploads/<uuid:pk>/", api.OneUpload.as_view(), name="api_upload"),
    path("api/v1/desk/uploads/<uuid:pk>/take/", api.TakeUpload.as_view(), name="api_upload_take"),
    path("api/v1/desk/export/", api.Export.as_view(), name="api_export"),
    path("api/v1/desk/duplicates/", api.Duplicates.as_view(), name="api_duplicates"),
    path("api/v1/desk/duplicates/<uuid:pk>/", api.OneDuplicate.as_view(), name="api_duplicate"),
    path("api/v1/desk/merge/", api.Merge.as_view(), name="api_merge"),
]
