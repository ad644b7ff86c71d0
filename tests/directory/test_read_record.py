"""Records of feeds as they really come: what is taken, what is left out, and that it is said."""

import json
from datetime import date, time

import pytest

from connect.places.grid import to_bng
from directory.openreferral import contact, record, text, times
from directory.openreferral.record import Refused


def read(**raw):
    return record.read({"id": "1", "name": "Choir", **raw})


def quirk(shared, name):
    page = json.loads((shared / "oruk/samples/live-quirks" / name).read_text())
    return record.read((page.get("contents") or page["content"])[0])


def test_a_vendors_3_0_is_read(shared):
    told = quirk(shared, "openplace-v3.json")
    assert told.fields["description"] == "About\n\nWe meet weekly."
    assert (told.fields["minimum_age"], told.fields["maximum_age"]) == (None, None)
    assert (told.fields["contact_phone"], told.fields["contact_email"]) == ("01632 960002", "")
    assert told.fields["verified_at"].date() == date(2025, 7, 29)
    assert told.notes == [
        "a placeholder e-mail was left out",
        "the e-mail of who assured it was left out",
        "markup was taken out of the description",
    ]


def test_an_old_vendors_1_0_is_read(shared):
    told = quirk(shared, "outpost-v1.json")
    assert (told.source_id, told.organisation, told.fields["free"]) == ("9001", "Example Families", False)
    assert (told.fields["minimum_age"], told.fields["maximum_age"]) == (None, 5)
    assert told.fields["fees"] == "£1.50 per family"  # although it says "free" as well
    assert [(each.byday, each.opens_at, each.closes_at) for each in told.times] == [("MO", time(9, 30), time(11))]
    assert [(each.key, each.city, each.postcode, each.easting) for each in told.places] == [
        ("9101", "Exampleton", "", None)
    ]
    assert told.topics == ["Childcare and early years"]
    assert (told.fields["contact_email"], told.fields["contact_phone"]) == ("", "01632 960001")
    assert "contact_name" not in told.fields


def test_a_record_with_next_to_nothing_is_read(shared):
    told = quirk(shared, "cqc-like.json")
    assert (told.fields["name"], told.organisation, told.places, told.notes) == (
        "10 Example House",
        "Example Care Limited",
        [],
        [],
    )


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        ("a word", "it is not a record"),
        ({"name": "Choir"}, "it has no id"),
        ({"id": {"nested": 1}, "name": "Choir"}, "it has no id"),
        ({"id": "1", "name": "<p> </p>"}, "it has no name"),
        ({"id": "1", "name": ["Choir"]}, "it has no name"),
    ],
)
def test_what_cannot_be_a_listing_is_refused_with_the_reason(raw, why):
    with pytest.raises(Refused, match=why):
        record.source_id(raw) and record.read(raw)


def test_ids_stay_the_same_and_differ_between_feeds():
    assert record.key("one", "service", "9001") == record.key("one", "service", "9001")
    assert (
        len({record.key("one", "service", "1"), record.key("two", "service", "1"), record.key("one", "location", "1")})
        == 3
    )


def test_the_fingerprint_does_not_mind_the_order():
    assert record.fingerprint({"a": 1, "b": [2]}) == record.fingerprint({"b": [2], "a": 1})
    assert record.fingerprint({"a": 1}) != record.fingerprint({"a": 2})


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("<p>Tea &amp; <b>talk</b></p><ul><li>One</li><li>Two</li></ul>", "Tea & talk\n\n• One\n\n• Two"),
        ("<script>alert(1)</script>Tea<style>p{}</style>", "Tea"),
        ("<img src=x onerror=alert(1)>Tea", "Tea"),
        ("3 < 4 and 5 > 2", "3 < 4 and 5 > 2"),
        ("Tea\x00 and\u202e talk\r\n\r\n\r\n\r\nnow", "Tea and talk\n\nnow"),
        (
            "# About\n**We _sing_** at [the hall](https://a.org/x)\n* Tea\n- Talk",
            "About\nWe sing at the hall\n• Tea\n• Talk",
        ),
        ("3*4*5, snake_case_name, 5 - 3, [sic], C#", "3*4*5, snake_case_name, 5 - 3, [sic], C#"),
        (None, ""),
        (True, ""),
        ({"a": 1}, ""),
        (12, "12"),
    ],
)
def test_markup_and_controls_become_plain_words(written, plain):
    assert text.plain(written) == plain


def test_the_summary_is_the_first_sentences_that_fit():
    assert text.summary("We sing. We drink tea.\n\nThen we go home.") == "We sing. We drink tea."
    assert text.summary("word " * 100).endswith("word…")


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("info@choir.org.uk", ""),
        ("kelderby.office@council.gov.uk", ""),
        ("stmarkschoir@example.com", ""),  # called like the listing
        ("jean.pargeter@council.gov.uk", "a person's e-mail was left out"),
        ("jp@choir.org.uk", "a person's e-mail was left out"),
        ("unknown-17774@noemail.invalid", "a placeholder e-mail was left out"),
        ("noreply@choir.org.uk", "a placeholder e-mail was left out"),
        ("not an address", "an e-mail address could not be read"),
    ],
)
def test_only_an_offices_mailbox_is_kept(address, why):
    assert contact.why_not(address, ["St Mark's Choir"]) == why


def test_an_office_number_comes_before_a_pocket_and_a_pocket_is_not_shown():
    office = read(contacts=[{"phone": "07700 900123"}, {"phones": [{"number": "Desk: 01632 960001"}]}]).fields
    assert (office["contact_phone"], office["contact_public"]) == ("01632 960001", True)
    pocket = read(contacts=[{"name": "Jo", "phone": "07700 900123"}])
    assert (pocket.fields["contact_phone"], pocket.fields["contact_public"]) == ("07700 900123", False)
    assert pocket.notes == ["a mobile number is kept, but not shown", "the name of a contact was left out"]


@pytest.mark.parametrize(
    ("raw", "ages"),
    [
        ({"minimum_age": -1, "maximum_age": -1}, (None, None)),
        ({"minimum_age": "16", "maximum_age": 999}, (16, None)),
        ({"minimum_age": 50.0}, (50, None)),
        ({"minimum_age": 60, "maximum_age": 18}, (None, None)),
        ({"minimum_age": "sixteen", "maximum_age": [1]}, (None, None)),
        ({"eligibilitys": [{"minimum_age": 18, "maximum_age": 25}]}, (18, 25)),
    ],
)
def test_ages_are_ages_or_nothing(raw, ages):
    fields = read(**raw).fields
    assert (fields["minimum_age"], fields["maximum_age"]) == ages


def test_coordinates_become_metres_unless_they_are_not_here():
    def place(**given):
        return read(service_at_locations=[{"location": {"id": "7", **given}}]).places[0]

    found = place(latitude="51.494517", longitude=-0.247361)
    assert (found.easting, found.northing) == to_bng(51.494517, -0.247361)
    for wrong in (
        {"latitude": 100, "longitude": 101},
        {"latitude": float("nan"), "longitude": 0},
        {"latitude": "here"},
    ):
        assert (place(**wrong).easting, place(**wrong).northing) == (None, None)


def test_a_hidden_address_stays_hidden():
    row = {
        "id": 1,
        "address_1": "1 Safe Street",
        "city": "Kelderby",
        "postal_code": "KX2 4HD",
        "mask_exact_address": True,
    }
    told = read(locations=[row | {"latitude": 51.5, "longitude": 0}])
    place = told.places[0]
    assert (place.address_1, place.city, place.postcode, place.easting) == ("", "Kelderby", "", None)
    assert told.notes == ["the exact address is hidden by its source"]


def test_only_a_virtual_place_means_online():
    online = read(service_at_locations=[{"location": {"id": "1", "location_type": "virtual"}}])
    assert (online.fields["attending"], online.places) == ("online", [])
    assert read().fields["attending"] == "in_person"


def test_access_is_believed_only_when_nothing_denies_it():
    def place(said):
        return read(locations=[{"id": 1, "accessibility": [{"description": said}]}]).places[0]

    assert place("Wheelchair access throughout. Hearing loop.").step_free
    assert place("Wheelchair access throughout. Hearing loop.").hearing_loop
    assert place("No wheelchair access").step_free is None


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            {"freq": "WEEKLY", "byday": "TH,FR", "opens_at": "10:00:00", "closes_at": "18:00Z"},
            ("WEEKLY", "TH,FR", time(10), time(18)),
        ),
        ({"byday": ["MO", "Tuesday"], "opens_at": "9:30"}, ("WEEKLY", "MO,TU", time(9, 30), None)),
        ({"freq": "MONTHLY", "byday": "1FR, -1MO"}, ("MONTHLY", "1FR,-1MO", None, None)),
        ({"freq": "DAILY", "byday": "nonsense,MO", "opens_at": "25:99"}, ("WEEKLY", "MO", None, None)),
        ({"weekday": "Monday", "freq": None}, ("WEEKLY", "MO", None, None)),
    ],
)
def test_times_are_read_in_every_shape(row, expected):
    found, _notes = times.read({"schedules": [row]})
    assert [(each.freq, each.byday, each.opens_at, each.closes_at) for each in found] == [expected]


@pytest.mark.parametrize(
    ("row", "freq"),
    [
        ({"dtstart": "2026-12-05", "count": 1, "byday": "SA"}, "ONCE"),
        ({"valid_from": "2026-12-05", "valid_to": "2026-12-05"}, "ONCE"),
        ({"valid_from": "2026-12-05", "valid_to": "2026-12-05", "byday": "Saturday"}, "ONCE"),
        ({"valid_from": "2026-12-05", "valid_to": "2026-12-05", "byday": "TH,FR"}, "WEEKLY"),
        ({"valid_from": "2026-12-05", "valid_to": "2027-12-05", "byday": "SA"}, "WEEKLY"),
        ({"count": 1, "byday": "SA"}, "WEEKLY"),
    ],
)
def test_what_happens_once(row, freq):
    assert [each.freq for each in times.read({"schedules": [row]})[0]] == [freq]


def test_a_time_that_is_none_is_said():
    assert times.read({"schedules": [{"freq": "MONTHLY", "bymonthday": "45"}]}) == ([], ["a time could not be read"])


@pytest.mark.parametrize(
    ("raw", "fees", "free"),
    [
        ({"fees": "Free"}, "Free", True),
        ({"fees": "Free parking. £3 a class"}, "Free parking. £3 a class", False),
        ({"free": True}, "Free", True),
        (
            {"cost_options": [{"option": "adult", "amount": 3}, {"option": "child", "amount": 0}]},
            "£3 adult; Free child",
            False,
        ),
        ({"cost_options": [{"amount": "n/a", "amount_description": "Ask"}]}, "Ask", False),
        ({}, "", False),
    ],
)
def test_what_it_costs(raw, fees, free):
    fields = read(**raw).fields
    assert (fields["fees"], fields["free"]) == (fees, free)


def test_a_status_nobody_knows_is_not_published():
    assert read(status="Active").fields["status"] == "active"
    told = read(status="archived")
    assert (told.fields["status"], told.notes) == ("inactive", ["a status we do not know: kept unpublished"])


def test_a_web_address_is_whole_or_left_out():
    assert read(url="www.choir.org.uk").fields["url"] == "https://www.choir.org.uk"
    assert read(url="javascript:alert(1)").fields["url"] == ""
    assert read(url="http://exa mple.org").notes == ["a web address could not be read"]
