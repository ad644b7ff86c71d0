"""Erasing one person: proposed with what would go, carried out when a second person agrees; held; and done again."""

import json
from uuid import UUID

from django.db import connection, transaction
from django.db.utils import ProgrammingError
from django.utils import timezone

from connect.audit.actions import rights_changed
from connect.identity import acting_as, reading_as
from connect.people.models import User
from referrals.models import Concern, Person, Referral
from referrals.records.models import Erasure
from referrals.records.states import Stage
from referrals.refusals import ReferralError


class AConcernStands(ReferralError):
    """A safeguarding concern about them is not finished: it is kept until it is."""


class SamePerson(ReferralError):
    """Whoever proposed it does not decide."""


class DecidedAlready(ReferralError):
    """Somebody was faster, or it is under way."""


@transaction.atomic
def propose(person: UUID, *, came: str, words: str, by: User) -> Erasure:
    if Erasure.objects.under_way().filter(person_key=person).exists():
        raise DecidedAlready
    made = Erasure.objects.create(person_key=person, came=came, words=words, proposed_by=by)
    rights_changed(what="erasure proposed", about=person, by=by, detail=came)
    return made


def preview(person: UUID) -> tuple[Referral | None, dict[str, int], bool]:
    """Their last referral, how many rows of which table would go, and whether a concern stands in the way.

    The database erases, counts and takes it back: what is shown is what will be.
    """
    with reading_as("reminders"):
        last = Referral.objects.filter(person=person).select_related("person", "team").order_by("-submitted_at").first()
    with reading_as("clocks"):
        stands = Concern.objects.filter(referral__person=person, ended_at=None).exists()
    with connection.cursor() as cursor:
        cursor.execute("select referrals_erase_preview(%s)", [person])
        return last, json.loads(cursor.fetchone()[0]), stands


@transaction.atomic
def agree(erasure: Erasure, *, by: User) -> Erasure:
    """The second person's yes; and at once it is done, or nothing of it."""
    held = _decidable(erasure, by, Stage.WAITING)
    now = timezone.now()
    Erasure.objects.filter(pk=held.pk).update(stage=Stage.AGREED, decided_by=by, decided_at=now)
    rights_changed(what="erasure agreed", about=held.person_key, by=by, detail=held.came)
    return carry_out(held)


@transaction.atomic
def refuse(erasure: Erasure, *, why: str, by: User) -> None:
    held = _decidable(erasure, by, Stage.WAITING)
    _decide(held, Stage.REFUSED, why, by)


@transaction.atomic
def hold(erasure: Erasure, *, why: str, by: User) -> None:
    """What the clock would take stays, for a reason: a complaint, a claim, a question of the coroner's."""
    held = _decidable(erasure, by, Stage.DUE)
    _decide(held, Stage.HELD, why, by)


def _decide(held: Erasure, stage: str, why: str, by: User) -> None:
    said = {"stage": stage, "why_not": why, "decided_by": by, "decided_at": timezone.now()}
    Erasure.objects.filter(pk=held.pk).update(**said)
    rights_changed(what=f"erasure {stage}", about=held.person_key, by=by, detail=held.came)


def _decidable(erasure: Erasure, by: User, stage: str) -> Erasure:
    held = Erasure.objects.select_for_update(of=("self",)).get(pk=erasure.pk)
    if held.proposed_by_id == by.pk:
        raise SamePerson
    if held.stage != stage:
        raise DecidedAlready
    return held


def carry_out(erasure: Erasure) -> Erasure:
    """By the one function of the database that may; it asks once more who agreed, and whether a concern stands."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("select referrals_erase(%s)", [erasure.pk])
    except ProgrammingError as error:
        if "a concern stands" in str(error):
            raise AConcernStands from None
        raise
    erasure.refresh_from_db()
    return erasure


def again() -> int:
    """After an older backup was brought back: whoever was erased since goes once more. Returns how many."""
    with acting_as("clocks"):
        done = list(Erasure.objects.filter(stage=Stage.DONE))
        back = set(_there([one.person_key for one in done]))
        return sum(bool(carry_out(one)) for one in done if one.person_key in back)


def _there(keys: list[UUID]) -> list[UUID]:
    with acting_as("clocks"):
        return list(Person.objects.filter(pk__in=keys).values_list("pk", flat=True))
