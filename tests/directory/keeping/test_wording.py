"""Parts of a document in plain words, and two of them side by side."""

import pytest

from directory import document
from directory.keeping import wording

pytestmark = pytest.mark.django_db

PLACE = {
    "id": "x",
    "name": "St Mark’s hall",
    "address_1": "Fuller Street",
    "postcode": "KX2 4TQ",
    "address_public": True,
}
TIMES = {"freq": "WEEKLY", "interval": 1, "byday": "TU", "opens_at": "12:00:00", "closes_at": "14:00:00"}


@pytest.mark.parametrize(
    ("part", "value", "words"),
    [
        ("name", "Choir", ["Choir"]),
        ("free", True, ["Yes"]),
        ("free", False, ["No"]),
        ("fees", "", []),
        ("kind", "group", ["A group"]),
        ("status", "temporarily closed", ["Shut for now"]),
        ("shut_from", "2027-12-24", ["Friday 24 December 2027"]),
        ("wellbeing", ["connect", "be_active"], ["Connect, Be active"]),
        ("needs", ["company"], ["Company"]),
        ("reach_metres", 3219, ["2 miles"]),
        ("description", "One.\n\nTwo.", ["One.", "Two."]),
        ("costs", [{"option": "Lunch", "amount": "4.50", "amount_description": ""}], ["Lunch: £4.50"]),
        ("costs", [{"option": "Tea", "amount": None, "amount_description": "what you can"}], ["Tea: what you can"]),
        ("costs", [{"option": "Carers", "amount": "0.00", "amount_description": ""}], ["Carers: Free"]),
        ("places", [{**PLACE, "step_free": True}], ["St Mark’s hall, Fuller Street, KX2 4TQ", "Step-free: Yes"]),
        ("schedules", [TIMES], ["Tuesdays, 12 to 2pm"]),
        (
            "schedules",
            [{**TIMES, "term_time": True, "not_on_bank_holidays": True}],
            ["Tuesdays, 12 to 2pm, in school terms only, not on bank holidays"],
        ),
        (
            "schedules",
            [{**TIMES, "freq": "MONTHLY", "byday": "1FR,-1FR"}],
            ["First and last Friday of the month, 12 to 2pm"],
        ),
        ("schedules", [{"freq": "WEEKLY", "interval": 1, "byday": ""}], ["Ask when"]),
        ("community", None, []),
        (
            "community",
            {
                "platform": "facebook_group",
                "address": "https://www.facebook.com/groups/11",
                "members": 40,
                "admins": [],
            },
            ["Facebook group", "Address: https://www.facebook.com/groups/11", "Members: 40"],
        ),
    ],
)
def test_a_part_in_words(part, value, words):
    assert wording.lines(part, value) == words


def test_several_places_say_which_each_fact_is_about():
    two = [{**PLACE, "step_free": True}, {**PLACE, "name": "The annexe", "step_free": False}]
    assert wording.lines("places", two)[1::2] == ["St Mark’s hall: Step-free: Yes", "The annexe: Step-free: No"]


def test_every_part_has_a_plain_label():
    assert [part for part in document.PARTS if wording.label(part) == part] == []


def test_side_by_side_marks_only_what_differs():
    was = {"fees": "£4", "places": [{**PLACE, "step_free": True}]}
    now = {"fees": "£5", "places": [{**PLACE, "step_free": True, "hearing_loop": True}]}
    fees, places = wording.compare(was, now)
    assert [(line.text, line.differs) for line in (*fees.was, *fees.now)] == [("£4", True), ("£5", True)]
    assert [line.text for line in places.was if line.differs] == []
    assert [line.text for line in places.now if line.differs] == ["Hearing loop: Yes"]


def test_what_a_document_of_long_ago_lacks_is_no_fault():
    assert wording.lines("schedules", [{"freq": "ONCE"}]) == ["Ask when"]
    assert wording.lines("places", [{}]) == ["A place without a name"]


def test_the_whole_of_a_real_listing_can_be_said(cast):
    said = document.of(cast.lunch)
    told = dict(wording.told(said, document.PARTS))
    assert (told["When"], told["Contact: phone"]) == (["Tuesdays, 12 to 2pm"], ["01632 960 042"])
