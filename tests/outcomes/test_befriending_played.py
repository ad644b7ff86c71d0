"""Befriending as the simulated borough plays it: a month in which somebody comes in, is matched, and visits."""

from collections import Counter
from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest

from connect.identity import acting_as
from connect.messaging.hours import LONDON
from directory.models import Service
from outcomes.simulation import befriending, clock, rates
from outcomes.simulation.chance import Dice
from referrals import actions
from referrals.befriending import tasks
from referrals.befriending.models import BefrienderMatch, BefrienderVisit
from tests.cast import mr_ames

pytestmark = pytest.mark.django_db

BEGINS = datetime(2026, 11, 2, 9, 40, tzinfo=LONDON)


def test_somebody_comes_in_is_matched_and_visits(cast, monkeypatch):
    for certain in ("OFFERS_TO_BEFRIEND", "PRESSES_THE_LINK", "WOULD_LIKE_A_BEFRIENDER", "SAYS_YES_TO_A_MATCH"):
        monkeypatch.setattr(rates, certain, 1.0)
    Service.objects.create(organisation=cast.action, name="Kelderby befrienders", kind="befriending")
    with clock.at(BEGINS - timedelta(days=1)), acting_as("seed"):
        referral = actions.accept(mr_ames(cast), by=cast.carl)
        actions.record_contact(referral, channel="call", reached=True, note="", by=cast.carl, made=actions.new_key())
    world, tally = a_world(cast)
    for number in range(40):
        with clock.at(BEGINS + timedelta(days=number)):
            befriending.day(world, Dice(f"a month {number}"))
            tasks.follow_volunteers()
            tasks.follow_befriending()
    wanted = ("volunteer_approved", "befriender_asked_for", "befriender_first_visit", "visit_met")
    assert min(tally[what] for what in wanted) > 0
    with acting_as("seed"):
        assert BefrienderVisit.objects.filter(read_at=None).count() <= 1
        BefrienderMatch.objects.filter(state="going").update(alarmed_at=BEGINS, next_on=BEGINS)
    with clock.at(BEGINS - timedelta(days=300)):  # they live later than a world that ends on the demo's first day
        befriending.day(world, Dice("the year before"))
    with acting_as("seed"):
        assert {one.next_on for one in BefrienderMatch.objects.filter(state="going")} == {BEGINS.date()}


def a_world(cast):
    tally = Counter()
    played = SimpleNamespace(team=cast.team, lead=cast.tess, connectors=[cast.carl], postcodes=["KX2 4HD"])
    return SimpleNamespace(cast=played, is_last=True, note=lambda what: tally.update([what])), tally
