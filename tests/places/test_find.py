"""What somebody types becomes a spot on the map, or a sentence that says what to do."""

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from connect.places import demo
from connect.places.find import MalformedPostcode, PlaceError, Spot, UnknownPlace, locate, normalise
from connect.places.models import Area, Postcode

GARNET_TERRACE = (643400, 443360)


@pytest.fixture
def kelderby(db):
    demo.load()


def where(text: str) -> tuple[str, str | None]:
    spot = locate(text)
    return spot.label, spot.ward and spot.ward.name


@pytest.mark.parametrize("typed", ["KX2 4HD", "kx24hd", " Kx2  4hD ", "KX2-4HD", "k x 2 4 h d", "KX2\x004HD"])
def test_a_postcode_is_understood_in_any_case_and_spacing(kelderby, typed):
    millrace = Area.objects.get(name="Millrace")
    assert locate(typed) == Spot("KX2 4HD", *GARNET_TERRACE, millrace)


@pytest.mark.parametrize(
    ("typed", "meant"), [("sw1a1aa", "SW1A 1AA"), ("B1 1AA", "B1 1AA"), ("KX2 OHD", "KX2 0HD"), ("kx2lhd", "KX2 1HD")]
)
def test_a_letter_where_only_a_digit_can_stand_is_read_as_the_digit(typed, meant):
    assert normalise(typed) == meant


@pytest.mark.parametrize(
    "typed", ["", "KX2", "KX2 4H", "KX2 4HDD", "2KX 4HD", "KX2 4CI", "KXX 4HD", "hello", "KX2 4HDé1"]
)
def test_what_is_no_whole_postcode_is_not_made_into_one(typed):
    with pytest.raises(MalformedPostcode):
        normalise(typed)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("KX2", ("KX2", None)),
        ("kx2 4", ("KX2 4", "Millrace")),
        ("KX24", ("KX2 4", "Millrace")),
        ("KX2 4H", ("KX2 4H", "Millrace")),
        ("millrace", ("Millrace", "Millrace")),
        ("HOLLIN  PARK", ("Hollin Park", "Hollin Park")),
        ("Kelderby", ("Kelderby", None)),
        ("fuller st", ("Fuller Street", "Millrace")),
        ("Fuller Street, Millrace", ("Fuller Street", "Millrace")),
        ("6 Garnet Terrace, Millrace, Kelderby", ("Garnet Terrace", "Millrace")),
        ("Some house, Fuller Street", ("Fuller Street", "Millrace")),
        ("St Mark’s hall, KX2 4TQ", ("KX2 4TQ", "Millrace")),
    ],
)
def test_parts_of_postcodes_streets_wards_and_the_town_are_found(kelderby, typed, found):
    assert where(typed) == found


def test_a_district_is_the_middle_of_its_own_postcodes_and_of_no_longer_one(kelderby):
    before = locate("KX2")
    Postcode.objects.create(postcode="KX21 1AA", easting=1, northing=1)
    assert locate("KX2") == before


def test_an_ended_postcode_is_still_found_but_does_not_move_its_district(kelderby):
    before = locate("KX2")
    Postcode.objects.create(postcode="KX2 9ZZ", easting=1, northing=1, terminated=True)
    assert locate("KX2 9ZZ").easting == 1
    assert locate("KX2") == before


@pytest.mark.parametrize(
    ("typed", "error", "message"),
    [
        ("", UnknownPlace, "Enter a postcode, a street or an area, like KX2 4HD"),
        (" ,\x00; ", UnknownPlace, "Enter a postcode, a street or an area, like KX2 4HD"),
        ("KX2 4ZZ", UnknownPlace, "We do not know the postcode KX2 4ZZ. Check it, or enter a street or an area"),
        ("KX9", UnknownPlace, "We do not know KX9. Enter a postcode, a street or an area, like KX2 4HD"),
        ("Narnia", UnknownPlace, "We do not know Narnia. Enter a postcode, a street or an area, like KX2 4HD"),
        ("Fuller Street, Beacon", None, None),
        ("KX2 4H1", MalformedPostcode, "KX2 4H1 is not a whole postcode. Check it: a postcode looks like KX2 4HD"),
        ("x" * 10_000, UnknownPlace, "That is too long. Enter only a postcode, a street or an area"),
    ],
)
def test_each_refusal_says_what_to_do(kelderby, typed, error, message):
    if error is None:
        assert where(typed) == ("Beacon", "Beacon")  # not that street there: the area that was named, then
        return
    with pytest.raises(error) as refused:
        locate(typed)
    assert refused.value.message == message


def test_the_refusal_is_in_the_language_of_the_page(kelderby, monkeypatch):
    monkeypatch.setattr("connect.places.find._", lambda text: f"cy: {text}")
    with override("cy"), pytest.raises(UnknownPlace, match=r"^cy: "):
        locate("Narnia")


@given(st.text(max_size=300))
def test_nothing_that_can_be_typed_breaks_it(typed):
    from connect.places import find

    printable = find._printable(typed)
    assert "\x00" not in printable
    printable.encode()
    find._beginnings(printable.upper())
    find._not_found(printable)


@pytest.mark.parametrize(
    "typed", ["\ud800", "a\x00b", ",".join("ab" * 40), "'; drop table x; --", "%", "_", "\\", "KX%"]
)
def test_hostile_text_is_an_unknown_place_in_few_questions(kelderby, typed, django_assert_max_num_queries):
    with django_assert_max_num_queries(12), pytest.raises(PlaceError):
        locate(typed)
