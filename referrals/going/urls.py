"""Addresses of what a person says about going, and of stopping our messages."""

from django.urls import path

from referrals.going import replying, stop_pages

urlpatterns = [
    path("reply/", replying.reply, name="reply"),
    path("reply/how/", replying.reply_how, name="reply_how"),
    path("reply/thanks/", replying.thanks, name="thanks"),
    path("reply/stop/", stop_pages.behind("attendance"), name="reply_stop"),
    path("settled/stop/", stop_pages.behind("settled"), name="settled_stop"),
    path("place/stop/", stop_pages.behind("place"), name="place_stop"),
    path("questions/no-messages/", stop_pages.behind("questions"), name="questions_no_messages"),
    path("your-goals/no-messages/", stop_pages.behind("goals"), name="goals_no_messages"),
    path("stop/", stop_pages.behind("stop"), name="stop_messages"),
]
