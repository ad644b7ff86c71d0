"""Exceptions of a timetable in words."""

from datetime import date, timedelta

import pytest

from directory.apart_from import remarks
from directory.models import Schedule

TODAY = date(2026, 11, 21)
XMAS = [date(2026, 12, 24) + timedelta(days=n) for n in range(9)]


def when(**fields):
    return Schedule(**({"byday": "TU", "freq": "WEEKLY"} | fields))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"except_on": [date(2026, 12, 24), date(2026, 12, 31)]}, ["Not on 24 and 31 December"]),
        ({"except_on": [date(2026, 12, 29), date(2027, 1, 5)]}, ["Not on 29 December and 5 January"]),
        ({"except_on": XMAS}, ["Not from 24 December to 1 January"]),
        ({"except_on": [date(2026, 12, 8), *XMAS]}, ["Not on 8 December", "Not from 24 December to 1 January"]),
        ({"also_on": [date(2026, 12, 5)]}, ["Also on 5 December"]),
        ({"except_on": [date(2026, 11, 20), date(2028, 1, 1)]}, []),  # gone by; and nobody plans so far ahead
        ({"term_time": True, "not_on_bank_holidays": True}, ["In school terms only", "Not on bank holidays"]),
        ({"dtstart": date(2026, 12, 1)}, ["From Tuesday 1 December"]),
        ({"dtstart": date(2026, 1, 6), "valid_to": date(2026, 12, 15)}, ["Until Tuesday 15 December"]),
        ({"freq": "ONCE", "byday": "", "dtstart": date(2026, 12, 1), "valid_to": date(2026, 12, 1)}, []),
    ],
)
def test_an_exception_is_said_as_people_say_it(fields, words):
    assert remarks([when(**fields)], TODAY) == words


def test_what_holds_for_a_part_of_the_timetable_names_that_part():
    assert remarks([when(), when(byday="FR", term_time=True)], TODAY) == ["Fridays: in school terms only"]
    assert remarks([when(term_time=True), when(byday="FR", term_time=True)], TODAY) == ["In school terms only"]
