"""Where no text and no e-mail reaches somebody as they need it, their connector is asked to ring or to write."""

import uuid

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from connect.templatetags import look
from referrals.belonging import Occasion
from referrals.case.models import Task

# "introduced" is told on the very page where a connector introduces them.
SAYS = {
    "reminder": _("Ring or write: they go on %(day)s, and texts do not reach them as they need"),
    "first_visit": _("Ring or write: their befriender comes for the first time on %(day)s. Texts do not reach them"),
    "did_you_go": _("Ring or write: did they go on %(day)s? Texts do not reach them as they need"),
}


def ask(occasion: Occasion, kind: str) -> None:
    """Once for each cause, however often the sweep comes by; nobody is asked about somebody without a connector."""
    referral = occasion.referral
    if kind not in SAYS or referral.connector_id is None:
        return
    key = uuid.uuid5(occasion.pk, f"by hand: {kind}")
    words = str(SAYS[kind]) % {"day": look.day(occasion.starts_at)}
    task = Task(
        key=key, referral=referral, words=words[:200], owner_id=referral.connector_id, due_on=timezone.localdate()
    )
    Task.objects.bulk_create([task], ignore_conflicts=True)
