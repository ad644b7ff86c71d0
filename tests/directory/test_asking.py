"""One box, several questions: a place and a day among the words go where places and days go."""

import re

import pytest
from django.http import QueryDict

from connect.places.models import Area, Postcode
from directory import asking
from directory.search import search


@pytest.fixture
def borough(db):
    for n, name in enumerate(("Northgate", "Millrace")):
        ward = Area.objects.create(code=f"K{n}", name=name, kind=Area.Kind.WARD)
        Postcode.objects.create(postcode=f"KX{n + 1} 4HD", easting=450_000, northing=300_000 + 4000 * n, ward=ward)


def read(typed, **more):
    query = QueryDict(mutable=True)
    for name, value in {"q": typed, **more}.items():
        query[name] = value
    asked = asking.read(query)
    return asked["q"], asked.get("near", ""), asked.getlist("day")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("men's shed near Northgate", ("men's shed", "Northgate", [])),
        ("lunch in Millrace", ("lunch", "Millrace", [])),
        ("Lunch Around KX2 4HD", ("Lunch", "KX2 4HD", [])),
        ("lunch kx2 4hd", ("lunch", "kx2 4hd", [])),
        ("my postcode KX2 4HD cards", ("cards", "KX2 4HD", [])),
        ("near kx2 4hd, cards on Tuesday", ("cards", "kx2 4hd", ["TU"])),
        ("my postcode is KX2 4HD", ("", "KX2 4HD", [])),
        ("cards KX9 9ZZ whist", ("cards KX9 9ZZ whist", "", [])),
        ("near Northgate", ("", "Northgate", [])),
        ("a walk by the river near Northgate", ("a walk by the river", "Northgate", [])),
        ("cinio yn Millrace", ("cinio", "Millrace", [])),
        ("stand by me", ("stand by me", "", [])),
        ("lunch in Atlantis", ("lunch in Atlantis", "", [])),
        ("coffee monday", ("coffee", "", ["MO"])),
        ("Coffee on a Monday", ("Coffee", "", ["MO"])),
        ("coffee on mondays and fridays", ("coffee", "", ["MO", "FR"])),
        ("coffee monday near Northgate", ("coffee", "Northgate", ["MO"])),
        ("coffee near Northgate on Monday", ("coffee", "Northgate", ["MO"])),
        ("walking at the weekend", ("walking", "", ["SA", "SU"])),
        ("coffi ar ddydd Llun", ("coffi", "", ["MO"])),
        ("sun and sat nav", ("sun and sat nav", "", [])),
        ("choir Northgate", ("choir", "Northgate", [])),
        ("choir kx2", ("choir", "kx2", [])),
        ("choir KX2 4", ("choir", "KX2 4", [])),
        ("Northgate", ("Northgate", "", [])),
        ("Northgate brass", ("Northgate brass", "", [])),
    ],
)
def test_a_place_and_a_day_are_read_out_of_the_words(borough, typed, expected):
    assert read(typed) == expected


@pytest.mark.parametrize(
    ("typed", "words", "soon"),
    [
        ("quiz tonight", "quiz", {"when": ["today"], "time": ["evening"]}),
        ("lunch today", "lunch", {"when": ["today"]}),
        ("walking this weekend", "walking", {"when": ["weekend"]}),
        ("saturday morning choir", "choir", {"day": ["SA"], "time": ["morning"]}),
        ("choir in the evenings", "choir", {"time": ["evening"]}),
        ("côr yfory", "côr", {"when": ["tomorrow"]}),
        ("coffee morning", "coffee morning", {}),
        ("the evening room", "the evening room", {}),
        ("evenings are the worst", "evenings are the worst", {}),
    ],
)
def test_soon_and_parts_of_the_day_are_read_too(borough, typed, words, soon):
    asked = asking.read({"q": typed})
    assert asked["q"] == words
    assert {name: asked.getlist(name) for name in ("when", "time", "day") if asked.getlist(name)} == soon


def test_a_place_already_given_is_left_alone(borough):
    assert read("lunch in Millrace", near="Northgate") == ("lunch in Millrace", "Northgate", [])


def test_words_taken_exactly_are_left_alone(borough):
    assert read("coffee monday near Northgate", exact="on") == ("coffee monday near Northgate", "", [])


def test_the_boxes_show_what_was_read(client, borough, listing):
    listing("Kelderby Men’s Shed", days="MO")
    page = client.get("/", {"q": "mens shed near Northgate on monday"}).text
    assert re.findall(r'value="([^"]*)"[^>]*id="id_(q|near)"', page) == [("mens shed", "q"), ("Northgate", "near")]
    assert 'name="day" value="MO" checked' in page
    assert "1 place for mens shed within 2 miles of Northgate" in page
    assert 'href="?q=mens+shed&amp;near=Northgate"' in page  # the day taken off stays off


def test_the_name_of_a_place_and_a_small_word_are_no_slips(borough, listing):
    listing("Northgates quiz, with a nearly new stall and a millrack")
    for typed in ("quiz millrace", "quiz near", "Millrace"):
        assert search(typed).reading.is_corrected is False


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("I am 83 and on my own", ("on my own", "83")),
        ("my mum, she's 79, cards", ("my mum, cards", "79")),
        ("aged 60 years old choir", ("choir", "60")),
        ("over 60s lunch", ("over 60s lunch", "")),
        ("i am 12 weeks pregnant", ("i am 12 weeks pregnant", "")),
        ("cards near me", ("cards", "")),
        ("near me", ("near me", "")),
    ],
)
def test_an_age_goes_where_ages_go_and_near_me_is_no_place(borough, typed, expected):
    query = QueryDict(mutable=True)
    query["q"] = typed
    asked = asking.read(query)
    assert (asked["q"], asked.get("age", "")) == expected
