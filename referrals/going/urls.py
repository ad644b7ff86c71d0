"""Addresses of what a person says about going."""

from django.urls import path

from referrals.going import replying

urlpatterns = [
    path("reply/", replying.reply, name="reply"),
    path("reply/thanks/", replying.thanks, name="thanks"),
]
