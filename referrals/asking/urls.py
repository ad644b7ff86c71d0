"""Every address of those who ask for somebody."""

from django.urls import path

from referrals.asking import api, chats, people, putting_right, views

urlpatterns = [
    path("refer/", views.refer, name="refer"),
    path("refer/where/", views.refer_where, name="refer_where"),
    path("refer/save/", views.refer_save, name="refer_save"),
    path("refer/places/", views.refer_places, name="refer_places"),
    path("refer/sent/<uuid:key>/", views.sent, name="sent"),
    path("refer/<uuid:key>/", views.refer_draft, name="refer_draft"),
    path("refer/<uuid:key>/drop/", views.refer_drop, name="refer_drop"),
    path("chats/new/", chats.chat, name="chat"),
    path("chats/thanks/", chats.chat_thanks, name="chat_thanks"),
    path("referrals/", people.referrals, name="referrals"),
    path("referrals/<uuid:pk>/", people.referral, name="referral"),
    path("referrals/<uuid:pk>/change/", putting_right.referral_change, name="referral_change"),
    path("api/v1/referrals/where/", api.WhoAnswers.as_view(), name="api_where"),
    path("api/v1/chats/", api.Chats.as_view(), name="api_chats"),
]
