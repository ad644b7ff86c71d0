"""One page: what followed one's own training, and for a lead, that of their people."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.people.access import requires
from connect.people.roles import Role
from referrals.after_training import reading

A_YEAR = timedelta(days=365)


@requires("AFTER_TRAINING")
@require_safe
@never_cache
def after_training(request: HttpRequest) -> HttpResponse:
    """Numbers and no person who is helped."""
    leads = request.user.acting.role in (Role.LEAD, Role.TL)
    people = reading.of_those_led(request.user) if leads else []
    context = {
        "own": reading.of_user(request.user),
        "leads": leads,
        "people": people,
        "active": sum(one.total > 0 for one in people),
        "months": range(max((len(one.months) for one in people), default=0)),
        "chats": reading.chats_of(request.user, timezone.localdate() - A_YEAR) if leads else [],
        "fewest": reading.FEWEST,
    }
    return render(request, "referrals/after_training/after_training.html", context)
