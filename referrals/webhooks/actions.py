"""Where an organisation's system listens, and what is owed to it: rows written with the step that causes them."""

import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from connect.audit.actions import rights_changed
from connect.identity import acting_as, reading_as
from connect.people.models import Organisation, User
from referrals.models import Referral
from referrals.webhooks.models import Hook, HookCall

MOST = 5  # addresses an organisation may have at a time


class TooMany(Exception):
    """There are as many as one organisation may have."""


@transaction.atomic
def listen(organisation: Organisation, *, address: str, by: User, made: Mapping[str, object]) -> tuple[Hook, str]:
    """The hook, and its secret, which is not shown again."""
    if Hook.objects.filter(organisation=organisation, stopped_at=None).count() >= MOST:
        raise TooMany
    secret = secrets.token_urlsafe(32)
    hook = Hook.objects.create(organisation=organisation, address=address, secret=secret, made_by=by, **made)
    rights_changed(what="hook_added", about=hook.pk, by=by, detail=_said_of(hook))
    return hook, secret


def _said_of(hook: Hook) -> str:
    """Whose it is and where it leads, without the rest of the address: a key may stand in it."""
    return f"o:{hook.organisation_id} {urlsplit(hook.address).hostname}"


@transaction.atomic
def stop(hook: Hook, *, by: User) -> None:
    """Nothing more goes there: also what is owed to it already."""
    if not Hook.objects.filter(pk=hook.pk, stopped_at=None).update(stopped_at=timezone.now()):
        return
    rights_changed(what="hook_stopped", about=hook.pk, by=by, detail=_said_of(hook))
    with acting_as("delivery"):
        HookCall.objects.owed().filter(hook=hook).update(gave_up_at=timezone.now())


def owe(referral: Referral, step: str, *, at: datetime, cause: str, told: bool) -> None:
    """One call for each system of the team's organisation; for the referrer's, only of what the referrer was told.

    The caller has made sure that the person is not restricted. Whoever takes the step need not be allowed to know who
    listens, so this works as the outbox does.
    """
    theirs = Q(organisation=referral.team.organisation_id)
    if told and referral.referring_organisation_id:
        theirs |= Q(organisation=referral.referring_organisation_id)
    with reading_as("delivery"):
        hooks = list(Hook.objects.filter(theirs, stopped_at=None).values_list("pk", flat=True))
    once = {"reference": referral.reference, "step": step, "cause": cause, "at": at}
    if hooks:
        with acting_as("delivery"):
            HookCall.objects.bulk_create([HookCall(hook_id=hook, **once) for hook in hooks], ignore_conflicts=True)


def hold_back(referrals: Iterable[Referral], *, all_but: Organisation | None = None) -> None:
    """What still waits about these does not leave; where a referrer may no longer hear, the team's own system may."""
    with acting_as("delivery"):
        calls = HookCall.objects.owed().filter(reference__in=[referral.reference for referral in referrals])
        if all_but:
            calls = calls.exclude(hook__organisation=all_but)
        calls.update(gave_up_at=timezone.now())
