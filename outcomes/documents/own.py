"""On the person's own page: asking for a copy of everything that is kept about them."""

import uuid
from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from connect.forms import form_page
from connect.messaging.models import Link
from connect.people.access import by_link
from outcomes.documents import actions
from outcomes.documents.models import AccessRequest
from referrals.models import Referral
from referrals.open_door.own import owning


@by_link("SAR", "C")
@form_page
@owning
def own_copy(request: HttpRequest, referral: Referral, link: Link) -> HttpResponse:
    """Opened, it says how it goes; only the button asks. Pressed twice, asked once."""
    if request.method == "POST":
        with suppress(actions.AskedAlready):
            actions.own_copy(referral, key=uuid.uuid4())
    row = AccessRequest.objects.filter(referral=referral).waiting().first()
    return render(request, "outcomes/documents/own_copy.html", {"referral": referral, "row": row})
