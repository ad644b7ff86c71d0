"""Addresses of what a person says about going, and of stopping our messages."""

from django.urls import path

from referrals.going import replying, stop_pages

urlpatterns = [
    path("reply/", replying.reply, name="reply"),
    path("reply/how/", replying.reply_how, name="reply_how"),
    path("reply/thanks/", replying.thanks, name="thanks"),
    path("reply/stop/", stop_pages.reply_stop, name="reply_stop"),
    path("stop/", stop_pages.stop_messages, name="stop_messages"),
]
