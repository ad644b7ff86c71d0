"""A visit told in under a minute, and read by whoever supervises."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from connect.identity import acting_for
from connect.messaging import hours
from connect.people.models import User
from referrals.actions import ReferralError, held, new_key
from referrals.befriending import matching
from referrals.befriending.models import BefrienderMatch, BefrienderVisit, BefriendingRules
from referrals.befriending.states import NOT_THERE, State, Went
from referrals.belonging import Connection
from referrals.going import actions as going
from referrals.models import Referral
from referrals.safety import words as safety
from referrals.states import OPEN, Answer, Says

OLDEST = timedelta(days=60)
NOON = time(12)


class NotThatDay(ReferralError):
    """It lies ahead, or too long ago, or before they met."""


class ReadBefore(ReferralError):
    """It has been read already, so it stays as it is."""


@transaction.atomic
def log(match: BefrienderMatch, *, on: date, went: str, mood: str = "", minutes: int | None = None, words: str = "",
        miles: int = 0, next_on: date | None = None, by: User | None = None,
        link_id: UUID | None = None) -> BefrienderVisit:  # fmt: skip
    """What the volunteer says of one day. The same sent twice is once; another word for a day takes its place, unread.

    `by` is a volunteer with an account; without, it came by their link.
    """
    _may_be_logged(match, on)
    with acting_for(match.scope):
        referral = held(Referral.objects.get(pk=match.referral_id))
        said = {"went": went, "mood": mood, "minutes": minutes, "words": words.strip(), "miles": miles}
        row, is_new = _written(match, on, said, by)
        if is_new:
            safety.heard(words, referral=referral, where="befriender", link_id=link_id)
        _follow(match, referral, on, went)
        _next(match, on, went, next_on)
    return row


def _may_be_logged(match: BefrienderMatch, on: date) -> None:
    today = timezone.localdate()
    first = timezone.localdate(match.meets_at) if match.meets_at else today
    if not match.is_known or not max(first, today - OLDEST) <= on <= today:
        raise NotThatDay


def _written(match: BefrienderMatch, on: date, said: dict, by: User | None) -> tuple[BefrienderVisit, bool]:
    """The row, and whether its words are new."""
    rows = BefrienderVisit.objects.filter(match=match, on=on)
    if (there := rows.first()) is None:
        made = {"referral_id": match.referral_id, "team_id": match.team_id, "logged_by": by, **new_key()}
        return BefrienderVisit.objects.create(match=match, on=on, **said, **made), True
    if all(getattr(there, name) == value for name, value in said.items()):
        return there, False
    if not rows.filter(read_at=None).update(**said, logged_at=timezone.now()):
        raise ReadBefore
    fresh = there.words != said["words"]
    there.refresh_from_db()
    return there, fresh


def _follow(match: BefrienderMatch, referral: Referral, on: date, went: str) -> None:
    """In the pipeline: they were expected that day, and whoever was there says whether it took place."""
    if went == Went.COULD_NOT or referral.state not in OPEN:
        return
    connection = Connection.objects.select_related("service").get(pk=match.connection_id)
    occasion = matching.expect(connection, _moment(match, on))
    with acting_for([*match.scope, occasion.pk]):
        answer = Answer.NOT if went in NOT_THERE else Answer.WENT
        going.answer(occasion, said_by=Says.COMPANION, answer=answer)


def _moment(match: BefrienderMatch, on: date) -> datetime:
    """The first visit has its hour; of the others we ask for the day alone."""
    if match.meets_at and timezone.localdate(match.meets_at) == on:
        return match.meets_at
    return min(hours.at(on, NOON), timezone.now())


def _next(match: BefrienderMatch, on: date, went: str, next_on: date | None) -> None:
    """When the next one is, and from when somebody should ask; earlier visits told late change nothing of that."""
    if went == Went.MET and match.state == State.MEETING:
        matching.move(match, to=State.GOING)
    if match.next_on and on < match.next_on - timedelta(days=match.every_days) and next_on is None:
        return
    day = next_on or on + timedelta(days=match.every_days)
    grace = timedelta(days=BefriendingRules.of(match.team_id).grace_days)
    BefrienderMatch.objects.filter(pk=match.pk).update(next_on=day, alarm_on=day + grace, alarmed_at=None)
    match.refresh_from_db()


@transaction.atomic
def read(visit: BefrienderVisit, *, by: User, comment: str = "") -> bool:
    """Somebody of the team has read it; what they say to it stands on the volunteer's page."""
    rows = BefrienderVisit.objects.filter(pk=visit.pk, read_at=None)
    return bool(rows.update(read_at=timezone.now(), read_by=by, comment=comment.strip()[:300]))


@transaction.atomic
def asked_about(match: BefrienderMatch, *, next_on: date, by: User) -> BefrienderMatch:
    """Somebody rang because nothing was heard: all is well, and this is the next day."""
    grace = timedelta(days=BefriendingRules.of(match.team_id).grace_days)
    rows = BefrienderMatch.objects.filter(pk=match.pk, state=match.state)
    rows.update(next_on=next_on, alarm_on=next_on + grace, alarmed_at=None)
    match.refresh_from_db()
    return match
