"""Addresses of documents, and of copies of everything."""

from django.urls import path

from outcomes.documents import copies, own, views

urlpatterns = [
    path("people/<uuid:pk>/first-contact/", views.first_contact, name="first_contact"),
    path("people/<uuid:pk>/documents/", views.documents, name="documents"),
    path("people/<uuid:pk>/documents/referral/", views.document_referral, name="document_referral"),
    path("people/<uuid:pk>/documents/reply/", views.document_reply, name="document_reply"),
    path("people/<uuid:pk>/documents/reply/<uuid:key>/", views.document_named, name="document_named"),
    path("people/<uuid:pk>/copy/", copies.ask_copy, name="ask_copy"),
    path("copies/", copies.copies, name="copies"),
    path("copies/<uuid:pk>/", copies.copy, name="copy"),
    path("copies/<uuid:pk>/prepare/", copies.copy_prepare, name="copy_prepare"),
    path("copies/<uuid:pk>/longer/", copies.copy_longer, name="copy_longer"),
    path("copies/<uuid:pk>/call-off/", copies.copy_call_off, name="copy_call_off"),
    path("copies/<uuid:pk>/take/", copies.copy_take, name="copy_take"),
    path("copies/<uuid:pk>/given/", copies.copy_given, name="copy_given"),
    path("your-page/copy/", own.own_copy, name="own_copy"),
]
