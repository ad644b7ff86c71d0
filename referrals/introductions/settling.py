"""What the connector and the person do when it cannot be that day: another one, waiting, or something else."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from connect.people.models import User
from referrals import telling
from referrals.accompanying import arranging
from referrals.actions import happened, held, owe
from referrals.belonging import Connection, Occasion
from referrals.introductions import actions, writing
from referrals.introductions.answering import Settled
from referrals.introductions.models import Introduction
from referrals.introductions.states import Became, Said
from referrals.life import clocks
from referrals.models import Happened
from referrals.sessions import actions as sessions
from referrals.sessions.models import Wait
from referrals.sessions.states import CalledOff
from referrals.states import Ended, Next, Step

FULL = ("occasion__service", "connection__service", "referral__person", "referral__team__scheme", "consent")
COPIED = ("shared", "consent", "helps", "about", "reach", "taken_back_at")
DAYS_TO_CHOOSE = 2


@transaction.atomic
def move(introduction: Introduction, *, starts_at: datetime, by: User) -> Occasion:
    """They said yes to another day: they are expected there, and everybody is told. Raises NoSession, Settled."""
    row = _open(introduction)
    _wait_no_more(row, by)
    session = actions.session_at(row.connection.service, starts_at)
    occasion = sessions.expect(row.connection, session)
    Occasion.objects.filter(pk=row.occasion_id, called_off_at=None).exclude(pk=occasion.pk).update(
        called_off_at=timezone.now(), called_off_why=CalledOff.ORGANISER
    )
    Occasion.objects.filter(pk=occasion.pk).update(called_off_at=None, called_off_why="")
    occasion.called_off_at = None
    arranging.moved(row.connection_id, was=row.occasion, to=occasion, by=by)
    _close(row, Became.MOVED, by)
    _tell(row, occasion, by)
    return occasion


def _tell(row: Introduction, occasion: Occasion, by: User) -> None:
    """The person at once; the organiser hears that it is agreed, or is asked about a day they did not propose."""
    occasion.referral = row.referral
    telling.introduced(occasion)
    if occasion.pk == row.occasion_id:
        return  # they expect them after all, as they said themselves
    anew = actions.put_down(occasion, by=by, **{name: getattr(row, name) for name in COPIED})
    if row.other_at != occasion.starts_at:
        actions.tell(anew)
        return
    now = timezone.now()
    Introduction.objects.filter(pk=anew.pk).update(
        answer=Said.YES, answered_at=now, answered_to=by, told_at=now if writing.agreed(anew) else None
    )


@transaction.atomic
def wait(introduction: Introduction, *, by: User) -> Introduction:
    """They would rather wait for a place there."""
    row = _open(introduction)
    sessions.wait_for(row.connection, by=by)
    _close(row, Became.WAITS, by)
    owe(row.referral, Next.REVIEW, clocks.in_days(row.referral.team, int(row.room or 14) * 5 // 7))
    return row


def _wait_no_more(row: Introduction, by: User) -> None:
    """Something else was arranged: a place that was held for them goes to the next."""
    for waits in Wait.objects.filter(connection=row.connection_id, ended_at=None):
        sessions.leave(waits, by=by)


@transaction.atomic
def look_elsewhere(introduction: Introduction, *, by: User) -> Introduction:
    """Not there, then: the connection ends with the reason, and something else is chosen."""
    row = _open(introduction)
    _wait_no_more(row, by)
    connection = Connection.objects.get(pk=row.connection_id)
    if connection.state == Step.INTRODUCED:
        why = Ended.FULL if row.answer == Said.FULL else Ended.TIMES
        actions.step(connection, to=Step.DID_NOT_START, by=by, ended_why=why)
    _close(row, Became.ELSEWHERE, by)
    owe(row.referral, Next.CHOOSE, clocks.in_days(row.referral.team, DAYS_TO_CHOOSE))
    return row


def _open(introduction: Introduction) -> Introduction:
    """The row as it is now, and nobody else’s until this ends."""
    held(introduction.referral)
    row = Introduction.objects.select_related(*FULL).get(pk=introduction.pk)
    if not row.needs_settling:
        raise Settled
    return row


def _close(row: Introduction, became: str, by: User) -> None:
    now = timezone.now()
    told = row.person_told_at or now  # by the connector’s own voice, and by what is written next
    Introduction.objects.filter(pk=row.pk).update(settled_at=now, settled_by=by, became=became, person_told_at=told)
    happened(row.referral, kind=Happened.INTRODUCTION, to=became, by=by, connection=row.connection)
