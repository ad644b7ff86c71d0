"""Somebody went: the listing is alive, whoever says so, and nothing is said of whom."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as
from directory.models import Service, Standing
from referrals.going import actions as going
from referrals.models import Occasion, Person
from referrals.reminding import sweeping
from referrals.states import Answer, Says

pytestmark = pytest.mark.django_db


@pytest.fixture
def over(expected):
    with acting_as("seed"):
        ended = timezone.now() - timedelta(hours=3)
        Occasion.objects.filter(pk=expected.pk).update(starts_at=ended - timedelta(hours=2), ends_at=ended)
    with acting_as("reminders"):
        sweeping.ask_who_went()
    with acting_as("seed"):
        return Occasion.objects.select_related("referral").get(pk=expected.pk)


def said(occasion, who, answer):
    with acting_as("seed"):
        going.answer(occasion, said_by=who, answer=answer)


@pytest.mark.parametrize("who", [Says.PERSON, Says.ORGANISER, Says.CONNECTOR])
def test_whoever_says_they_went_the_listing_has_been_gone_to(over, who):
    said(over, who, Answer.WENT)
    assert Standing.objects.get().last_attended_on == timezone.localdate(over.starts_at)


@pytest.mark.parametrize("answer", [Answer.NOT, Answer.UNSURE, Answer.RING])
def test_any_other_answer_is_no_sign_of_life(over, answer):
    said(over, Says.PERSON, answer)
    assert Standing.objects.count() == 0


def test_a_hidden_listing_comes_back_with_the_answer(cast, over):
    long_ago = timezone.now() - timedelta(days=400)
    Service.objects.update(withheld_at=timezone.now(), check_by=long_ago.date(), verified_at=long_ago)
    said(over, Says.ORGANISER, Answer.WENT)
    assert Service.objects.get(pk=cast.lunch.pk).withheld_at is None


def test_that_somebody_restricted_went_is_written_nowhere(over):
    with acting_as("seed"):
        Person.objects.update(restricted=True)
    said(over, Says.CONNECTOR, Answer.WENT)
    assert Standing.objects.count() == 0


def test_the_page_says_so_where_the_last_check_is_long_ago_and_names_nobody(cast, over, client):
    said(over, Says.PERSON, Answer.WENT)
    where = reverse("listing", args=[cast.lunch.pk])
    assert "Somebody went in" not in client.get(where).content.decode()
    Service.objects.update(verified_at=timezone.now() - timedelta(days=120))
    told = client.get(where).content.decode()
    assert ("Somebody went in" in told, "Stanley" in told, "Ames" in told) == (True, False, False)
