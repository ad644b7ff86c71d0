"""October 2026 in Kelderby, as rows: so many people referred, and how far each had come."""

import uuid
from datetime import UTC, date, datetime, timedelta

from connect.identity import acting_as
from referrals.models import Attendance, Connection, Occasion, Person, Referral, ReferralEvent
from referrals.states import Answer, Says, State

MONTH = date(2026, 10, 1)
MID_MONTH = datetime(2026, 10, 15, 12, tzinfo=UTC)
DUE = date(2026, 11, 13)  # ten working days after Saturday 31 October
FROZEN = datetime(2026, 11, 13, 0, 20, tzinfo=UTC)


def key():
    return {"key": uuid.uuid4(), "content_hash": "", "made_in": ""}


def referred(cast, ward=None, at=MID_MONTH, restricted=False, person=None):
    with acting_as("seed"):
        person = person or Person.objects.create(
            given_name="Somebody", created_by=cast.rosa, organisation=cast.homes, restricted=restricted
        )
        return Referral.objects.create(
            reference=uuid.uuid4().hex[:12],
            person=person,
            referrer=cast.rosa,
            referring_organisation=cast.homes,
            team=cast.team,
            ward=ward or cast.ward,
            respond_by=at.date(),
            submitted_at=at,
            **key(),
        )


def contacted(referral, after=1):
    """The team spoke with the person, so many days after the referral."""
    with acting_as("seed"):
        at = referral.submitted_at + timedelta(days=after)
        ReferralEvent.objects.create(referral=referral, was=State.ACCEPTED, to=State.CONTACTED, at=at)


def introduced(cast, referral, after=2):
    with acting_as("seed"):
        return Connection.objects.create(
            referral=referral,
            person=referral.person,
            service=cast.lunch,
            made_by=cast.carl,
            introduced_at=referral.submitted_at + timedelta(days=after),
            **key(),
        )


def expected(connection, called_off=False):
    starts = MID_MONTH + timedelta(days=5)
    with acting_as("seed"):
        return Occasion.objects.create(
            connection=connection,
            referral=connection.referral,
            service=connection.service,
            register_id=uuid.uuid4(),
            starts_at=starts,
            ends_at=starts + timedelta(hours=2),
            known_as="Stan A",
            called_off_at=starts if called_off else None,
        )


def says(occasion, who=Says.PERSON, answer=Answer.WENT, after=1):
    with acting_as("seed"):
        at = occasion.ends_at + timedelta(days=after)
        Attendance.objects.create(occasion=occasion, referral=occasion.referral, said_by=who, answer=answer, said_at=at)


def attended(cast, referral):
    says(expected(introduced(cast, referral)))


def fill(cast, ward, received=0, contacted_=0, introduced_=0, attended_=0):
    """So many referrals of one ward, of which so many were contacted, introduced and attended."""
    for n in range(received):
        one = referred(cast, ward)
        if n < attended_:
            attended(cast, one)
        elif n < introduced_:
            introduced(cast, one)
        elif n < contacted_:
            contacted(one)
