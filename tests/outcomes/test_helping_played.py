"""Small helps and the chest as the simulated borough plays them."""

from collections import Counter
from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest

from connect.identity import acting_as
from connect.messaging.hours import LONDON
from outcomes.chest import actions as chest_actions
from outcomes.simulation import chest, clock, helping, rates
from outcomes.simulation.chance import Dice
from referrals import actions
from tests.cast import mr_ames

pytestmark = pytest.mark.django_db

BEGINS = datetime(2026, 11, 2, 9, 40, tzinfo=LONDON)  # a Monday


def a_world(cast, tally):
    played = SimpleNamespace(team=cast.team, lead=cast.tess, connectors=[cast.carl])
    plan = SimpleNamespace(begins=BEGINS)
    return SimpleNamespace(cast=played, plan=plan, part=0, note=lambda what: tally.update([what]))


def test_a_small_help_is_asked_offered_introduced_done_and_thanked(cast, monkeypatch):
    for certain in ("SMALL_HELP_A_DAY", "OFFERS_A_SMALL_HELP", "DOES_A_SMALL_HELP"):
        monkeypatch.setattr(rates, certain, 1.0)
    with acting_as("seed"):
        referral = actions.accept(mr_ames(cast), by=cast.carl)
        actions.record_contact(referral, channel="call", reached=True, note="", by=cast.carl, made=actions.new_key())
    tally = Counter()
    for number in range(8):
        with clock.at(BEGINS + timedelta(days=number)):
            helping.day(a_world(cast, tally), Dice(f"a week {number}"))
    steps = ("asked", "offered", "introduced", "done", "thanked")
    assert min(tally[f"small_help_{step}"] for step in steps) > 0


def test_a_group_asks_for_money_two_decide_and_it_tells_what_came_of_it(cast, monkeypatch):
    for certain in ("GROUP_ASKS_FOR_MONEY", "GROUP_CONFIRMS", "YES_TO_A_GROUP", "GROUP_TELLS"):
        monkeypatch.setattr(rates, certain, 1.0)
    tally = Counter()
    for week in (0, 1, 14):
        with clock.at(BEGINS + timedelta(weeks=week)):
            chest.day(a_world(cast, tally), Dice(f"week {week}"))
            with acting_as("reminders"):
                chest_actions.ask_what_it_led_to()
    with clock.at(BEGINS + timedelta(weeks=15)):
        chest.day(a_world(cast, tally), Dice("the last"))
    assert min(tally[f"chest_{step}"] for step in ("asked", "confirmed", "yes", "told")) > 0
