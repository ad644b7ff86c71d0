"""Where somebody stands becomes a name they would use, never finer than a street."""

import pytest

from connect.places import demo
from connect.places.find import UnknownPlace, locate
from connect.places.models import Area, Postcode, Street
from connect.places.nearest import named


@pytest.fixture
def kelderby(db):
    demo.load()


def test_in_a_street_it_is_the_street(kelderby):
    assert named(643400, 443360).label == "Garnet Terrace, Millrace"


def test_the_name_finds_the_same_spot_again(kelderby):
    spot = named(643400, 443360)
    found = locate(spot.label)
    assert (found.easting, found.northing, found.ward) == (spot.easting, spot.northing, spot.ward)


def test_where_no_streets_are_known_it_is_the_ward_or_the_part_of_a_postcode_whose_middle_is_nearer(db):
    ward = Area.objects.create(code="W1", name="Larkfield", kind=Area.Kind.WARD)
    for postcode, north in (("AB1 1AA", 0), ("AB1 1AB", 200), ("AB1 2AA", 4000)):
        Postcode.objects.create(postcode=postcode, easting=400_000, northing=300_000 + north, ward=ward)
    assert (named(400_000, 300_050).label, named(400_000, 301_400).label) == ("AB1 1", "Larkfield")


def test_a_whole_postcode_is_never_the_answer(kelderby):
    Street.objects.all().delete()
    for postcode in Postcode.objects.all():
        assert named(postcode.easting, postcode.northing).label != postcode.postcode


def test_a_ward_of_the_same_name_far_away_is_not_meant(db):
    for code, east in (("W1", 100_000), ("W2", 400_000)):
        ward = Area.objects.create(code=code, name="Market", kind=Area.Kind.WARD)
        Postcode.objects.create(postcode=f"A{code[1]} 1AA", easting=east, northing=300_000, ward=ward)
    assert named(400_000, 300_000).label == "A2 1"


def test_where_nothing_is_known_for_miles_it_says_what_to_do(kelderby):
    with pytest.raises(UnknownPlace) as problem:
        named(200_000, 200_000)
    assert problem.value.message == "We do not know the place where you are. Type a postcode, a street or an area"
