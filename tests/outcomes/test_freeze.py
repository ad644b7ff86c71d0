"""A closed month is counted once, shown through the policy, and never changes."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from threading import Barrier

import pytest
import time_machine
from django.db import DatabaseError, connection, transaction
from django.utils.crypto import salted_hmac

from connect.identity import acting_as
from connect.places.models import Area
from outcomes import tasks
from outcomes.disclosure import POLICY
from outcomes.figures import freezing, recounting
from outcomes.models import Figure, Release
from tests.outcomes import october

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("few_counts")]


@pytest.fixture
def now():
    with time_machine.travel(october.FROZEN, tick=False) as traveller:
        yield traveller


def shown(count):
    rows = Figure.objects.filter(count=count, category="", release__grain="month")
    return dict(rows.values_list("place_name", "shown"))


def test_a_month_is_written_down_as_it_is_shown(cast, now):
    october.fill(cast, cast.ward, received=13, contacted_=12, introduced_=9, attended_=3)
    october.fill(cast, cast.other_ward, received=8, contacted_=2)
    [release] = freezing.freeze(october.MONTH, by="freeze")
    assert (release.area_name, release.period, release.counted_to) == ("Kelderby", october.MONTH, october.DUE)
    assert (release.policy, release.frozen_by, release.frozen_at) == (POLICY, "freeze", october.FROZEN)
    assert shown("received") == {"Kelderby": "20", "Millrace": "15", "Northgate": "10"}
    assert shown("contacted") == {"Kelderby": "15", "Millrace": "10", "Northgate": "*"}
    assert shown("introduced") == {"Kelderby": "10", "Millrace": "10", "Northgate": "0"}
    assert shown("attended") == {"Kelderby": "*", "Millrace": "*", "Northgate": "*"}


def test_freezing_again_changes_nothing_whatever_has_happened_since(cast, now):
    october.fill(cast, cast.ward, received=13)
    freezing.freeze(october.MONTH, by="freeze")
    before = list(Figure.objects.values_list("pk", "shown"))
    october.fill(cast, cast.ward, received=9)
    assert freezing.freeze(october.MONTH, by="freeze") == []
    assert list(Figure.objects.values_list("pk", "shown")) == before


def test_a_month_whose_ten_working_days_are_not_over_is_refused(cast, now):
    now.move_to(october.FROZEN - timedelta(hours=1))
    with pytest.raises(freezing.NotClosed):
        freezing.freeze(october.MONTH, by="freeze")
    assert not Release.objects.exists()


def test_the_task_freezes_every_month_that_is_due_and_then_rests(cast, now):
    october.referred(cast, at=datetime(2026, 8, 3, 12, tzinfo=UTC))
    tasks.freeze()
    months = [date(2026, 10, 1), date(2026, 9, 1), date(2026, 8, 1)]
    assert list(Release.objects.filter(grain="month").values_list("period", flat=True)) == months
    tasks.freeze()
    assert sorted(one.span.address for one in Release.objects.all()) == ["2026-08", "2026-09", "2026-10", "2026-q3"]


def test_with_nobody_ever_referred_there_is_nothing_to_freeze(cast, now):
    assert freezing.freeze_due(by="freeze") == []


def test_each_authority_a_team_serves_has_a_release_of_its_own(cast, now):
    farside = Area.objects.create(code="F01", name="Farside", kind=Area.Kind.AUTHORITY)
    green = cast.other_team.areas.get()
    green.parent = farside
    green.save()
    Area.objects.create(code="X01", name="Served by nobody", kind=Area.Kind.AUTHORITY)
    october.fill(cast, cast.ward, received=13)
    assert [one.area_name for one in freezing.freeze(october.MONTH, by="freeze")] == ["Farside", "Kelderby"]
    assert set(Figure.objects.filter(release__area_name="Farside", rule=POLICY).values_list("shown", flat=True)) == {
        "0"
    }


@pytest.mark.parametrize(
    "change",
    [
        lambda: Figure.objects.update(shown="10"),
        lambda: Figure.objects.all().delete(),
        lambda: Release.objects.update(area_name="Elsewhere"),
        lambda: connection.cursor().execute("delete from outcomes_release"),
    ],
)
def test_the_database_refuses_to_change_or_remove_a_figure(cast, now, change):
    october.fill(cast, cast.ward, received=13)
    freezing.freeze(october.MONTH, by="freeze")
    with pytest.raises(DatabaseError, match=r"permission denied|Cannot update or delete"), transaction.atomic():
        change()
    assert shown("received") == {"Kelderby": "15", "Millrace": "15", "Northgate": "0"}


@pytest.mark.parametrize("exact", ["3", "5", "13", "-1", "15 ", ""])
def test_the_database_refuses_a_number_the_policy_would_not_show(cast, now, exact):
    freezing.freeze(october.MONTH, by="freeze")
    release = Release.objects.get()
    with pytest.raises(DatabaseError, match="shown_is_disclosed"), transaction.atomic():
        Figure.objects.create(release=release, position=999, count="received", place_code="X", rule=POLICY, shown=exact)


def test_the_freezer_reads_no_person_under_protection(cast):
    from referrals.models import Person

    october.referred(cast, restricted=True)
    plain = october.referred(cast)
    with acting_as("freeze"):
        assert list(Person.objects.all()) == [plain.person]


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_the_same_moment_make_one_release(cast):
    october.fill(cast, cast.ward, received=13)
    start = Barrier(2)

    def work(_):
        try:
            start.wait(timeout=10)
            return freezing.freeze(october.MONTH, by="freeze")
        finally:
            connection.close()

    with time_machine.travel(october.FROZEN, tick=False), ThreadPoolExecutor(2) as workers:
        made = [release for releases in workers.map(work, range(2)) for release in releases]
    assert (len(made), Release.objects.count(), Figure.objects.count()) == (
        1,
        1,
        Figure.objects.filter(release=made[0]).count(),
    )


def test_counting_a_frozen_month_again_finds_no_difference_but_what_came_late(cast, now):
    october.fill(cast, cast.ward, received=13, contacted_=12)
    freezing.freeze(october.MONTH, by="freeze")
    assert list(recounting.differences(late=False)) == []
    october.contacted(october.referred(cast), after=1)
    late = {one.count: (one.was, one.now) for one in recounting.differences(late=True)}
    assert late == dict.fromkeys(["received", "received_by_role", "received_by_organisation"], (13, 14)) | {
        "contacted": (12, 13)
    }


def test_a_digest_is_still_the_one_that_stands_in_earlier_months(settings):
    keyed = salted_hmac("outcomes.figures.ledger", "somebody", secret=settings.SECRET_KEY, algorithm="sha256")
    assert freezing._digest("somebody") == int.from_bytes(keyed.digest()[:8], signed=True)
