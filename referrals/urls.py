"""Every address of the referrals: pages, then the API."""

from django.urls import include, path

from referrals import api, hurry

urlpatterns = [
    path("", include("referrals.after_training.urls")),
    path("", include("referrals.caseload.urls")),
    path("", include("referrals.case.urls")),
    path("", include("referrals.asking.urls")),
    path("", include("referrals.going.urls")),
    path("", include("referrals.sessions.urls")),
    path("", include("referrals.introductions.urls")),
    path("", include("referrals.accompanying.urls")),
    path("", include("referrals.befriending.urls")),
    path("", include("referrals.helping.urls")),
    path("", include("referrals.crisis.urls")),
    path("", include("referrals.open_door.urls")),
    path("", include("referrals.safety.urls")),
    path("", include("referrals.alike.urls")),
    path("", include("referrals.person.urls")),
    path("", include("referrals.hearing.urls")),
    path("", include("referrals.matching.urls")),
    path("", include("referrals.threads.urls")),
    path("", include("referrals.life.urls")),
    path("", include("referrals.queue.urls")),
    path("", include("referrals.handing_over.urls")),
    path("", include("referrals.reasons.urls")),
    path("", include("referrals.webhooks.urls")),
    path("", include("referrals.following.urls")),
    path("", include("referrals.records.urls")),
    path("", include("referrals.reminding.urls")),
    path("", include("referrals.together.urls")),
    path("demo/hurry/", hurry.hurry, name="hurry"),
    path("api/v1/referrals/", api.ReferralList.as_view(), name="api_referrals"),
    path("api/v1/referrals/<uuid:pk>/", api.ReferralDetail.as_view(), name="api_referral"),
    path("api/v1/referrals/<uuid:pk>/accept/", api.Accept.as_view(), name="api_accept"),
    path("api/v1/referrals/<uuid:pk>/contacts/", api.Contacts.as_view(), name="api_contacts"),
    path("api/v1/referrals/<uuid:pk>/introductions/", api.Introductions.as_view(), name="api_introductions"),
]
