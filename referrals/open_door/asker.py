"""Whoever works with the person switches off the page of whoever asked without an account."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from connect.messaging import links
from connect.people.access import requires
from referrals.case.views import held_row, posts


@requires("CLAIM", "U")
@posts
def asker_off(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """For good, wherever its link was sent; no letter about this person reaches them any more."""
    referral = held_row(request, pk)
    links.revoke(referral.pk)
    return redirect("person", pk)
