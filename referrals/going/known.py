"""What a connector knows of one session: from whom, and when they said so; beside what others said."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from connect.audit.actions import saw
from connect.people.access import requires
from referrals.belonging import Occasion
from referrals.case import views
from referrals.going import actions as going
from referrals.going.forms import KnownForm


@requires("ATTENDANCE", "U")
@views.posts
def heard(request: HttpRequest, pk: uuid.UUID, occasion_pk: uuid.UUID) -> HttpResponse:
    """They went, or did not, says whoever is named; and how it was, where they told it."""
    referral = views.held_row(request, pk)
    rows = Occasion.objects.select_related("connection", "referral")
    occasion = get_object_or_404(rows, pk=occasion_pk, referral=referral)
    form = KnownForm(request.POST, occasion=occasion)
    if form.is_valid():
        _note(request, occasion, form)
    else:
        messages.error(request, " ".join(str(said) for errors in form.errors.values() for said in errors))
    saw(request, [referral.person_id])
    return redirect("person", pk)


def _note(request: HttpRequest, occasion: Occasion, form: KnownForm) -> None:
    said = form.cleaned_data
    try:
        going.answer(occasion, said_by=said["who"], answer=said["answer"], by=request.user, said_at=form.said_at)
    except going.TooEarly:
        messages.error(request, _("It has not begun yet"))
        return
    if said["liked"]:
        going.note_how_it_was(occasion, answer=said["liked"], by=request.user)
