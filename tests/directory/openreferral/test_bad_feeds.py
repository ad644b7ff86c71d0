"""Feeds that nobody would wish for: each gives a clear report and leaves the directory as it was, never a fault."""

import gzip
import json
import time
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from directory.models import Feed, FeedRun, Service
from directory.openreferral import actions, fetching, reading, record
from directory.openreferral.record import Refused
from tests.directory.openreferral.conftest import record as good

pytestmark = pytest.mark.django_db


@pytest.fixture
def read(double):
    """read(answer) -> the run that came of it."""

    def reads(answer):
        double.answers["/services"] = answer
        feed, _made = Feed.objects.get_or_create(name="double", defaults={"address": double.address})
        Feed.objects.update(reading_since=None)
        assert reading.read(feed.pk, allow_local=True)
        return FeedRun.objects.first()

    return reads


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ('{"contents": [{"id": "1", "na', "it is not JSON"),
        ("[" * 100_000, "it is not JSON"),
        ('{"a":' * 100_000, "it is not JSON"),
        ("<!doctype html><title>Welcome</title>", "it is not JSON but a web page"),
        ("", "it is not JSON"),
        ("null", "it is neither a list nor a page of records"),
        ('"hello"', "it is neither a list nor a page of records"),
        ('{"message": "ok"}', "it holds no list of records"),
        (b"\xff\xfe\x00\xd8\x00", "it is not JSON"),
        ("9" * 20_000, "it is not JSON"),
    ],
)
def test_what_is_no_feed_breaks_off_with_the_reason(read, body, why):
    run = read((200, {}, body))
    assert (run.state, why in run.problem, Service.objects.count()) == ("partial", True, 0)


@pytest.mark.parametrize(
    "told",
    [
        None, 7, "word", [], [[]], {}, {"id": None}, {"id": []}, {"id": "1"}, {"id": "1", "name": {}},
        {"id": "1", "name": "\x00\ud800"},
    ],
)  # fmt: skip
def test_what_is_no_record_is_refused_and_its_neighbour_is_taken(read, told):
    run = read((200, {}, json.dumps([told, good("2", schedules=[])])))
    assert (run.state, run.refused, run.taken) == ("done", 1, 1)


@pytest.mark.parametrize("part", [
    "schedules", "service_at_locations", "contacts", "organization", "attributes", "languages", "cost_options",
    "service_capacity", "accessibility", "description", "minimum_age", "assured_date", "url", "fees", "status",
    "connect_closure", "connect_community", "connect_page", "wait_time", "eligibilitys", "taxonomies",
])  # fmt: skip
def test_any_part_may_hold_anything_at_all(take, part):
    odd = [None, 7, -1e308, True, "x" * 5000, "\x00", [], [None, 7, [[]]], {}, {"id": {}, "name": [], part: {}}]
    found = take(*(good(str(n), **{part: value}) for n, value in enumerate(odd)))
    assert {what for _ident, what, _notes in found} <= {"taken", "refused"}
    assert all(notes for _ident, what, notes in found if what == "refused")


def test_numbers_that_no_number_is_like_are_left_out(take):
    odd = json.loads("[NaN, Infinity, -Infinity, 1e999, 123456789012345678901234567890]")
    for n, value in enumerate(odd):
        told = take(good(
            str(n), minimum_age=value, maximum_age=value, cost_options=[{"option": "a", "amount": value}],
            service_capacity=[{"available": value}],
            service_at_locations=[{"location": {"id": "x", "latitude": value, "longitude": value}}],
            schedules=[{"byday": "MO", "interval": value}],
        ), name=f"feed {n}")  # fmt: skip
        assert told[0][1] == "taken"


def test_the_same_id_twice_counts_once(read):
    run = read((200, {}, json.dumps([good("1", schedules=[]), good("1", "Again", schedules=[])])))
    assert (run.taken, run.refused, Service.objects.get().name) == (1, 1, "Choir")


def test_a_small_file_that_swells_is_stopped(read, monkeypatch):
    monkeypatch.setattr(fetching, "LARGEST", 1_000_000)
    bomb = gzip.compress(b"[" + b" " * 50_000_000 + b"]")
    run = read((200, {"Content-Encoding": "gzip"}, bomb))
    assert ("too large or too slow" in run.problem, len(bomb) < 100_000) == (True, True)


def test_a_packed_page_is_unpacked_and_a_broken_one_is_said(read):
    told = gzip.compress(json.dumps([good("1", schedules=[])]).encode())
    assert read((200, {"Content-Encoding": "gzip"}, told)).taken == 1
    assert read((200, {"Content-Encoding": "gzip"}, b"not packed")).state == "partial"
    assert "packed in a way" in read((200, {"Content-Encoding": "br"}, b"x")).problem


def test_a_server_that_never_ends_is_cut_off(read, monkeypatch):
    monkeypatch.setattr(fetching, "LONGEST", 0.3)

    def slowly(query):
        time.sleep(1)
        return (200, {}, "[]")

    began = time.monotonic()
    run = read(slowly)
    assert (run.state, bool(run.problem), time.monotonic() - began < 5) == ("partial", True, True)


@pytest.mark.parametrize(
    "place", ["http://169.254.169.254/", "http://localhost/", "file:///etc/passwd", "//evil.example.org"]
)
def test_nobody_leads_us_to_another_machine(read, place):
    run = read((302, {"Location": place}, ""))
    assert ("another machine" in run.problem, run.state) == (True, "partial")


def test_pages_that_never_end_do(read):
    """It says there are a billion pages and gives the same one each time."""
    page = {"total_pages": 10**9, "contents": [good("1", schedules=[])]}
    assert (read((200, {}, json.dumps(page))).read, FeedRun.objects.count()) == (1, 1)


@pytest.mark.parametrize("pages", ["7", 7.5, True, -1, None, "many", 10**30])
def test_a_count_of_pages_that_is_none_is_one_page(read, pages):
    page = {"total_pages": pages, "contents": [good("1", schedules=[])]}
    assert read((200, {}, json.dumps(page))).taken == 1


NAMES = [
    "id", "name", "status", "schedules", "byday", "freq", "opens_at", "dtstart", "count", "contacts", "phones",
    "number", "email", "organization", "service_at_locations", "location", "addresses", "postal_code", "latitude",
    "longitude", "attributes", "link_type", "taxonomy_term", "code", "cost_options", "amount", "option",
    "languages", "accessibility", "description", "service_capacity", "available", "updated", "url",
    "connect_page", "connect_closure", "from", "connect_community", "platform", "address", "minimum_age",
    "assured_date",
]  # fmt: skip
PARTS = some.sampled_from(NAMES)
JSON = some.recursive(
    some.none() | some.booleans() | some.floats() | some.integers() | some.text(max_size=30),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(PARTS, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(some.dictionaries(PARTS, JSON, max_size=8))
def test_whatever_a_record_holds_it_is_read_or_refused_with_words(raw):
    with suppress(Refused):
        assert record.read({"id": "1", "name": "Choir", **raw}).fields["name"]


def test_a_record_of_bottomless_depth_is_one_refusal(db):
    deep: list = []
    for _n in range(50_000):
        deep = [deep]
    found = list(actions.take("deep", [good("1", description=deep), good("2", "Band")]))
    assert [each.what for each in found] == ["refused", "taken"]
