"""Addresses of the steps between the first day and the last."""

from django.urls import path

from referrals.life import api, leading, views

urlpatterns = [
    path("people/<uuid:pk>/pause/", views.pause, name="pause"),
    path("people/<uuid:pk>/resume/", views.resume, name="resume"),
    path("people/<uuid:pk>/reopen/", views.reopen, name="reopen"),
    path("people/<uuid:pk>/urgent/", views.urgent, name="urgent"),
    path("people/<uuid:pk>/transfer/", views.transfer, name="transfer"),
    path("people/<uuid:pk>/keep/", views.keep, name="keep"),
    path("referrals/<uuid:pk>/withdraw/", views.withdraw, name="withdraw"),
    path("referrals/<uuid:pk>/send-again/", views.send_again, name="send_again"),
    path("late/", leading.escalated, name="escalated"),
    path("late/<uuid:pk>/", leading.settle, name="settle"),
    path("api/v1/referrals/<uuid:pk>/urgent/", api.Urgent.as_view(), name="api_urgent"),
    path("api/v1/referrals/<uuid:pk>/give-back/", api.GiveBack.as_view(), name="api_give_back"),
    path("api/v1/referrals/<uuid:pk>/close/", api.Close.as_view(), name="api_close"),
    path("api/v1/referrals/<uuid:pk>/pause/", api.Pause.as_view(), name="api_pause"),
    path("api/v1/referrals/<uuid:pk>/resume/", api.Resume.as_view(), name="api_resume"),
    path("api/v1/referrals/<uuid:pk>/withdraw/", api.Withdraw.as_view(), name="api_withdraw"),
    path("api/v1/referrals/<uuid:pk>/send-again/", api.SendAgain.as_view(), name="api_send_again"),
    path("api/v1/referrals/<uuid:pk>/reopen/", api.Reopen.as_view(), name="api_reopen"),
    path("api/v1/referrals/<uuid:pk>/transfers/", api.Transfers.as_view(), name="api_transfers"),
    path("api/v1/referrals/<uuid:pk>/keep/", api.Keep.as_view(), name="api_keep"),
]
