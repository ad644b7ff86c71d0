"""Every address of the referrals: pages, then the API."""

from django.urls import include, path

from referrals import api, hurry, replies
from referrals.case import deciding, going, noting
from referrals.case import views as case
from referrals.caseload import views as caseload

urlpatterns = [
    path("", include("referrals.asking.urls")),
    path("caseload/", caseload.caseload, name="caseload"),
    path("people/<uuid:pk>/", case.person, name="person"),
    path("people/<uuid:pk>/accept/", deciding.accept, name="accept"),
    path("people/<uuid:pk>/give-back/", deciding.give_back, name="give_back"),
    path("people/<uuid:pk>/close/", deciding.close, name="close"),
    path("people/<uuid:pk>/contact/", noting.contact, name="contact"),
    path("people/<uuid:pk>/take-back/", noting.take_back, name="take_back"),
    path("people/<uuid:pk>/introduce/", going.introduce, name="introduce"),
    path("people/<uuid:pk>/heard/<uuid:occasion_pk>/", going.heard, name="heard"),
    path("reply/", replies.reply, name="reply"),
    path("reply/thanks/", replies.thanks, name="thanks"),
    path("register/", replies.register, name="register"),
    path("register/thanks/", replies.register_thanks, name="register_thanks"),
    path("", include("referrals.open_door.urls")),
    path("", include("referrals.safety.urls")),
    path("", include("referrals.person.urls")),
    path("", include("referrals.hearing.urls")),
    path("", include("referrals.matching.urls")),
    path("", include("referrals.threads.urls")),
    path("", include("referrals.life.urls")),
    path("", include("referrals.queue.urls")),
    path("demo/hurry/", hurry.hurry, name="hurry"),
    path("api/v1/referrals/", api.ReferralList.as_view(), name="api_referrals"),
    path("api/v1/referrals/<uuid:pk>/", api.ReferralDetail.as_view(), name="api_referral"),
    path("api/v1/referrals/<uuid:pk>/accept/", api.Accept.as_view(), name="api_accept"),
    path("api/v1/referrals/<uuid:pk>/contacts/", api.Contacts.as_view(), name="api_contacts"),
    path("api/v1/referrals/<uuid:pk>/introductions/", api.Introductions.as_view(), name="api_introductions"),
]
