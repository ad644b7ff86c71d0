"""A small borough, lived from a seed: legal, the same each time, with a bit of everything, and its figures add up."""

from collections import Counter
from datetime import date, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from connect.identity import acting_as
from connect.messaging.hours import LONDON
from connect.messaging.models import Message
from connect.messaging.states import State as Sent
from outcomes.figures import catalogue, freezing
from outcomes.figures.counting import Span
from outcomes.models import Figure
from outcomes.simulation import digest, laws, world
from referrals.models import Person, Referral, ReferralEvent
from referrals.states import OPEN, State

pytestmark = pytest.mark.django_db

SO_FAR = ("received", "contacted", "introduced", "attended")
UNTIL = datetime(2026, 11, 20, 16, tzinfo=LONDON)


def played(people=14, seed=1):
    return world.play(world.Plan(people, 1, seed, UNTIL))


class Undone(Exception):
    """The world is thought away again."""


def told(seed):
    """What a world comes to; nothing of it stays."""
    try:
        with transaction.atomic():
            tally = played(people=4, seed=seed)
            found = tally, digest.of_the_world()
            raise Undone
    except Undone:
        return found


def test_a_small_world_breaks_no_law_leaves_nothing_to_be_sent_and_its_figures_add_up(cast):
    tally = played()
    laws.uphold()
    assert not [what for what in tally if what.startswith("refused")]
    assert min(tally[what] for what in ("accepted", "reached", "chat_asked")) > 0
    is_asked_for_once(tally)
    is_plainly_invented()
    leaves_nothing_to_be_sent()
    adds_up(cast, date(2026, 10, 1))


def is_asked_for_once(tally):
    asked = sum(number for what, number in tally.items() if what.startswith("asked_by_"))
    with acting_as("seed"):
        assert (Referral.objects.count(), asked) == (14, 14)
        assert ReferralEvent.objects.filter(at__gt=UNTIL).count() == 0
        queued = Referral.objects.filter(state__in=OPEN, connector=None)
        assert set(queued.values_list("state", flat=True)) <= {State.SUBMITTED, State.RETURNED}


def is_plainly_invented():
    with acting_as("seed"):
        assert Person.objects.exclude(phone__regex=r"^(07700 900|01632 960) \d{3}$").count() == 0
        assert Person.objects.exclude(email="").exclude(email__endswith="@example.org").count() == 0


def leaves_nothing_to_be_sent():
    """A worker that wakes up now finds what is due today, not what was due in two months."""
    with acting_as("delivery"):
        left = Message.objects.not_yet_sent()
        assert left.filter(due_at__lte=UNTIL - timedelta(hours=8)).count() == 0
        assert left.count() < 10
        assert Message.objects.filter(state=Sent.SENT).count() > 40
        assert Message.objects.filter(state=Sent.SENT, sent_at__gt=UNTIL).count() == 0


def adds_up(cast, month):
    wards = freezing.wards_of(cast.borough)
    span = Span(month, wards, UNTIL, "england")
    with acting_as("freeze"):
        so_far = [list(catalogue.counts()[key].counted(span)) for key in SO_FAR]
    with acting_as("seed"):
        rows = Referral.objects.filter(submitted_at__month=month.month)
        by_ward = Counter(rows.values_list("ward", flat=True))
        went = rows.filter(occasions__attendances__answer="went").distinct().count()
    received, contacted, introduced, attended = map(len, so_far)
    assert Counter(one.ward for one in so_far[0]) == by_ward
    assert received >= contacted >= introduced >= attended
    assert attended <= went
    assert Figure.objects.filter(release__period=month, count__in=SO_FAR, level="ward").count() == 4 * len(wards)


def test_another_seed_lives_other_lives(cast):
    assert told(7)[1] != told(8)[1]


def test_it_is_played_in_a_demo_only(cast, settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="for the demo only"):
        call_command("simulate")


def test_a_longer_world_is_played_after_a_shorter_one_by_the_same_people(cast):
    def gathered(months):
        plan = world.Plan(300, months, 1, UNTIL)
        return world.gather(plan, lambda _seed: None)

    shorter, longer = gathered(2), gathered(12)
    assert {one.email for one in longer.connectors} <= {one.email for one in shorter.connectors}
    assert {one.email for one in longer.workers} == {one.email for one in shorter.workers}
