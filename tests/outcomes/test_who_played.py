"""Who people are, as the simulated borough plays it: asked once, on paper, by whoever holds them."""

from collections import Counter
from datetime import datetime
from types import SimpleNamespace

import pytest

from connect.identity import acting_as
from connect.messaging.hours import LONDON
from outcomes.equality import answers
from outcomes.simulation import clock, rates, who_they_are
from outcomes.simulation.chance import Dice
from referrals import actions
from tests.cast import mr_ames

WEDNESDAY = datetime(2026, 11, 4, 9, 40, tzinfo=LONDON)


@pytest.mark.parametrize(("refuses", "kept"), [(0.0, 2), (1.0, 0)])
def test_whoever_was_spoken_with_is_asked_once(cast, monkeypatch, refuses, kept):
    monkeypatch.setattr(rates, "RATHER_NOT_SAY_WHO", refuses)
    with acting_as("seed"):
        rows = [actions.accept(mr_ames(cast, age_then=71), by=cast.carl) for _n in range(2)]
        for row in rows:
            actions.record_contact(row, channel="call", reached=True, note="", by=cast.carl, made=actions.new_key())
    tally = Counter()
    played = SimpleNamespace(connectors=[cast.carl, cast.cora])
    world = SimpleNamespace(seed=1, cast=played, note=lambda what: tally.update([what]))
    with clock.at(WEDNESDAY):
        for n in range(2):
            who_they_are.day(world, Dice(f"{n}"))
    given = answers.latest([row.pk for row in rows])
    assert ([one["age_band"] for one in given.values()], sum(tally.values())) == (["65_74"] * kept, 2)
