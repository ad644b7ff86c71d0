"""Trainings in the simulated year: played through their own actions, nothing refused."""

from collections import Counter
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from connect.identity import acting_as
from connect.people.training.booking import sweeping
from connect.people.training.booking.models import Booking
from connect.people.training.models import Trainee, TrainingSession
from outcomes.simulation import rates, training
from outcomes.simulation.chance import Dice

pytestmark = pytest.mark.django_db


def test_a_session_from_planning_to_what_was_said_of_it(cast, monkeypatch):
    for name in ("TRAINING_A_DAY", "BOOKS_A_DAY", "ASKS_FOR_PLACE_A_DAY", "COMES_TO_TRAINING", "SAYS_HOW_SURE"):
        monkeypatch.setattr(rates, name, 1)
    monkeypatch.setattr(rates, "GIVES_PLACE_UP", 0)
    tally = Counter()
    note = lambda what: tally.update([what])  # noqa: E731
    played = SimpleNamespace(lead=cast.tess, workers=[cast.rosa, cast.ravi])
    world = SimpleNamespace(cast=played, part=0, note=note)
    training.day(world, Dice("1"))
    monkeypatch.setattr(rates, "TRAINING_A_DAY", 0)
    over = timezone.now() - timedelta(hours=3)
    TrainingSession.objects.update(starts_at=over, ends_at=over + timedelta(hours=2), held_on=timezone.localdate(over))
    training.day(world, Dice("2"))
    sweeping.ask_after()
    training.day(world, Dice("3"))
    assert tally == Counter(training_booked=2, training_planned=1, training_taken=1, training_sure=2)
    with acting_as("training"):
        assert (Trainee.objects.who_came().count(), Booking.objects.exclude(after=None).count()) == (2, 2)
