"""What failed visits say of a listing: told to its editors by several people, never with anybody in it."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from connect.identity import acting_as
from directory.models import Report
from referrals import actions
from referrals.belonging import Connection
from referrals.following import listings
from referrals.following.models import Reason
from referrals.models import Person, Referral
from tests.cast import mr_ames

pytestmark = pytest.mark.django_db


def found_nobody(cast, number, **more):
    """So many people were sent there and found nobody."""
    for _n in range(number):
        referral = mr_ames(cast)
        with acting_as("seed"):
            actions.accept(referral, by=cast.carl)
            club = Connection.objects.create(
                referral=referral, person_id=referral.person_id, service=cast.lunch, made_by=cast.carl,
                key=uuid.uuid4(), content_hash="", made_in="",
            )  # fmt: skip
            Reason.objects.create(
                referral=referral, connection=club, **{"why": "not_there", "said_by": "person"} | more
            )


def reports():
    with acting_as("reminders"):
        listings.flag()
        listings.flag()
        return [(one.service.name, one.what, one.reply_to) for one in Report.objects.all()]


def test_two_who_found_nobody_are_one_report_without_a_name(cast):
    found_nobody(cast, 2)
    assert reports() == [("St Mark's lunch club", "closed", "")]
    with acting_as("reminders"):
        assert [name for name in ("Stanley", "Ames", "Carl") if name in Report.objects.get().words] == []


def test_one_may_have_taken_the_wrong_turning(cast):
    found_nobody(cast, 1)
    assert reports() == []


def test_the_same_person_twice_is_one(cast):
    found_nobody(cast, 1)
    with acting_as("seed"):
        club = Connection.objects.get()
        Reason.objects.create(referral_id=club.referral_id, connection=club, why="not_there", said_by="connector")
    assert reports() == []


def test_other_reasons_are_nobodys_business_but_ours(cast):
    found_nobody(cast, 3, why="nerves")
    assert reports() == []


def test_somebody_who_went_since_says_it_is_alive(cast):
    found_nobody(cast, 2)
    with acting_as("seed"):
        later = timezone.now() + timedelta(hours=1)
        Connection.objects.filter(pk=Connection.objects.first().pk).update(last_attended_at=later)
    assert reports() == []


def test_what_was_said_three_months_ago_is_forgotten(cast):
    found_nobody(cast, 2, at=timezone.now() - timedelta(days=90))
    assert reports() == []


def test_somebody_restricted_is_in_no_number(cast):
    found_nobody(cast, 2)
    with acting_as("seed"):
        hidden = Referral.objects.first()
        Person.objects.filter(pk=hidden.person_id).update(restricted=True)
    assert reports() == []
