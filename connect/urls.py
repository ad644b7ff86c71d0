"""Every address of the house; the floors above are named as strings."""

from django.urls import include, path

from connect import apidocs, pages
from connect.people import signing_out

handler500 = "connect.pages.fault"
urlpatterns = [
    path("", include("directory.urls")),
    path("", include("referrals.urls")),
    path("", include("outcomes.urls")),
    path("", include("connect.people.urls")),
    path("", include("connect.messaging.urls")),
    path("accounts/email/", pages.nowhere, name="account_email"),  # whose account it is, is not theirs to change
    path("accounts/logout/", signing_out.sign_out, name="account_logout"),
    path("accounts/", include("allauth.urls")),
    path("language/", include("django.conf.urls.i18n")),
    path("accessibility/", pages.accessibility, name="accessibility"),
    path("privacy/", pages.privacy, name="privacy"),
    path("cookies/", pages.cookies, name="cookies"),
    path("components/", pages.components, name="components"),
    path("theme.css", pages.theme_css, name="theme_css"),
    path("api/v1/", apidocs.api, name="api"),
    path("api/v1/schema/", apidocs.schema, name="schema"),
]
