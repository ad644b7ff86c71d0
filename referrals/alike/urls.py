"""Every address of those who may be one person."""

from django.urls import path

from referrals.alike import views

urlpatterns = [
    path("people/<uuid:pk>/same-as/<uuid:other>/", views.same_as, name="same_as"),
    path("people/<uuid:pk>/not-same-as/<uuid:other>/", views.not_same_as, name="not_same_as"),
    path("doubles/", views.doubles, name="doubles"),
    path("doubles/<uuid:pk>/", views.double, name="double"),
    path("doubles/<uuid:pk>/merge/", views.double_merge, name="double_merge"),
    path("doubles/<uuid:pk>/decline/", views.double_decline, name="double_decline"),
    path("doubles/<uuid:pk>/undo/", views.double_undo, name="double_undo"),
]
