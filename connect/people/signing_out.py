"""Signing out empties what pages of ours kept on that phone, whether scripts run there or not."""

from functools import wraps

from allauth.account.views import logout
from django.http import HttpRequest, HttpResponse


@wraps(logout)
def sign_out(request: HttpRequest) -> HttpResponse:
    response = logout(request)
    if request.method == "POST":
        response["Clear-Site-Data"] = '"storage"'
    return response
