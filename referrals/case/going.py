"""What the connector knows of whether somebody went."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from connect.people.access import requires
from referrals.belonging import Occasion
from referrals.case import views
from referrals.going import actions as going
from referrals.states import Answer, Says


@requires("ATTENDANCE", "U")
@views.posts
def heard(request: HttpRequest, pk: uuid.UUID, occasion_pk: uuid.UUID) -> HttpResponse:
    """What the connector knows about one session, beside what others said."""
    referral = views.held_row(request, pk)
    occasion = get_object_or_404(
        Occasion.objects.select_related("connection", "referral"), pk=occasion_pk, referral=referral
    )
    if request.POST.get("answer") in (Answer.WENT, Answer.NOT):
        try:
            going.answer(occasion, said_by=Says.CONNECTOR, answer=request.POST["answer"], by=request.user)
        except going.TooEarly:
            messages.error(request, _("It has not begun yet"))
    return redirect("person", pk)
