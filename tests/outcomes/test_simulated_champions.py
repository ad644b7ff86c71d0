"""Champions and local groups in the simulated year: played through their own actions, nothing refused."""

from collections import Counter
from types import SimpleNamespace

import pytest

from connect.identity import acting_as
from connect.people.champions.models import Champion
from directory.network.models import Group, PollAnswer
from outcomes.simulation import champions, rates
from outcomes.simulation.chance import Dice

pytestmark = pytest.mark.django_db


def test_some_days_of_it_have_a_bit_of_everything(cast, monkeypatch):
    for name in ("CHAMPION_A_DAY", "CHAMPION_OPENS", "GROUP_A_DAY", "POLL_A_DAY", "THANKED_A_DAY", "LETTER_A_DAY"):
        monkeypatch.setattr(rates, name, 1)
    monkeypatch.setattr(rates, "CHAMPION_LEAVES", 0.1)
    tally = Counter()
    note = lambda what: tally.update([what])  # noqa: E731
    world = SimpleNamespace(part=0, cast=SimpleNamespace(lead=cast.tess, team=cast.team), note=note)
    for n in range(8):
        champions.day(world, Dice(f"1 {n}"))
    asked = {"champion_asked", "champion_proved", "champion_begun", "champion_thanked", "group_joined", "poll_begun"}
    assert asked | {"admins_written_to", "poll_answered", "champion_left"} <= set(tally)
    with acting_as("seed"):
        told = (Champion.objects.count(), Group.objects.count(), PollAnswer.objects.count())
    assert told == (tally["champion_asked"], 8, tally["poll_answered"])
