"""A referral's life, step by step, and everybody who may not take the step."""

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError
from django.utils import timezone

from connect.identity import identify
from referrals import actions
from referrals.models import Referral
from referrals.states import Closed, Next, State
from tests.cast import mr_ames

pytestmark = pytest.mark.django_db


def test_a_referral_arrives_with_its_person_consents_and_first_event(cast):
    referral = mr_ames(cast)
    identify(cast.rosa)
    found = Referral.objects.visible_to(cast.rosa).get()
    assert (found, found.state, found.team, found.ward) == (referral, "submitted", cast.team, cast.ward)
    assert {c.purpose for c in found.consents.all()} == {"contact", "tell_referrer"}
    assert [(e.was, e.to) for e in found.events.all()] == [("", "submitted")]


def test_carl_accepts_and_it_is_his(cast):
    referral = mr_ames(cast)
    identify(cast.carl)
    actions.accept(Referral.objects.visible_to(cast.carl).get(), by=cast.carl)
    assert list(Referral.objects.caseload_of(cast.carl)) == [referral]


def test_cora_who_works_beside_him_no_longer_sees_it(cast):
    referral = mr_ames(cast)
    identify(cast.carl)
    actions.accept(referral, by=cast.carl)
    identify(cast.cora)
    assert list(Referral.objects.all()) == []


def test_whoever_is_over_is_owed_nothing(cast):
    referral = mr_ames(cast)
    identify(cast.carl)
    actions.close(actions.accept(referral, by=cast.carl), by=cast.carl, why=Closed.DECLINED)
    actions.owe(referral, Next.RING, timezone.localdate())
    assert (referral.state, referral.next_step, referral.next_on) == ("closed", "", None)


def test_nia_cannot_accept_what_she_cannot_see(cast):
    referral = mr_ames(cast)
    identify(cast.nia)
    with pytest.raises(Referral.DoesNotExist):
        actions.accept(referral, by=cast.nia)


def test_a_move_that_the_table_does_not_have_is_refused(cast):
    referral = mr_ames(cast)
    identify(cast.carl)
    with pytest.raises(actions.CannotMove):
        actions.move(referral, to=State.ACTIVE, by=cast.carl)


def test_the_database_refuses_it_too(cast):
    mr_ames(cast)
    identify(cast.carl)
    with pytest.raises(ProgrammingError, match="Invalid transition"), transaction.atomic():
        Referral.objects.update(state="active")
