"""What a lead does: switch a crisis on, change its end, switch it off; and begin a round of checks."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from connect.audit.actions import rights_changed
from connect.identity import acting_as
from connect.messaging import hours
from connect.people.models import User
from referrals.actions import ReferralError, held, owe
from referrals.crisis import letters
from referrals.crisis.models import Crisis, CrisisCheck, CrisisRound, people_of
from referrals.models import Consent, Referral
from referrals.states import HELD, Next, Purpose

FEW_HOURS = timedelta(hours=2)


class IsOn(ReferralError):
    """A colleague switched one on a moment ago."""


class IsOff(ReferralError):
    """It is over: a colleague ended it, or its last day was."""


@transaction.atomic
def begin(*, why: str, ends_on: date, by: User, made: Mapping[str, Any]) -> Crisis:
    """From now on the team has a list of its own for it, apart from its ordinary work."""
    for one in Crisis.objects.of(by).filter(ended_at=None, ends_on__lt=timezone.localdate()):
        end(one, by=None)
    row = Crisis(team_id=by.acting.team_id, why=why, ends_on=ends_on, begun_by=by, **made)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise IsOn from error
    rights_changed(what="crisis on", about=row.pk, by=by, detail=f"until {ends_on}")
    return row


@transaction.atomic
def change(crisis: Crisis, *, why: str, ends_on: date, by: User) -> None:
    if not Crisis.objects.filter(pk=crisis.pk, ended_at=None).update(why=why, ends_on=ends_on):
        raise IsOff
    rights_changed(what="crisis changed", about=crisis.pk, by=by, detail=f"until {ends_on}")


@transaction.atomic
def end(crisis: Crisis, *, by: User | None) -> int:
    """It is over. Whom nobody has reached is owed an ordinary call today; returns how many those are."""
    rows = Crisis.objects.filter(pk=crisis.pk, ended_at=None)
    if not rows.update(ended_at=timezone.now(), ended_by=by):
        raise IsOff
    left = list(CrisisCheck.objects.filter(crisis=crisis).not_done().select_related("referral"))
    for one in left:
        letters.stop(one)
        _owe_a_call(one.referral)
    rights_changed(what="crisis off", about=crisis.pk, by=by)
    return len(left)


def _owe_a_call(referral: Referral) -> None:
    referral = held(referral)
    if referral.connector_id and referral.next_step != Next.RING_ASKED:
        owe(referral, Next.RING, timezone.localdate())


@transaction.atomic
def begin_round(
    crisis: Crisis, *, by_text: bool, hours_to_answer: int, by: User, made: Mapping[str, Any]
) -> CrisisRound:
    """A check for each who agreed. Who is on the list from an earlier round stays there, and is not asked twice.

    A round may be empty: an error would tell a lead whether there is somebody whom they may not know of.
    """
    if not Crisis.objects.on().filter(pk=crisis.pk).exists():
        raise IsOff
    people = _to_ask(crisis, people_of(by))
    with acting_as("reminders"):
        hidden = _to_ask(crisis, Referral.objects.filter(team=crisis.team_id, state__in=HELD, named__isnull=False))
    hidden = [one for one in hidden if by.pk not in one.named]
    now = timezone.now()
    wait = timedelta(hours=hours_to_answer)
    answer_by = _awake(_awake(now) + wait) if by_text else now
    row = CrisisRound.objects.create(
        crisis=crisis, team_id=crisis.team_id, by_text=by_text, hours=hours_to_answer, by=by, answer_by=answer_by,
        lead_by=_awake(_awake(answer_by) + wait), **made,
    )  # fmt: skip
    _put_on_the_list(row, people, asked_at=None if by_text else now)
    with acting_as("reminders"):  # whom the lead may not know of: rung by those who may, and no message goes to them
        _put_on_the_list(row, hidden, asked_at=now)
    return row


def _put_on_the_list(row: CrisisRound, people: list[Referral], *, asked_at: datetime | None) -> None:
    clock = {"answer_by": row.answer_by, "lead_by": row.lead_by, "asked_at": asked_at}
    CrisisCheck.objects.bulk_create(
        CrisisCheck(round=row, crisis_id=row.crisis_id, referral=one, **clock) for one in people
    )


def _to_ask(crisis: Crisis, rows: QuerySet[Referral]) -> list[Referral]:
    """Each person once, however often they were referred."""
    asked = Consent.objects.filter(referral=OuterRef("pk"), purpose=Purpose.CRISIS)
    on_the_list = CrisisCheck.objects.filter(crisis=crisis, referral__person=OuterRef("person")).not_done()
    rows = rows.filter(Exists(asked), ~Exists(on_the_list)).prefetch_related("consents")
    found = {one.person_id: one for one in rows.order_by("submitted_at", "pk") if may_check(one)}
    return list(found.values())


def may_check(referral: Referral) -> bool:
    """Two yeses: that we may ring them at all, and that we may in a crisis."""
    return referral.agreed_to(Purpose.CONTACT) and referral.agreed_to(Purpose.CRISIS)


def _awake(moment: datetime) -> datetime:
    """A clock does not run out while nobody may be written to."""
    return hours.next_allowed(moment) if settings.QUIET_HOURS else moment


def soon() -> datetime:
    """By when somebody who asks to be rung is rung, or the lead hears of it."""
    return _awake(timezone.now() + FEW_HOURS)
