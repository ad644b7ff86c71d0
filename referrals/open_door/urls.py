"""Addresses for whoever has no account: residents, workers by their e-mail, the person; and for who keys in."""

from django.urls import path

from referrals.open_door import asker, keyed_in, outside, own, own_code, resident

urlpatterns = [
    path("some-company/", resident.some_company, name="some_company"),
    path("some-company/sent/<uuid:key>/", resident.company_sent, name="company_sent"),
    path("some-company/paper/", resident.paper_form, name="paper_form"),
    path("key-in/", keyed_in.key_in, name="key_in"),
    path("key-in/sent/<uuid:key>/", keyed_in.keyed_in, name="keyed_in"),
    path("people/<uuid:pk>/asker-off/", asker.asker_off, name="asker_off"),
    path("without-account/", outside.without_account, name="without_account"),
    path("without-account/letter/", outside.letter_sent, name="letter_sent"),
    path("without-account/refer/", outside.outside, name="outside"),
    path("without-account/refer/sent/<uuid:key>/", outside.outside_sent, name="outside_sent"),
    path("status/", outside.status, name="status"),
    path("status/write/", outside.status_write, name="status_write"),
    path("status/off/", outside.status_off, name="status_off"),
    path("your-page/code/", own_code.ask_code, name="ask_code"),
    path("your-page/code/<uuid:pk>/", own_code.enter_code, name="enter_code"),
    path("your-page/", own.own_page, name="own_page"),
    path("your-page/reach/", own.own_reach, name="own_reach"),
    path("your-page/yes/", own.own_yes, name="own_yes"),
    path("your-page/ring/", own.own_ring, name="own_ring"),
    path("your-page/tell/", own.own_tell, name="own_tell"),
    path("your-page/stop/", own.own_stop, name="own_stop"),
    path("your-page/leave/", own.own_leave, name="own_leave"),
]
