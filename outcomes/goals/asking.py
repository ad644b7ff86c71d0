"""How far are you? Sent by the person's own link, and kept rating by rating as they answer."""

import uuid
from collections.abc import Mapping
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from connect.messaging import links, messages
from connect.people.models import User
from outcomes.goals import actions
from outcomes.goals.models import Goal, GoalsAsked
from outcomes.goals.states import Rating
from outcomes.measuring.asking import AreOut, CannotWrite
from referrals import telling
from referrals.actions import held, new_key
from referrals.going import writing
from referrals.models import Referral
from referrals.refusals import ReferralError
from referrals.safety import words as safety
from referrals.safety.states import Door
from referrals.states import OPEN, Purpose

LINK_DAYS = 14
NAMESPACE = uuid.UUID("3d9c6d0a-9a8c-4a1f-8b3e-5b9d3f2c7e21")  # one rating for each goal that was asked about


class NothingToAsk(ReferralError):
    """No goal is open."""


class NotARating(ReferralError):
    """That goal was not asked about, or this is no answer to it."""


@transaction.atomic
def send(referral: Referral, *, by: User, made: Mapping[str, object]) -> GoalsAsked:
    """By text and e-mail, as they said is safe; the message tells no more than that there is a question."""
    referral = held(referral)
    if earlier := GoalsAsked.objects.filter(key=made["key"]).first():
        return earlier
    goals = [goal.pk for goal in Goal.objects.filter(referral=referral).prefetch_related("ratings") if not goal.is_over]
    if not goals:
        raise NothingToAsk
    if any(one.is_open for one in GoalsAsked.objects.filter(referral=referral, finished_at=None)):
        raise AreOut
    if referral.state not in OPEN or not telling.can_write_to(referral):
        raise CannotWrite
    until = timezone.now() + timedelta(days=LINK_DAYS)
    row = GoalsAsked.objects.create(referral=referral, goals=goals, made_by=by, expires_at=until, **made)
    _write(row)
    return row


def _write(row: GoalsAsked) -> None:
    referral, person = row.referral, row.referral.person
    link = links.mint("goals", row.pk, [referral.pk, row.pk], row.expires_at, language=person.language)
    for channel, to in writing.ways(person):
        messages.queue(
            recipient_key=person.pk, cause=f"goals:{channel}:{row.pk}", channel=channel, to=to, template="goals",
            context={"name": person.friendly_name, **writing.from_connector(referral)}, language=person.language,
            about_id=referral.pk, under_id=referral.team.scheme_id, valid_until=referral.holds_until(Purpose.CONTACT),
            nation=referral.team.organisation.nation, link=link, useless_after=row.expires_at,
        )  # fmt: skip


def left(row: GoalsAsked) -> list[uuid.UUID]:
    """Goals that were neither answered nor left out."""
    said = set(Goal.objects.filter(pk__in=row.goals, ratings__key__in=_keys(row)).values_list("pk", flat=True))
    return [pk for pk in row.goals if pk not in said and pk not in row.left_out]


def _keys(row: GoalsAsked) -> list[uuid.UUID]:
    return [_key(row, pk) for pk in row.goals]


def _key(row: GoalsAsked, goal: uuid.UUID) -> uuid.UUID:
    return uuid.uuid5(NAMESPACE, f"{row.pk} {goal}")


@transaction.atomic
def answer(row: GoalsAsked, *, goal: uuid.UUID, rating: str, words: str = "") -> GoalsAsked:
    """One rating kept, or "" for a goal left out. Free words go to somebody who reads them."""
    row = _mine(row)
    if not row.is_open or goal not in row.goals or (rating and rating not in Rating.values):
        raise NotARating
    if rating:
        made = new_key() | {"key": _key(row, goal)}
        about = Goal.objects.get(pk=goal)
        kept = actions.rate(about, rating=rating, words=words, by=None, made=made)
        if kept.words and kept.words == words.strip():
            safety.heard(kept.words, referral=row.referral, where=Door.REPLY)
    elif goal not in row.left_out:
        row.left_out.append(goal)
        GoalsAsked.objects.filter(pk=row.pk).update(left_out=row.left_out)
    if not left(row):
        finish(row)
    return row


def finish(row: GoalsAsked) -> None:
    GoalsAsked.objects.filter(pk=row.pk, finished_at=None).update(finished_at=timezone.now())


def _mine(row: GoalsAsked) -> GoalsAsked:
    """The row as it is now, and nobody else's until this transaction ends."""
    return GoalsAsked.objects.select_for_update(no_key=True, of=("self",)).select_related("referral").get(pk=row.pk)
