"""The demo's clock: nobody trying it out wants to wait until next Tuesday. There is no such page anywhere else."""

from datetime import datetime, time, timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from connect.identity import acting_as
from connect.messaging import hours
from connect.people.access import public
from referrals.belonging import Occasion

LENGTH, AGO = timedelta(hours=2), timedelta(hours=4)


@public
@require_POST
def hurry(request: HttpRequest) -> HttpResponse:
    """Move the sessions to come to tomorrow, or let them be over; the worker does the rest at its next pulse."""
    if not settings.DEMO:
        raise Http404
    now = timezone.now()
    with acting_as("seed"):
        coming = Occasion.objects.filter(asked_at=None, called_off_at=None, starts_at__gt=now)
        for occasion in coming.order_by("connection", "starts_at").distinct("connection"):  # the next of each
            _move(occasion, now - AGO if request.POST.get("to") == "after" else hours.days_from(now, 1, time(12)))
    return redirect("mailbox")


def _move(occasion: Occasion, starts_at: datetime) -> None:
    Occasion.objects.filter(pk=occasion.pk).update(starts_at=starts_at, ends_at=starts_at + LENGTH)
