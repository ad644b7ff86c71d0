"""What a helper is written: only that there is something to read, since what it is lies behind their account."""

from django.conf import settings
from django.urls import reverse

from connect.identity import acting_as
from connect.messaging import messages
from referrals.helping.models import HelpRequest


def chosen(request: HelpRequest) -> None:
    _write(request, "help_chosen")


def over(request: HelpRequest) -> None:
    _write(request, "help_over")


def thanks(request: HelpRequest) -> None:
    _write(request, "help_thanks")


def _write(request: HelpRequest, template: str) -> None:
    """About nobody by name, and so bound to no referral: the words stand behind the helper's own sign-in."""
    helper = request.helper
    with acting_as("reminders"):  # neither a connector nor a helper may put words into the outbox by hand
        messages.queue(
            recipient_key=helper.pk,
            cause=f"{template}:{request.pk}",
            channel="email",
            to=helper.email,
            template=template,
            context={"name": helper.first_name, "address": settings.SITE_URL.rstrip("/") + reverse("helping")},
        )
