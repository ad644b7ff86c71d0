"""What changed for a group: pairs in their windows alone, doubts beside the numbers, figures for nobody else."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, identify
from outcomes.measuring import comparing, together, windows
from outcomes.measuring.models import Reading
from outcomes.measuring.states import Mode, Moment
from referrals.actions import accept, new_key
from referrals.following import measures
from referrals.following.models import MeasureDue
from referrals.models import Referral
from tests.cast import mr_ames

HIGH = {"lack_companionship": "often", "left_out": "often", "isolated": "often"}
LOW = {"lack_companionship": "some_of_the_time", "left_out": "some_of_the_time", "isolated": "often"}
TODAY = timezone.localdate()


def read(referral, weeks_ago, answers, moment, mode=Mode.PHONE):
    return Reading(
        referral=referral, instrument="ucla3", version="1", mode=mode, moment=moment, answers=answers,
        taken_on=TODAY - timedelta(weeks=weeks_ago), made_at=timezone.now(), **new_key(),
    )  # fmt: skip


@pytest.fixture
def people(cast):
    """Nine of Carl's: eight read twice in their time, one only once."""
    rows = []
    with acting_as("seed"):
        for n in range(9):
            referral = accept(mr_ames(cast), by=cast.carl)
            rows.append(read(referral, 20, HIGH, Moment.BASELINE))
            if n < 8:
                rows.append(read(referral, 8, LOW, Moment.FOLLOW_UP, Mode.LINK if n == 0 else Mode.PHONE))
        Reading.objects.bulk_create(rows)


def line(user):
    identify(user)
    found, outside = together.changed(user, TODAY - timedelta(days=365), TODAY + timedelta(days=1))
    return (found[0] if found else None), outside


def test_eight_of_nine_read_twice_have_a_mean_a_share_and_what_is_missing_beside_it(cast, people):
    row, _outside = line(cast.tess)
    told = row.told
    assert (told["n_eligible"], told["n_pairs"], told["completion_pct"], told["status"]) == (9, 8, 88.9, "indicative")
    assert (told["mean_improvement"], told["n_improved"], row.helped, row.reached) == (2.0, 8, 1, [])


def test_the_page_says_it_with_its_caption_and_nobody_elsewhere_reads_it(cast, sign_in, people):
    page = sign_in(cast.carl).get(reverse("team_change"))
    assert [part in page.text for part in ("2.0 points better", "8 of 9 were asked twice", "Indicative")] == [True] * 3
    assert page.text.count(str(comparing.CAPTION)) == 2
    assert "Ames" not in page.text
    for who in ("nia", "cora"):
        assert sign_in(getattr(cast, who)).get(reverse("team_change")).context["rows"] == []
    assert sign_in(cast.colm).get(reverse("team_change")).status_code == 404


def test_seven_pairs_are_too_few_to_say_anything(cast, sign_in, people):
    with acting_as("seed"):
        gone = Referral.objects.filter(readings__moment="follow_up").first()
        Referral.objects.filter(pk=gone.pk).update(connector=None)
    page = sign_in(cast.tess).get(reverse("team_change"))
    assert "Fewer than 8 people were asked twice" in page.text
    assert [one["full"] for one in page.context["rows"]] == [False]


def test_days_in_the_wrong_order_are_said_beside_their_field(cast, sign_in):
    page = sign_in(cast.tess).get(reverse("team_change"), {"begins": "2026-05-01", "ends": "2026-04-01"})
    assert (page.status_code, page.context["form"].errors) == (422, {"ends": ["Choose a day after the first"]})


@pytest.mark.parametrize(
    ("weeks", "moment", "counts"),
    [(7, "follow_up", False), (8, "follow_up", True), (16, "later", True), (17, "follow_up", False),
     (4, "exit", True), (3, "exit", False), (30, "exit", True)],
)  # fmt: skip
def test_a_second_reading_counts_from_eight_to_sixteen_weeks_and_at_the_end_from_four(weeks, moment, counts):
    first = read(None, 40, HIGH, Moment.BASELINE)
    found = windows.span([first, read(None, 40 - weeks, LOW, moment)], spoke_on=None)
    assert (found.before is first, found.after is not None, found.out_of_window) == (True, counts, 0 if counts else 1)


def test_a_first_reading_later_than_28_days_after_the_first_word_is_none_of_the_kind():
    first = read(None, 0, HIGH, Moment.BASELINE)
    assert windows.span([first], spoke_on=TODAY - timedelta(days=28)).before is first
    assert windows.span([first], spoke_on=TODAY - timedelta(days=29)).before is None


def test_whoever_comes_back_begins_anew_and_is_not_compared_across_the_gap():
    rows = [read(None, 60, HIGH, "baseline"), read(None, 48, LOW, "follow_up"), read(None, 2, HIGH, "reentry")]
    assert [[one.moment for one in some] for some in windows.episodes(rows)] == [["baseline", "follow_up"], ["reentry"]]
    assert [(one.before.moment, one.after.moment) for one in comparing.pairs(rows)] == [("baseline", "follow_up")]


def planned(referral):
    rows = MeasureDue.objects.filter(referral=referral).order_by("episode", "due_on")
    return [(row.episode, row.what, row.why_not, row.done_at is None) for row in rows]


def test_after_the_first_reading_the_next_two_are_planned_and_the_end_asks_once_more(cast, with_carl):
    identify(cast.carl)
    measures.plan_after_first(with_carl, TODAY - timedelta(weeks=5))
    MeasureDue.objects.filter(what="baseline").update(done_at=timezone.now() - timedelta(weeks=5))
    measures.at_the_end(with_carl, why="completed")
    assert planned(with_carl) == [
        (1, "exit", "", True), (1, "baseline", "", False), (1, "follow_up", "ended", False),
        (1, "later", "ended", False),
    ]  # fmt: skip
    measures.plan_return(with_carl)
    measures.plan_baseline(with_carl)
    assert planned(with_carl)[4:] == [(2, "reentry", "", True)]


@pytest.mark.parametrize(("weeks", "why"), [(3, "completed"), (5, "died"), (5, "")])
def test_nobody_is_asked_at_the_end_too_soon_or_where_it_would_be_wrong(cast, with_carl, weeks, why):
    identify(cast.carl)
    MeasureDue.objects.filter(what="baseline").update(done_at=timezone.now() - timedelta(weeks=weeks))
    measures.at_the_end(with_carl, why=why)
    assert not MeasureDue.objects.filter(what="exit").exists()


def test_what_is_late_stands_apart_from_what_is_due(cast, sign_in, with_carl):
    identify(cast.carl)
    MeasureDue.objects.update(due_on=TODAY - timedelta(days=15))
    assert (measures.late(cast.carl).count(), measures.in_time(cast.carl).count()) == (1, 0)
    MeasureDue.objects.update(due_on=TODAY - timedelta(days=14))
    assert (measures.late(cast.carl).count(), measures.in_time(cast.carl).count()) == (0, 1)
    assert isinstance(MeasureDue.objects.first().until, date)
