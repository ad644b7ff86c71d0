"""What followed a training: one's own, a lead's people, and nobody else's."""

import uuid
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, identify
from connect.people.training import actions
from connect.people.training.pasting import Row
from referrals.after_training import reading
from referrals.models import Referral
from tests.cast import mr_ames

pytestmark = pytest.mark.django_db


@pytest.fixture
def trained(cast):
    """Rosa and Ravi, a hundred days ago; Rosa has referred two people since, and Carl's team got them."""
    day = timezone.localdate() - timedelta(days=100)
    with acting_as("seed"):
        actions.record(
            people=[Row(1, "Rosa", "rosa@example.org"), Row(2, "Ravi", "ravi@example.org")], body=cast.homes,
            refresher_on=None, by=cast.lena, held_on=day, kind="mecc",
            made={"key": uuid.uuid4(), "content_hash": "", "made_in": ""},
        )  # fmt: skip
        first, _now = mr_ames(cast), mr_ames(cast)
        Referral.objects.filter(pk=first.pk).update(submitted_at=timezone.now() - timedelta(days=95))
    return day


@pytest.mark.parametrize(
    ("on", "month"),
    [((2026, 1, 30), -1), ((2026, 1, 31), 0), ((2026, 2, 28), 0), ((2026, 3, 31), 2), ((2027, 1, 31), 12)],
)
def test_months_are_counted_from_the_day(on, month):
    assert reading.month_since(date(2026, 1, 31), date(*on)) == month


def test_rosa_sees_her_own_and_lena_those_of_hers(cast, sign_in, trained):
    rosa = sign_in(cast.rosa).get(reverse("after_training")).context
    assert (rosa["own"].total, rosa["own"].months[0], rosa["people"]) == (2, 1, [])
    lena = sign_in(cast.lena).get(reverse("after_training")).context
    assert [(one.name, one.total) for one in lena["people"]] == [("Rosa Marsh", 2), ("Ravi Lunt", 0)]


@pytest.mark.parametrize("name", ["tess", "carl"])
def test_those_of_another_organisation_are_not_theirs(cast, sign_in, trained, name):
    page = sign_in(getattr(cast, name)).get(reverse("after_training")).context
    assert (page["own"], page["people"]) == (None, [])


@pytest.mark.parametrize("name", ["colm", "dev", "vera", "adam"])
def test_others_find_no_page(cast, sign_in, name):
    assert sign_in(getattr(cast, name)).get(reverse("after_training")).status_code == 404


def test_for_the_report_it_is_counts_of_workers_by_month(cast, trained):
    with acting_as("freeze"):
        counted = reading.counts(timezone.localdate())
    assert [(one.month, one.trained, one.active) for one in counted] == [(0, 2, 1), (1, 2, 0), (2, 2, 0)]
    identify(cast.colm)
    assert reading.counts(timezone.localdate()) == []


def test_chats_are_told_of_all_together_and_not_of_fewer_than_five(cast, sign_in, trained):
    rosa = sign_in(cast.rosa)

    def chat():
        rosa.post(reverse("chat"), {"key": uuid.uuid4(), "asked": "yes", "came": "talked"})

    identify(cast.lena)
    for _four in range(4):
        chat()
    identify(cast.lena)
    since = timezone.localdate() - timedelta(days=365)
    assert [n for _month, n in reading.chats_of(cast.lena, since)] == [None]
    chat()
    identify(cast.lena)
    assert [n for _month, n in reading.chats_of(cast.lena, since)] == [5]
