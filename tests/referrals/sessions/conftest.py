"""Mr Ames and others with a group: introduced, going along, waiting; and a clock that stands still."""

from datetime import datetime

import pytest

from connect.identity import acting_as
from connect.messaging import hours
from directory.models import Capacity
from referrals import actions
from referrals.introductions import actions as introductions
from referrals.sessions import going_on, offering, sweeping
from referrals.states import Step
from tests.cast import mr_ames

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=hours.LONDON)


@pytest.fixture
def now(time_machine):
    """A Monday in November, ten o'clock: the lunch club meets tomorrow at noon."""
    time_machine.move_to(MONDAY)
    return time_machine


@pytest.fixture
def newcomer(cast):
    """newcomer("Jean", by=carl) -> her connection with the lunch club, agreed or introduced."""

    def made(name="Jean", *, by=None, state=Step.AGREED, safe="yes", service=None, asked_by=None):
        by = by or cast.carl
        referral = mr_ames(cast, by=asked_by)
        with acting_as("seed"):
            person = referral.person
            person.given_name, person.safe_to_message = name, safe
            person.save()
            actions.accept(referral, by=by)
            said = {"channel": "call", "reached": True, "note": ""}
            actions.record_contact(referral, **said, by=by, made=actions.new_key())
            referral.refresh_from_db()
            if state == Step.INTRODUCED:
                return introductions.introduce(
                    referral, service=service or cast.lunch, by=by, made=actions.new_key()
                ).connection
            connection = introductions.suggest(referral, service=service or cast.lunch, by=by, made=actions.new_key())
            return introductions.step(connection, to=Step.AGREED, by=by)

    return made


@pytest.fixture
def room(cast):
    """room(2): Olive says that there are two places."""

    def said(available, maximum=None):
        return Capacity.objects.create(
            service=cast.lunch, available=available, maximum=maximum, said_by_name="Olive Byrne"
        )

    return said


def pulse():
    """What the beat wakes."""
    with acting_as("reminders"):
        sweeping.follow_called_off()
        going_on.keep_up()
        offering.offer_places()
