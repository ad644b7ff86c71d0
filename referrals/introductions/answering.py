"""What an organiser answers: they expect them, another day, or full. Pressed twice it is one answer."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from connect.people.models import User
from directory.keeping import asking
from referrals.actions import ReferralError, happened, held, owe
from referrals.belonging import Occasion
from referrals.introductions.models import Introduction
from referrals.introductions.states import NOT_THAT_DAY, Said
from referrals.models import Happened, Referral
from referrals.sessions.states import CalledOff
from referrals.states import Next
from referrals.threads import actions as threads
from referrals.threads.models import Line

FULL = ("occasion__service", "connection", "referral__team__organisation")


class Settled(ReferralError):
    """Something else was arranged meanwhile, or the day has been."""


@transaction.atomic
def answer(
    introduction: Introduction,
    *,
    said: str,
    other_at: datetime | None = None,
    room: str = "",
    words: str = "",
    made: Mapping[str, object] | None = None,
    link_id: UUID | None = None,
    by: User | None = None,
) -> Introduction:
    """`by` is whoever wrote down what the organiser said on the phone; without, they pressed it themselves.

    `made` are the columns of the line that the words become. Raises Settled where an answer counts no more.
    """
    referral = held(introduction.referral)  # two answers at one moment are taken one after the other
    row = Introduction.objects.select_related(*FULL).get(pk=introduction.pk)
    if not row.is_open:
        raise Settled
    other_at, room = (other_at if said == Said.ANOTHER else None), (room if said == Said.FULL else "")
    if (row.answer, row.other_at, row.room) != (said, other_at, room):
        _take(referral, row, said, other_at, room, by)
    if words.strip() and made and not by:
        _pass_on(row, words, made, link_id)
    row.refresh_from_db()
    return row


def _take(referral: Referral, row: Introduction, said: str, other_at: datetime | None, room: str, by: User | None
          ) -> None:  # fmt: skip
    Introduction.objects.filter(pk=row.pk).update(
        answer=said, answered_at=timezone.now(), answered_to=by, other_at=other_at, room=room
    )
    if said != row.answer:
        happened(referral, kind=Happened.INTRODUCTION, to=said, by=by, connection=row.connection)
    if said == Said.FULL:
        _say_full(row, room, by)
    if said in NOT_THAT_DAY:
        _call_off(referral, row, CalledOff.FULL if said == Said.FULL else CalledOff.ORGANISER)
    elif row.answer in NOT_THAT_DAY and row.person_told_at is None:
        _put_back(referral, row)


def _call_off(referral: Referral, row: Introduction, why: str) -> None:
    """Nobody is reminded of a day that is not theirs; and somebody rings them."""
    now = timezone.now()
    Occasion.objects.filter(pk=row.occasion_id, called_off_at=None).update(called_off_at=now, called_off_why=why)
    if referral.next_step != Next.RING_ASKED:
        owe(referral, Next.RING, timezone.localdate())


def _put_back(referral: Referral, row: Introduction) -> None:
    """A slip of the finger, put right before the person heard of it."""
    Occasion.objects.filter(pk=row.occasion_id).update(called_off_at=None, called_off_why="")
    if referral.next_step == Next.RING:
        owe(referral, Next.SESSION, timezone.localdate(row.occasion.starts_at))


def _say_full(row: Introduction, room: str, by: User | None) -> None:
    """The listing says so from now on, as its organiser’s own word."""
    service = row.occasion.service
    asking.say_room(
        service, schedule=None, available=0, waiting_days=int(room) if room else None,
        said_by_name=service.contact_name, by=by,
    )  # fmt: skip


def _pass_on(row: Introduction, words: str, made: Mapping[str, object], link_id: UUID | None) -> None:
    """To the connector, in the thread of this group, where somebody reads them by a clock; sent twice, once."""
    if not Line.objects.filter(key=made["key"]).exists():
        threads.organiser_says(row.connection, text=words, made=made, link_id=link_id)
