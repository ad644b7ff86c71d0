"""Sessions by the clock on the wall in London, and timetables in words."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override

from directory.models import Schedule
from directory.schedule import LONDON, next_session, next_sessions, sessions, timetable


def at(year, month, day, hour=0, minute=0):
    return datetime(year, month, day, hour, minute, tzinfo=LONDON)


def starts(schedule, after, limit=3):
    found = sessions(schedule, after)
    return [next(found).starts_at for _ in range(limit)]


def test_it_is_noon_on_the_wall_before_and_after_the_clocks_change():
    lunch = Schedule(byday="SU", opens_at=time(12), closes_at=time(14))
    found = starts(lunch, at(2026, 3, 20))
    assert [moment.strftime("%d %b %H:%M %z") for moment in found] == [
        "22 Mar 12:00 +0000",
        "29 Mar 12:00 +0100",
        "05 Apr 12:00 +0100",
    ]


def test_a_session_that_has_begun_is_not_the_next():
    lunch = Schedule(byday="TU", opens_at=time(12))
    assert starts(lunch, at(2026, 11, 24, 11, 59), 1) == [at(2026, 11, 24, 12)]
    assert starts(lunch, at(2026, 11, 24, 12), 1) == [at(2026, 12, 1, 12)]


def test_the_asker_may_be_in_another_time_zone():
    lunch = Schedule(byday="TU", opens_at=time(12))
    there = datetime(2026, 11, 24, 7, tzinfo=ZoneInfo("America/New_York"))  # noon in London
    assert starts(lunch, there, 1) == [at(2026, 12, 1, 12)]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"byday": "TU,FR"}, [date(2026, 11, 24), date(2026, 11, 27), date(2026, 12, 1)]),
        (
            {"byday": "TU", "interval": 2, "dtstart": date(2024, 1, 2)},
            [date(2026, 12, 1), date(2026, 12, 15), date(2026, 12, 29)],
        ),
        ({"freq": "MONTHLY", "byday": "1FR"}, [date(2026, 12, 4), date(2027, 1, 1), date(2027, 2, 5)]),
        ({"freq": "MONTHLY", "byday": "-1MO"}, [date(2026, 11, 30), date(2026, 12, 28), date(2027, 1, 25)]),
        ({"freq": "MONTHLY", "dtstart": date(2020, 1, 31)}, [date(2026, 12, 31), date(2027, 1, 31), date(2027, 3, 31)]),
        ({"dtstart": date(2020, 1, 2)}, [date(2026, 11, 26), date(2026, 12, 3), date(2026, 12, 10)]),
        ({"byday": "TU", "dtstart": date(2027, 1, 1)}, [date(2027, 1, 5), date(2027, 1, 12), date(2027, 1, 19)]),
        ({"byday": "2TU"}, [date(2026, 11, 24), date(2026, 12, 1), date(2026, 12, 8)]),  # a week has no second Tuesday
    ],
)
def test_rules_give_their_days(given, expected):
    found = starts(Schedule(opens_at=time(10), **given), at(2026, 11, 21))
    assert [moment.date() for moment in found] == expected


@pytest.mark.parametrize(
    "given",
    [
        {"byday": "TU"},  # no hour
        {"byday": "TU", "interval": 2, "opens_at": time(10)},  # every other Tuesday, from when?
        {"opens_at": time(10)},  # no day
        {"freq": "ONCE", "dtstart": date(2020, 1, 1), "opens_at": time(10)},  # over
        {"byday": "TU", "valid_to": date(2026, 11, 1), "opens_at": time(10)},  # ended
    ],
)
def test_where_nobody_can_know_there_is_no_session(given):
    assert list(sessions(Schedule(**given), at(2026, 11, 21))) == []


def test_days_on_which_it_is_off_are_left_out():
    lunch = Schedule(byday="FR", opens_at=time(12), except_on=[date(2026, 12, 25), date(2027, 1, 1)])
    assert starts(lunch, at(2026, 12, 20), 1) == [at(2027, 1, 8, 12)]


def test_a_party_past_midnight_ends_on_the_next_day():
    party = Schedule(byday="FR", opens_at=time(20), closes_at=time(1))
    assert next(sessions(party, at(2026, 11, 21))).ends_at == at(2026, 11, 28, 1)


def test_the_next_of_several_schedules_is_the_soonest(listing):
    choir = listing("Choir", days="FR")
    Schedule.objects.create(service=choir, byday="WE", opens_at=time(19), location=choir.locations.get())
    soonest = next_session(choir, at(2026, 11, 21))
    assert (soonest.starts_at, soonest.location) == (at(2026, 11, 25, 19), choir.locations.get())
    assert [each.starts_at.day for each in next_sessions(choir, at(2026, 11, 21), 3)] == [25, 27, 2]


def words(*schedules):
    return [f"{line.days}, {line.hours}".replace("\u00a0", " ") for line in timetable(schedules)]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"byday": "TU,FR"}, "Tuesdays and Fridays"),
        ({"byday": "MO,TU,WE,TH,FR"}, "Monday to Friday"),
        ({"byday": "MO,TU,WE,TH,FR,SA,SU"}, "Every day"),
        ({"byday": "TU", "interval": 2}, "Every other Tuesday"),
        ({"byday": "TU", "interval": 3}, "Tuesdays, every 3 weeks"),
        ({"freq": "MONTHLY", "byday": "1FR"}, "First Friday of the month"),
        ({"freq": "MONTHLY", "byday": "1SU,3SU"}, "First and third Sunday of the month"),
        ({"freq": "MONTHLY", "byday": "3SU,1SU"}, "First and third Sunday of the month"),
        ({"freq": "MONTHLY", "byday": "-1FR,2FR"}, "Second and last Friday of the month"),
        ({"freq": "MONTHLY", "byday": "-1MO"}, "Last Monday of the month"),
        ({"freq": "MONTHLY", "bymonthday": "3"}, "Every month, on day 3"),
    ],
)
def test_a_timetable_reads_as_people_say_it(given, expected):
    assert words(Schedule(opens_at=time(12), closes_at=time(14), **given)) == [f"{expected}, 12 to 2pm"]


def test_rows_with_one_weekday_each_and_the_same_hours_share_a_line():
    rows = [Schedule(byday=day, opens_at=time(9, 30), closes_at=time(11)) for day in ("MO", "WE")]
    assert words(*rows) == ["Mondays and Wednesdays, 9:30 to 11am"]


def test_the_first_comes_before_the_third_in_whichever_order_the_rows_came():
    rows = [Schedule(freq="MONTHLY", byday=day, opens_at=time(12), closes_at=time(14)) for day in ("3SU", "1SU")]
    assert words(*rows) == ["First and third Sunday of the month, 12 to 2pm"]


def test_in_welsh_the_first_comes_before_the_third_too():
    rows = [Schedule(freq="MONTHLY", byday=day, opens_at=time(12), closes_at=time(14)) for day in ("3SU", "1SU")]
    with override("cy"):
        [line] = timetable(rows)
    assert line.days == "Dydd Sul (cyntaf a trydydd y mis)"
