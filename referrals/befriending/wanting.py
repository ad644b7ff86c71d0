"""Somebody would like a befriender: asked for in their words, a place in the line, and how long it takes."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from connect.identity import acting_as
from connect.people.models import Team, User
from directory.models import Service
from directory.states import Kind as ListingKind
from referrals.actions import ReferralError, held, new_key, owe
from referrals.befriending.models import BefrienderWish, BefriendingRules
from referrals.befriending.states import Wish
from referrals.belonging import Connection
from referrals.introductions import actions as introductions
from referrals.introductions import sharing
from referrals.life import clocks
from referrals.models import Referral
from referrals.person import consenting
from referrals.person.states import Decision, How
from referrals.queue import expecting, waiting_well
from referrals.queue.states import Kind as Meanwhile
from referrals.states import Next, Purpose, State, Step

CHECK_IN_DAYS = 10


class NoListing(ReferralError):
    """Nobody has said which listing the befriending of this team is."""


class Guarded(ReferralError):
    """Somebody restricted is not put on a list that others read: it is done by word of mouth."""


class NotSpoken(ReferralError):
    """Nobody has spoken with them yet."""


@transaction.atomic
def ask(referral: Referral, *, kind: str, by: User, made: Mapping[str, Any], **said: object) -> BefrienderWish:
    """They said yes to a befriender, and to the coordinator and a volunteer hearing what is written here.

    Befriending is a connection like any other: suggested and agreed now, introduced and going along later.
    """
    referral = held(referral)
    _may_be_asked_for(referral)
    if earlier := BefrienderWish.objects.filter(referral=referral, kind=kind).exclude(state=Wish.GONE).first():
        return earlier
    service = service_of(referral.team)
    connection = _agreed(referral, service, by)
    _consent(referral, service, by)
    wish = BefrienderWish.objects.create(
        referral=referral, connection=connection, team_id=referral.team_id, kind=kind, asked_by=by,
        known_as=referral.person.friendly_name, area=str(referral.ward), easting=referral.spot_easting,
        northing=referral.spot_northing, **said, **made,
    )  # fmt: skip
    _while_they_wait(referral, by)
    return wish


def _may_be_asked_for(referral: Referral) -> None:
    if referral.person.restricted:
        raise Guarded
    if referral.state not in (State.CONTACTED, State.ACTIVE):
        raise NotSpoken


def service_of(team: Team) -> Service:
    """The listing that is this team's befriending: as the coordinator says, or the only one of the organisation."""
    if chosen := BefriendingRules.of(team.pk).service:
        return chosen
    found = list(offered(team)[:2])
    if len(found) != 1:
        raise NoListing
    return found[0]


def offered(team: Team) -> Any:
    kinds = (ListingKind.BEFRIENDING, ListingKind.MENTORING)
    return Service.objects.published().filter(organisation=team.organisation_id, kind__in=kinds)


def _agreed(referral: Referral, service: Service, by: User) -> Connection:
    connection = introductions.suggest(referral, service=service, by=by, made=new_key())
    if connection.state == Step.NOT_FOR_THEM:
        introductions.step(connection, to=Step.SUGGESTED, by=by)
    if connection.state in (Step.SUGGESTED, Step.DID_NOT_START):
        introductions.step(connection, to=Step.AGREED, by=by)
    return connection


def _consent(referral: Referral, service: Service, by: User) -> None:
    consenting.record(
        referral, purpose=Purpose.TELL_GROUP, recipient=sharing.recipient(service), decision=Decision.GIVEN, by=by,
        how=How.PHONE, note="befriending",
    )  # fmt: skip


def _while_they_wait(referral: Referral, by: User) -> None:
    """Nobody waits without a word: a check-in in two weeks stands before their connector from the first day."""
    on = clocks.in_days(referral.team, CHECK_IN_DAYS)
    waiting_well.plan(referral, kind=Meanwhile.CHECK_IN, due_on=on, by=by)
    if referral.next_step not in (Next.RING_ASKED, Next.SESSION):
        owe(referral, Next.REVIEW, on)


@transaction.atomic
def no_longer(wish: BefrienderWish, *, by: User) -> bool:
    """They would rather not, or found company otherwise. Whom somebody visits already has an ending of its own."""
    waiting = BefrienderWish.objects.filter(pk=wish.pk, state=Wish.WAITING)
    return bool(waiting.update(state=Wish.GONE))


# ---------- the line ----------


def places(team_id: object) -> dict[object, int]:
    """Wish -> its place in the line of its kind: 1 is next. Counted over all, whoever asks; only numbers come back."""
    with acting_as("reminders"):
        rows = list(BefrienderWish.objects.waiting().filter(team=team_id).values_list("pk", "kind"))
    found: dict[object, int] = {}
    counted: dict[str, int] = {}
    for pk, kind in rows:
        counted[kind] = found[pk] = counted.get(kind, 0) + 1
    return found


def wait_of(team: Team) -> expecting.Wait:
    """How long it took those before them, from asking to the first visit; nothing where that says too little."""
    with acting_as("reminders"):
        found = BefrienderWish.objects.filter(team=team).exclude(found_at=None).order_by("-found_at")
        rows = list(found.values_list("asked_at", "found_at")[: expecting.LATEST])
    return expecting.of(rows, team.organisation.nation)


@transaction.atomic
def set_rules(team: Team, *, by: User, **said: object) -> BefriendingRules:
    """What the team decides for itself. What was decided before stays as it was: a check keeps the day it had."""
    rules, _new = BefriendingRules.objects.update_or_create(team=team, defaults=said)
    return rules
