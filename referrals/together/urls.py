"""Addresses of those round one person."""

from django.urls import path

from referrals.together import alongside, views

urlpatterns = [
    path("people/<uuid:pk>/round/", views.round_ask_in, name="round_ask_in"),
    path("people/<uuid:pk>/round/lead/", views.round_lead, name="round_lead"),
    path("people/<uuid:pk>/round/others/", views.round_others, name="round_others"),
    path("round/", views.round_asked, name="round_asked"),
    path("round/<uuid:pk>/", views.round_place, name="round_place"),
    path("round/<uuid:pk>/end/", views.round_end, name="round_end"),
    path("alongside/", alongside.alongside, name="alongside"),
    path("alongside/ask/", alongside.alongside_ask, name="alongside_ask"),
    path("alongside/<uuid:pk>/", alongside.alongside_person, name="alongside_person"),
    path("alongside/<uuid:pk>/note/", alongside.alongside_note, name="alongside_note"),
    path("alongside/<uuid:pk>/task/", alongside.alongside_task, name="alongside_task"),
    path("alongside/<uuid:pk>/done/", alongside.alongside_done, name="alongside_done"),
    path("alongside/<uuid:pk>/leave/", alongside.alongside_leave, name="alongside_leave"),
]
