"""Whether they went, from whoever says so, and what that sets going."""

import uuid
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from connect.messaging.models import Link
from connect.people.models import User
from directory.keeping import actions as keeping
from referrals import telling
from referrals.actions import ReferralError, happened, held, owe
from referrals.belonging import Attendance, Connection, Occasion
from referrals.following import actions as following
from referrals.going.states import Liked
from referrals.introductions.actions import step
from referrals.models import Happened, HowItWas, Person, Referral
from referrals.safety import words
from referrals.safety.states import Door
from referrals.states import OPEN, Answer, Next, Step


class TooEarly(ReferralError):
    """Nobody can say whether they went to something that has not begun."""


@transaction.atomic
def answer(
    occasion: Occasion, *, said_by: str, answer: str, by: User | None = None, said_at: datetime | None = None
) -> Attendance:
    """Somebody says whether they went. Pressed twice it is one answer; a different one stands beside the first.

    `by` is who wrote it down, where that is not who says so; `said_at` is when they said it, where that was before.
    """
    if occasion.starts_at > timezone.now():
        raise TooEarly
    held(occasion.referral)  # two answers at one moment, from one person or two, are taken one after the other
    occasion = Occasion.objects.select_related("connection__service", "referral__referrer").get(pk=occasion.pk)
    latest = occasion.attendances.filter(said_by=said_by).order_by("-said_at", "-pk").first()
    if latest and latest.answer == answer:
        return latest
    said = Attendance.objects.create(
        occasion=occasion, referral_id=occasion.referral_id, said_by=said_by, answer=answer, by=by,
        said_at=said_at or timezone.now(),
    )  # fmt: skip
    happened(occasion.referral, kind=Happened.ATTENDANCE, to=answer, why=said_by, by=by, connection=occasion.connection)
    if answer == Answer.WENT:
        _note_going(occasion)
    if answer == Answer.WENT and not Person.objects.filter(pk=occasion.connection.person_id, restricted=True).exists():
        keeping.note_attendance(occasion.service_id, occasion.starts_at)
    _follow(occasion, answer, by)
    return said


@transaction.atomic
def note_how_it_was(
    occasion: Occasion,
    *,
    answer: str = "",
    said: str = "",
    by: User | None = None,
    key: uuid.UUID | None = None,
    link: Link | None = None,
) -> HowItWas | None:
    """How it was for them, words if they like, or words alone. None where it is what they said before.

    Without `by` the person says so themselves, by their `link` or by text as if by it. A human reads the words; "not
    for me" is owed an ear by their connector.
    """
    held(occasion.referral)
    if key and HowItWas.objects.filter(pk=key).exists():
        return None
    before = occasion.how_it_was.exclude(answer="").order_by("said_at", "pk").last()
    if not said.strip() and before and before.answer == answer:
        return None
    heard = words.heard(said, referral=occasion.referral, by=by, where=Door.REPLY, link_id=link and link.pk)
    row = HowItWas(
        id=key or uuid.uuid4(), occasion=occasion, referral_id=occasion.referral_id,
        person_id=_asked(occasion, link), answer=answer, by=by, heard_id=heard.pk if heard else None,
    )  # fmt: skip
    HowItWas.objects.bulk_create([row])
    if answer == Liked.NOT_FOR_ME:
        _lend_an_ear(occasion)
    return row


def _asked(occasion: Occasion, link: Link | None) -> uuid.UUID:
    """Who was asked: made one with another since, they are in the link by the key they had."""
    theirs = [key for key in link.scope if key not in (occasion.pk, occasion.referral_id)] if link else []
    return theirs[0] if theirs else occasion.connection.person_id


def _lend_an_ear(occasion: Occasion) -> None:
    """It was not for them: their connector asks, today, what would be."""
    referral = Referral.objects.get(pk=occasion.referral_id)
    if referral.state in OPEN and referral.next_step != Next.RING_ASKED:
        owe(referral, Next.ASK, timezone.localdate())


def _note_going(occasion: Occasion) -> None:
    """The first and the last time anybody says they went."""
    rows, at = Connection.objects.filter(pk=occasion.connection_id), occasion.starts_at
    rows.filter(Q(first_attended_at=None) | Q(first_attended_at__gt=at)).update(first_attended_at=at)
    rows.filter(Q(last_attended_at=None) | Q(last_attended_at__lt=at)).update(last_attended_at=at)


def _follow(occasion: Occasion, said: str, by: User | None) -> None:
    """What an answer sets going: the connection, what is owed and next, and word to the worker who asked."""
    if said == Answer.WENT and occasion.connection.state == Step.INTRODUCED:
        step(occasion.connection, to=Step.ATTENDING, by=by)
    following.after_answer(occasion, by=by)
    telling.word_back(occasion)


def now_ask(occasion: Occasion) -> None:
    """The session is over: what the connector owes next is to ask how it was."""
    if occasion.referral.next_step == Next.SESSION:
        owe(occasion.referral, Next.ASK, timezone.localdate())
