"""A crisis in the simulated year: played through its own actions, and everybody on its list is heard of."""

from collections import Counter
from types import SimpleNamespace

import pytest

from connect.identity import acting_as, identify
from outcomes.simulation import crisis, rates
from outcomes.simulation.chance import Dice
from referrals.crisis.models import Crisis
from referrals.crisis.tasks import look_in
from tests.cast import mr_ames

pytestmark = pytest.mark.django_db


def test_some_days_of_it_have_a_bit_of_everything(cast, monkeypatch):
    from referrals import actions

    with acting_as("seed"):
        for _ in range(3):
            referral = actions.accept(mr_ames(cast), by=cast.carl)
            said = {"channel": "call", "reached": True, "note": ""}
            actions.record_contact(referral, **said, by=cast.carl, made=actions.new_key())
    for name in ("ASKED_ABOUT_CHECKS_A_DAY", "AGREES_TO_CHECKS"):
        monkeypatch.setattr(rates, name, 1)
    monkeypatch.setattr(rates, "CRISIS_A_DAY", 0)
    tally = Counter()
    note = lambda what: tally.update([what])  # noqa: E731
    world = SimpleNamespace(
        part=0, cast=SimpleNamespace(lead=cast.tess, team=cast.team, connectors=[cast.carl]), note=note
    )
    for n in range(8):
        monkeypatch.setattr(rates, "CRISIS_A_DAY", n > 1)
        monkeypatch.setattr(rates, "CRISIS_ENDS_A_DAY", n == 7)
        monkeypatch.setattr(rates, "ANSWERS_A_CHECK", n % 2)
        crisis.day(world, Dice(f"3 {n}"))
        identify()
        look_in()
    assert {"crisis_yes_given", "crisis_on", "crisis_round", "crisis_off"} <= set(tally)
    assert sum(n for what, n in tally.items() if what.startswith(("crisis_link", "crisis_phone"))) > 0
    with acting_as("seed"):
        assert Crisis.objects.filter(ended_at=None).count() == 0
