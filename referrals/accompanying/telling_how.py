"""How it was, from whoever was to go along: logged in a minute, and what the next step is."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from connect.identity import acting_for
from connect.people.models import User
from directory import schedule
from referrals.accompanying import arranging
from referrals.accompanying.models import Accompaniment, FirstVisit
from referrals.accompanying.states import TAPER, THERE, Felt, Went
from referrals.actions import ReferralError, held
from referrals.belonging import Occasion
from referrals.going import actions as going
from referrals.safety import words as safety
from referrals.states import Answer, Says


class NotYet(ReferralError):
    """It has not begun."""


@transaction.atomic
def log(
    row: Accompaniment,
    *,
    went: str,
    felt: str = "",
    words: str = "",
    by: User | None = None,
    link_id: UUID | None = None,
) -> Accompaniment:
    """`by` is whoever went along, or wrote it down; without, it came by the companion's link.

    The same twice is once. Whether they went is a statement of its own, beside what others say.
    """
    held(row.referral)
    now = Accompaniment.objects.select_related("referral__team__organisation").get(pk=row.pk)
    if now.starts_at > timezone.now():
        raise NotYet
    if (now.went, now.felt, now.words) == (went, felt, words.strip()):
        return now
    if by is None and words.strip() != now.words:
        safety.heard(words, referral=now.referral, where="companion", link_id=link_id)
    Accompaniment.objects.filter(pk=now.pk).update(
        went=went, felt=felt, words=words.strip(), logged_at=timezone.now(), logged_by=by, seen_at=None
    )
    _say(now, went, by)
    now.refresh_from_db()
    return now


def log_as_colleague(row: Accompaniment, *, by: User, **said: str) -> Accompaniment:
    """Somebody of the team who was asked to go along, and does not have the person in hand: no more than a link can."""
    scope = [row.referral_id, row.pk]
    with acting_for(scope):
        scope += _occasion(row).values_list("pk", flat=True)
    with acting_for(scope):
        logged = log(Accompaniment.objects.select_related("referral").get(pk=row.pk), **said)
        Accompaniment.objects.filter(pk=row.pk).update(logged_by=by)
        return logged


def _occasion(row: Accompaniment) -> object:
    return Occasion.objects.filter(connection=row.connection_id, starts_at=row.starts_at, called_off_at=None)


def _say(row: Accompaniment, went: str, by: User | None) -> None:
    """Whether the person went, where the group expected them that day; nothing, where nobody knows."""
    occasion = _occasion(row).select_related("referral").first()
    if occasion is None or went == Went.MISSED:
        return
    answer = Answer.WENT if went in THERE else Answer.NOT
    going.answer(occasion, said_by=Says.COMPANION, answer=answer, by=by)


@transaction.atomic
def next_step(row: Accompaniment, *, how: str, by: User) -> Accompaniment | None:
    """How the next time is to be: the plan that stands there, or a new one for the next session."""
    referral = held(row.referral)
    after = Accompaniment.objects.filter(connection=row.connection_id, starts_at__gt=row.starts_at, went="").still_on()
    planned = after.first()
    if planned:
        Accompaniment.objects.filter(pk=planned.pk).update(how=how)
        return planned
    first = FirstVisit.objects.filter(connection=row.connection_id).first()
    session = schedule.next_session(row.service, max(row.starts_at, timezone.now()))
    if first is None or session is None or referral.connector_id is None:
        return None
    return arranging.put_down(first, session.starts_at, session.ends_at, how, by, colleague=row.colleague)


@transaction.atomic
def seen(row: Accompaniment, *, by: User) -> bool:
    """Somebody has spoken with them about the time that was missed."""
    held(row.referral)
    return bool(Accompaniment.objects.filter(pk=row.pk, seen_at=None).update(seen_at=timezone.now()))


def usual_next(row: Accompaniment) -> str:
    """What comes after this on the way to alone: a step further when it went well, the same again when it did not."""
    here = TAPER.index(row.how)
    well = row.went in THERE and row.felt in (Felt.GOOD, Felt.ALL_RIGHT, Felt.UNSAID)
    return TAPER[min(here + 1, len(TAPER) - 1)] if well else row.how
