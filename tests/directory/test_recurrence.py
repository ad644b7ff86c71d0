"""The one engine for what repeats: a year of days, read as a whole."""

from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from connect.people.models import Tenant
from directory import coming, recurrence
from directory.models import Schedule, SchoolTerm, SearchEntry
from directory.schedule import LONDON, next_session, note_coming, sessions

D = date.fromisoformat


def days(since, until, **said):
    found = recurrence.dates(Schedule(**said), D(since), until=D(until))
    return " ".join(f"{day:%y-%m-%d}" for day in found)


WINTER = ("2026-11-21", "2027-02-28")
CASES = {
    # the clocks go forward on 28 March 2027 and back on 31 October 2027; days are days all the same
    "Sundays over the change of the clocks": (
        {"byday": "SU"}, "2027-03-20", "2027-04-05", "27-03-21 27-03-28 27-04-04"),
    "Tuesday, 29 February 2028": (
        {"byday": "TU"}, "2028-02-20", "2028-03-10", "28-02-22 28-02-29 28-03-07"),
    "the 29th of each month": (
        {"freq": "MONTHLY", "bymonthday": "29"}, "2027-01-01", "2028-04-01",
        "27-01-29 27-03-29 27-04-29 27-05-29 27-06-29 27-07-29 27-08-29 27-09-29 27-10-29 27-11-29 27-12-29 "
        "28-01-29 28-02-29 28-03-29"),
    "a party on a leap day": (
        {"freq": "ONCE", "dtstart": D("2028-02-29")}, "2027-01-01", "2029-01-01", "28-02-29"),
    "the fifth Monday, where there is one": (
        {"freq": "MONTHLY", "byday": "5MO"}, "2026-11-21", "2027-12-31",
        "26-11-30 27-03-29 27-05-31 27-08-30 27-11-29"),
    "the last Monday": (
        {"freq": "MONTHLY", "byday": "-1MO"}, *WINTER, "26-11-30 26-12-28 27-01-25 27-02-22"),
    "the last day of the month": (
        {"freq": "MONTHLY", "bymonthday": "-1"}, *WINTER, "26-11-30 26-12-31 27-01-31 27-02-28"),
    "every other Thursday, from a Thursday": (
        {"byday": "TH", "interval": 2, "dtstart": D("2026-01-08")}, "2026-12-01", "2027-01-31",
        "26-12-10 26-12-24 27-01-07 27-01-21"),
    "every other week, Tuesday and Friday, from a Thursday": (
        {"byday": "TU,FR", "interval": 2, "dtstart": D("2026-12-03")}, "2026-11-21", "2027-01-10",
        "26-12-04 26-12-15 26-12-18 26-12-29 27-01-01"),
    "every third month": (
        {"freq": "MONTHLY", "byday": "1SA", "interval": 3, "dtstart": D("2026-02-01")}, "2026-11-01", "2027-06-01",
        "26-11-07 27-02-06 27-05-01"),
    "Mondays, bank holidays or not": (
        {"byday": "MO"}, "2026-12-20", "2027-01-10", "26-12-21 26-12-28 27-01-04"),
    # Boxing Day 2026 is a Saturday: the Monday after is the day off
    "Mondays, not on bank holidays, over Christmas": (
        {"byday": "MO", "not_on_bank_holidays": True}, "2026-12-20", "2027-01-10", "26-12-21 27-01-04"),
    "Mondays, not on bank holidays, over Easter": (
        {"byday": "MO", "not_on_bank_holidays": True}, "2027-03-20", "2027-04-10", "27-03-22 27-04-05"),
    "Fridays, not on bank holidays, over Easter": (
        {"byday": "FR", "not_on_bank_holidays": True}, "2027-03-15", "2027-04-05", "27-03-19 27-04-02"),
    "in term time, first and last day of term among them": (
        {"byday": "MO,FR", "term_time": True}, "2026-12-01", "2027-01-20",
        "26-12-04 26-12-07 26-12-11 26-12-14 26-12-18 27-01-04 27-01-08 27-01-11 27-01-15 27-01-18"),
    "in term time, beyond the terms that anybody has told us": (
        {"byday": "MO", "term_time": True}, "2027-03-01", "2027-06-01", "27-03-01 27-03-08 27-03-15 27-03-22"),
    "a week off, and a day more": (
        {"byday": "WE", "except_on": [D("2026-12-23"), D("2026-12-30")], "also_on": [D("2026-12-22")]},
        "2026-12-10", "2027-01-10", "26-12-16 26-12-22 27-01-06"),
    "a day named twice is one day, and a day called off is off though somebody named it": (
        {"byday": "WE", "also_on": [D("2026-12-16"), D("2026-12-17")], "except_on": [D("2026-12-17")]},
        "2026-12-10", "2026-12-24", "26-12-16 26-12-23"),
    "a day somebody named is on, holiday and term or not": (
        {"byday": "MO", "not_on_bank_holidays": True, "term_time": True, "also_on": [D("2026-12-28")]},
        "2026-12-15", "2027-01-05", "26-12-28 27-01-04"),
    "until it ends, that day among them": (
        {"byday": "WE", "valid_to": D("2026-12-16"), "also_on": [D("2026-12-20")]}, "2026-12-01", "2027-02-01",
        "26-12-02 26-12-09 26-12-16"),
    "once, and once more": (
        {"freq": "ONCE", "dtstart": D("2026-12-05"), "also_on": [D("2026-12-12")]}, *WINTER, "26-12-05 26-12-12"),
    "a day that is in no calendar": (
        {"byday": "XX,99MO", "freq": "MONTHLY"}, *WINTER, ""),
    "the 31st of every February": (
        {"freq": "MONTHLY", "bymonthday": "31", "interval": 12, "dtstart": D("2026-02-01")}, *WINTER, ""),
}  # fmt: skip


@pytest.fixture
def terms(db):
    Tenant.objects.create(place="Kelderby", phone="", help_phone="")
    SchoolTerm.objects.create(name="Autumn 2026", starts_on="2026-09-02", ends_on="2026-12-18")
    SchoolTerm.objects.create(name="Spring 2027", starts_on="2027-01-04", ends_on="2027-03-25")


def test_the_days_of_every_kind_of_timetable(terms):
    assert {name: days(*span, **said) for name, (said, *span, _expected) in CASES.items()} == {
        name: expected for name, (_said, *_span, expected) in CASES.items()
    }


@pytest.mark.parametrize(
    ("nation", "open_on"),
    [
        ("england", "27-03-15 27-03-22 27-04-05"),
        ("scotland", "27-03-15 27-03-22 27-03-29 27-04-05"),  # Easter Monday is none there
    ],
)
def test_a_bank_holiday_is_the_nations_own(terms, nation, open_on):
    Tenant.objects.update(nation=nation)
    assert days("2027-03-10", "2027-04-06", byday="MO", not_on_bank_holidays=True) == open_on


def test_it_is_noon_by_the_clock_on_both_sides_of_each_change(terms):
    lunch = Schedule(byday="SU", opens_at=time(12), closes_at=time(14))
    found = sessions(lunch, D_at("2027-03-20"))
    spring = [next(found).starts_at.strftime("%d %b %H:%M %z") for _ in range(2)]
    found = sessions(lunch, D_at("2027-10-23"))
    autumn = [next(found).starts_at.strftime("%d %b %H:%M %z") for _ in range(2)]
    assert spring + autumn == [
        "21 Mar 12:00 +0000", "28 Mar 12:00 +0100", "24 Oct 12:00 +0100", "31 Oct 12:00 +0000",
    ]  # fmt: skip


def D_at(day):
    from datetime import datetime

    return datetime.combine(D(day), time(), LONDON)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"byday": "TU"}, None),
        ({"byday": "TU", "valid_to": D("2026-12-01")}, D("2026-12-01")),
        ({"freq": "ONCE", "dtstart": D("2026-12-01")}, D("2026-12-01")),
        ({"freq": "ONCE", "dtstart": D("2026-12-01"), "also_on": [D("2026-12-08")]}, D("2026-12-08")),
        ({"freq": "ONCE"}, None),
    ],
)
def test_the_last_day_of_a_timetable(said, expected):
    assert recurrence.last_day(Schedule(**said)) == expected


def test_nobody_is_expected_while_a_listing_is_shut(listing):
    choir = listing("Choir", days="FR", status="temporarily closed", shut_from=D("2026-12-01"))
    choir.reopens_on = D("2026-12-19")
    monday = D_at("2026-11-23")
    assert next_session(choir, monday).day == D("2026-11-27")
    assert next_session(choir, D_at("2026-12-01")).day == D("2026-12-25")
    choir.reopens_on = None
    assert next_session(choir, D_at("2026-12-01")) is None


# --- what the search keeps beside each listing


@pytest.fixture
def monday(time_machine):
    time_machine.move_to(D_at("2026-11-23"), tick=False)


def coming_of(service):
    return [f"{day:%m-%d}" for day in service.schedules.get().coming]


def test_a_timetable_is_saved_with_its_days_of_three_weeks(monday, listing):
    assert coming_of(listing("Choir", days="MO")) == ["11-23", "11-30", "12-07"]


def test_each_night_only_what_has_changed_is_written(monday, listing, time_machine):
    choir, lunch = listing("Choir", days="MO"), listing("Lunch", days="TU")
    entries = {entry.service_id: entry.pk for entry in SearchEntry.objects.all()}
    time_machine.move_to(D_at("2026-11-24"), tick=False)
    assert coming.refresh() == 1
    assert (coming_of(choir), coming_of(lunch)) == (["11-30", "12-07", "12-14"], ["11-24", "12-01", "12-08"])
    now = {entry.service_id: entry.pk for entry in SearchEntry.objects.all()}
    assert [now[each.pk] == entries[each.pk] for each in (choir, lunch)] == [False, True]  # the index too
    assert coming.refresh() == 0


def test_many_at_once_ask_for_terms_and_nation_once(monday, terms):
    rows = [Schedule(byday=day, term_time=True, not_on_bank_holidays=True) for day in ("MO", "TU", "WE")]
    with CaptureQueriesContext(
        connection,
    ) as asked:
        changed = note_coming(rows)
    assert (len(changed), len(asked)) == (3, 2)


def test_the_nights_work_goes_batch_by_batch(monday, listing, time_machine, monkeypatch):
    monkeypatch.setattr(coming, "BATCH", 2)
    groups = [listing(f"Group {n}", days="MO") for n in range(5)]
    time_machine.move_to(D_at("2026-11-24") + timedelta(hours=1), tick=False)
    assert coming.refresh() == 5
    assert {tuple(coming_of(group)) for group in groups} == {("11-30", "12-07", "12-14")}


# --- what is over leaves the search


ENDS = {
    "weekly": [{"byday": "TU"}],
    "until November": [{"byday": "TU", "valid_to": D("2026-11-22")}],
    "until tomorrow": [{"byday": "TU", "valid_to": D("2026-11-24")}],
    "once, yesterday": [{"freq": "ONCE", "dtstart": D("2026-11-22")}],
    "once, today": [{"freq": "ONCE", "dtstart": D("2026-11-23")}],
    "once, and again": [{"freq": "ONCE", "dtstart": D("2026-11-02"), "also_on": [D("2026-12-02")]}],
    "once, and not again": [
        {"freq": "ONCE", "dtstart": D("2026-11-02"), "also_on": [D("2026-12-02")], "except_on": [D("2026-12-02")]}
    ],
    "one over, one going on": [{"freq": "ONCE", "dtstart": D("2026-11-02")}, {"byday": "TU"}],
    "no times at all": [],
}


def test_what_is_over_leaves_the_search_by_the_same_last_day(monday, listing, names):
    from directory.search import search

    for name, times in ENDS.items():
        group = listing(name)
        for said in times:
            Schedule.objects.create(service=group, **said)
    last = {name: [recurrence.last_day(Schedule(**said)) for said in times] for name, times in ENDS.items()}
    still_on = {name for name, ends in last.items() if not ends or None in ends or max(ends) >= D("2026-11-23")}
    assert still_on == {
        "weekly", "until tomorrow", "once, today", "once, and again", "one over, one going on", "no times at all",
    }  # fmt: skip
    assert set(names(search())) == still_on
