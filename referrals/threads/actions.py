"""Saying something in a thread, and having read it."""

import uuid
from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from connect.people.models import User
from referrals.actions import ReferralError
from referrals.belonging import Connection
from referrals.hearing import actions as hearing
from referrals.models import Referral
from referrals.safety import words
from referrals.states import OPEN, Purpose, State
from referrals.threads import notices
from referrals.threads.models import Line, LineRead
from referrals.threads.states import FROM_OUTSIDE, Side, Speaker


class MayNotWrite(ReferralError):
    """Nobody is written to about them, or not this one, or there is no way to reach them."""


@transaction.atomic
def tell_referrer(referral: Referral, *, text: str, by: User, made: Mapping[str, object]) -> Line:
    """The connector writes to whoever asked."""
    if why_not_to_referrer(referral):
        raise MayNotWrite
    line = _append(referral, Side.REFERRER, Speaker.CONNECTOR, text, by=by, made=made)
    have_read(referral, by=by, side=Speaker.CONNECTOR)
    notices.to_referrer(referral)
    return line


@transaction.atomic
def tell_connector(
    referral: Referral, *, text: str, by: User | None, made: Mapping[str, object], link_id: uuid.UUID | None = None
) -> Line:
    """Whoever asked writes to the team: always taken, since what they know may matter."""
    line = _append(referral, Side.REFERRER, Speaker.REFERRER, text, by=by, made=made, link_id=link_id)
    if by:
        have_read(referral, by=by, side=Speaker.REFERRER)
    notices.to_connector(referral)
    return line


@transaction.atomic
def tell_organiser(connection: Connection, *, text: str, by: User, made: Mapping[str, object]) -> Line:
    """The connector writes to whoever runs the group; they answer by a signed link."""
    if why_not_to_organiser(connection):
        raise MayNotWrite
    referral = connection.referral
    line = _append(referral, Side.ORGANISER, Speaker.CONNECTOR, text, by=by, made=made, connection=connection)
    have_read(referral, by=by, side=Speaker.CONNECTOR, connection=connection)
    notices.to_organiser(connection)
    return line


@transaction.atomic
def organiser_says(connection: Connection, *, text: str, made: Mapping[str, object], link_id: uuid.UUID) -> Line:
    line = _append(
        connection.referral, Side.ORGANISER, Speaker.ORGANISER, text, made=made, connection=connection, link_id=link_id
    )
    notices.to_connector(connection.referral)
    return line


def _append(
    referral: Referral,
    side: Side,
    said_by: Speaker,
    text: str,
    *,
    made: Mapping[str, object],
    by: User | None = None,
    connection: Connection | None = None,
    link_id: uuid.UUID | None = None,
) -> Line:
    line = Line.objects.create(
        referral=referral, connection=connection, side=side, said_by=said_by, by=by, text=text.strip(), **made
    )
    if said_by in FROM_OUTSIDE:  # somebody here reads it by a clock, and what says danger at once
        words.heard(text, referral=referral, by=by, where=f"thread_{said_by}", link_id=link_id)
    return line


def have_read(referral: Referral, *, by: User, side: str, connection: Connection | None = None) -> int:
    """They pressed "read", or answered. Without a connection, the thread with whoever asked."""
    lines = Line.objects.filter(referral=referral, connection=connection).unread_by(by, side=side)
    rows = [LineRead(line=line, reader=by, at=timezone.now()) for line in lines]
    LineRead.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def why_not_to_referrer(referral: Referral) -> str:
    """How it goes is theirs to hear with the person's yes; before anybody has accepted, a question about the asking."""
    asking = referral.state in (State.SUBMITTED, State.RETURNED)
    if not asking and not referral.agreed_to(Purpose.TELL_REFERRER):
        return "no_consent"
    return hearing.why_unwritten(referral)


def why_not_to_organiser(connection: Connection) -> str:
    referral = connection.referral
    if hearing.is_restricted(referral):
        return "restricted"
    if referral.state not in OPEN or not referral.agreed_to(Purpose.CONTACT):
        return "no_consent"
    return "" if connection.service.contact_email else "no_address"


def may_be_named(connection: Connection) -> str:
    """The first name, once they have said yes to this group and it expects them; "" until then."""
    referral = connection.referral
    if connection.introduced_at is None or connection.ended_at or referral.state not in OPEN:
        return ""
    if not referral.agreed_to(Purpose.CONTACT):
        return ""
    occasion = connection.occasions.order_by("starts_at").first()
    return occasion.first_name if occasion else ""
