"""A volunteer and a person: proposed with reasons, a yes of each, and the first visit. Every write up to there."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from connect.identity import acting_as
from connect.people.models import User
from referrals import actions
from referrals.actions import ReferralError, held
from referrals.befriending import letters, suiting
from referrals.befriending.models import BefrienderMatch, BefrienderTold, BefrienderWish, BefriendingRules, Volunteer
from referrals.befriending.states import MOVES, ON, State, Wish
from referrals.belonging import Connection, Occasion
from referrals.introductions import actions as introductions
from referrals.models import Referral
from referrals.states import OPEN, Step
from referrals.states import State as ReferralState

A_VISIT = timedelta(hours=1)


class Apart(ReferralError):
    """Something keeps these two apart; `why` says what. It may be set aside with a reason, if it is not `final`."""

    def __init__(self, why: list[str], *, final: bool) -> None:
        super().__init__(len(why))
        self.why, self.final = why, final


class Taken(ReferralError):
    """Somebody is proposed to them already, or they no longer wait."""


class NotFrom(ReferralError):
    """From where this match stands, that step does not follow."""


@transaction.atomic
def propose(
    wish: BefrienderWish, *, volunteer: Volunteer, by: User, made: Mapping[str, Any], in_spite: str = ""
) -> BefrienderMatch:
    """These two might suit. The volunteer is asked by a letter that says nothing by which anybody could be known."""
    wish = BefrienderWish.objects.select_for_update(no_key=True, of=("self",)).get(pk=wish.pk)
    if wish.state != Wish.WAITING or wish.guarded or wish.matches.filter(state__in=ON).exists():
        raise Taken
    fit = _fit(wish, volunteer)
    if fit.not_ready or (fit.apart and not in_spite.strip()):
        raise Apart([*fit.not_ready, *fit.apart], final=bool(fit.not_ready))
    match = BefrienderMatch.objects.create(
        wish=wish, referral_id=wish.referral_id, connection_id=wish.connection_id, volunteer=volunteer,
        volunteer_called=volunteer.first_name, team_id=wish.team_id, kind=wish.kind,
        in_spite=in_spite.strip() if fit.apart else "",
        offer=suiting.offer(wish, volunteer), reasons=[one.words[:200] for one in fit.reasons], proposed_by=by, **made,
    )  # fmt: skip
    letters.asked(match)
    return match


def _fit(wish: BefrienderWish, volunteer: Volunteer) -> suiting.Fit:
    rules = BefriendingRules.of(wish.team_id)
    whole = Volunteer.objects.with_all().get(pk=volunteer.pk)
    return suiting.fits(wish, [whole], rules, timezone.localdate())[0]


def move(match: BefrienderMatch, *, to: str, **changes: object) -> BefrienderMatch:
    """The only writer of a match's state: one conditional update, which is the lock."""
    was = [state for state, onwards in MOVES.items() if to in onwards and state == match.state]
    if not was or not BefrienderMatch.objects.filter(pk=match.pk, state=match.state).update(state=to, **changes):
        raise NotFrom
    match.refresh_from_db()
    return match


@transaction.atomic
def volunteer_says(match: BefrienderMatch, *, yes: bool) -> BefrienderMatch:
    """By their link or their account. Said twice it is once; a no after a yes counts until they have met."""
    if match.volunteer_yes == yes:
        return match
    return _said(match, yes, volunteer_yes=yes, volunteer_said_at=timezone.now())


@transaction.atomic
def person_says(match: BefrienderMatch, *, yes: bool, by: User) -> BefrienderMatch:
    """What the person said to whoever asked them. They hear a first name and why these two; never a surname."""
    if match.person_yes == yes:
        return match
    return _said(match, yes, person_yes=yes, person_said_at=timezone.now(), person_heard_by=by)


def _said(match: BefrienderMatch, yes: bool, **changes: object) -> BefrienderMatch:
    if match.state not in (State.PROPOSED, State.AGREED):
        raise NotFrom
    if not yes:
        return move(match, to=State.DECLINED, **changes)
    BefrienderMatch.objects.filter(pk=match.pk).update(**changes)
    match.refresh_from_db()
    if match.state == State.PROPOSED and match.volunteer_yes and match.person_yes:
        move(match, to=State.AGREED)
    return match


@transaction.atomic
def arrange(match: BefrienderMatch, *, meets_at: datetime, place: str, agreed: str, every_days: int,
            by: User) -> BefrienderMatch:  # fmt: skip
    """Both said yes: when they meet first, and what the person agreed that the volunteer is told.

    Only now a name is written where the volunteer can read it. It is an introduction like any other: the connection is
    introduced, they are expected that day, and the worker who asked hears, where they may.
    """
    wish = BefrienderWish.objects.get(pk=match.wish_id)
    grace = timedelta(days=BefriendingRules.of(match.team_id).grace_days)
    day = timezone.localdate(meets_at)
    at = {"meets_at": meets_at, "every_days": every_days, "next_on": day, "alarm_on": day + grace}
    move(match, to=State.MEETING, **at)
    BefrienderTold.objects.create(
        match=match, referral_id=match.referral_id, team_id=match.team_id, known_as=wish.known_as, area=wish.area,
        agreed=agreed.strip(),
    )  # fmt: skip
    BefrienderWish.objects.filter(pk=wish.pk).update(state=Wish.FOUND, found_at=timezone.now())
    _introduce(match, place)
    letters.meeting(match)
    match.refresh_from_db()
    return match


def _introduce(match: BefrienderMatch, place: str) -> None:
    """In the pipeline that every group goes through. A coordinator sees none of it, so the house writes it."""
    with acting_as("reminders"):
        referral = held(Referral.objects.get(pk=match.referral_id))
        if referral.state not in OPEN:
            raise NotFrom  # they withdrew, or it was finished, since they said yes
        connection = Connection.objects.select_related("referral__person").get(pk=match.connection_id)
        for to in (Step.AGREED, Step.INTRODUCED):
            if connection.can_move_to(to):
                introductions.step(connection, to=to, by=None)
        if referral.state == ReferralState.CONTACTED:
            actions.move(referral, to=ReferralState.ACTIVE, by=None)
        occasion = expect(connection, match.meets_at, place)
        BefrienderMatch.objects.filter(pk=match.pk).update(occasion=occasion)


def expect(connection: Connection, at: datetime, place: str = "", *, key: object = None) -> Occasion:
    """A time at which they are expected. The volunteer says whether it took place, so nobody is asked besides."""
    known_as = BefrienderWish.objects.filter(connection=connection).values_list("known_as", flat=True).first()
    now = timezone.now()
    row = Occasion(
        id=key or uuid4(), connection=connection, referral_id=connection.referral_id, service_id=connection.service_id,
        register_id=uuid4(), starts_at=at, ends_at=at + A_VISIT, place=place, known_as=known_as or "?", asked_at=now,
        reminded_at=None if at > now else now,
    )  # fmt: skip
    Occasion.objects.bulk_create([row], ignore_conflicts=True)
    return Occasion.objects.filter(connection=connection, starts_at=at).get()


@transaction.atomic
def not_after_all(match: BefrienderMatch, *, by: User) -> BefrienderMatch:
    """They met, or were to meet, and it is not for one of them. The person waits on, where they stood in the line."""
    move(match, to=State.DECLINED, ended_at=timezone.now(), ended_by=by)
    BefrienderWish.objects.filter(pk=match.wish_id).update(state=Wish.WAITING, found_at=None)
    with acting_as("reminders"):
        coming = Occasion.objects.filter(pk=match.occasion_id, starts_at__gt=timezone.now(), called_off_at=None)
        coming.update(called_off_at=timezone.now())
    letters.stop(match)
    return match
