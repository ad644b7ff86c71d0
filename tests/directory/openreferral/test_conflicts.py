"""What people here changed stays; what the feed says instead waits on the desk, once."""

import pytest

from connect.identity import acting_as
from directory import document
from directory.keeping import proposing
from directory.models import ChangeRequest, FeedRun, Revision, Service
from tests.directory.openreferral.conftest import record

HALL = {
    "id": "7",
    "name": "Hall",
    "addresses": [{"address_1": "1 Mill Lane", "city": "Kelderby", "postal_code": "KX2 4HD"}],
}


@pytest.fixture
def choir(take):
    take(record(locations=[HALL], schedules=[{"id": "s", "byday": "MO", "opens_at": "10:00"}]))
    return Service.objects.get(feed__name="feed")


def requests():
    with acting_as("import"):
        return [(each.state, each.proposed, each.was) for each in ChangeRequest.objects.order_by("made_at")]


def again(take, **more):
    told = {"locations": [HALL], "schedules": [{"id": "s", "byday": "MO", "opens_at": "10:00"}], **more}
    return take(record(**told))


def test_our_words_stay_and_the_feeds_wait(choir, take, edited):
    edited(choir, name="Our choir")
    assert again(take, name="Their choir", url="https://choir.example.org") == [
        ("1", "changed", ["it says something else than people here do; their words were kept"])
    ]
    choir.refresh_from_db()
    assert (choir.name, choir.url, FeedRun.objects.first().conflicts) == ("Our choir", "https://choir.example.org", 1)
    assert requests() == [("waiting", {"name": "Their choir"}, {"name": "Our choir"})]


def test_what_the_feed_said_before_we_changed_it_is_no_news(choir, take, edited):
    edited(choir, name="Our choir")
    again(take, url="https://choir.example.org")
    assert requests() == []


def test_the_same_said_again_waits_once_and_another_overtakes_it(choir, take, edited):
    edited(choir, name="Our choir")
    again(take, name="Their choir")
    again(take, name="Their choir", url="https://a.example.org")
    assert [state for state, *_rest in requests()] == ["waiting"]
    again(take, name="Another choir")
    assert [(state, said["name"]) for state, said, _was in requests()] == [
        ("overtaken", "Their choir"), ("waiting", "Another choir"),
    ]  # fmt: skip
    again(take, name="Our choir")  # now they agree
    assert [state for state, *_rest in requests()] == ["overtaken", "overtaken"]


def test_what_an_editor_refused_is_not_asked_again(cast, choir, take, edited):
    edited(choir, name="Our choir")
    again(take, name="Their choir")
    with acting_as("seed"):
        proposing.refuse(ChangeRequest.objects.get(), by=cast.dev)
    again(take, name="Their choir", url="https://a.example.org")
    assert [state for state, *_rest in requests()] == ["refused"]


def test_what_an_editor_takes_is_the_feeds_again(cast, choir, take, edited):
    edited(choir, name="Our choir")
    again(take, name="Their choir")
    with acting_as("seed"):
        proposing.take(ChangeRequest.objects.get(), ["name"], by=cast.dev)
    choir.refresh_from_db()
    assert (choir.name, choir.own_words) == ("Their choir", [])
    again(take, name="Their new choir")
    choir.refresh_from_db()
    assert choir.name == "Their new choir"


def test_a_place_and_times_of_ours_stay_too(choir, take, edited):
    told = document.of(choir)
    edited(
        choir, places=[{**told["places"][0], "step_free": True}], schedules=[{**told["schedules"][0], "byday": "TU"}]
    )
    again(take, schedules=[{"id": "s", "byday": "WE", "opens_at": "10:00"}], locations=[HALL | {"name": "Barn"}])
    now = document.of(Service.objects.get())
    assert (now["places"][0]["step_free"], now["places"][0]["name"], now["schedules"][0]["byday"]) == (
        True,
        "Hall",
        "TU",
    )
    [(state, proposed, _was)] = requests()
    assert (state, sorted(proposed), proposed["places"][0]["name"], proposed["schedules"][0]["byday"]) == (
        "waiting", ["places", "schedules"], "Barn", "WE",
    )  # fmt: skip


def test_needs_and_kind_are_ours_and_never_put_before_anybody(choir, take, edited):
    edited(choir, kind="befriending", needs=["company"])
    again(take, name="Scout group", description="A scout group for young people.")
    now = Service.objects.get()
    assert (now.kind, [each.pk for each in now.needs.all()], requests()) == ("befriending", ["company"], [])


def test_each_reading_that_changes_something_is_in_its_history(choir, take):
    again(take, name="Choir of the mill")
    with acting_as("import"):
        kept = [(each.via, each.by_name, each.document["name"]) for each in Revision.objects.order_by("at")]
    assert kept == [("feed", "feed", "Choir"), ("feed", "feed", "Choir of the mill")]


def test_a_listing_made_one_with_another_is_left_alone(choir, take, listing):
    into = listing("The other one")
    Service.objects.filter(pk=choir.pk).update(merged_into=into)
    assert again(take, name="New words") == [("1", "unchanged", ["it was made one with another listing"])]
    choir.refresh_from_db()
    assert (choir.name, choir.left_feed_at) == ("Choir", None)


def test_a_time_keeps_its_row_while_its_hour_changes(choir, take):
    before = choir.schedules.get().pk
    again(take, schedules=[{"id": "s", "byday": "MO", "opens_at": "11:00"}])
    [row] = choir.schedules.all()
    assert (row.pk, row.opens_at.hour) == (before, 11)


def test_a_check_made_here_is_worth_more_than_an_older_one_of_the_source(choir, take):
    again(take, assured_date="2026-01-05")
    choir.refresh_from_db()
    assert (str(choir.verified_at.date()), choir.verified_by_body) == ("2026-01-05", "feed")
    Service.objects.update(verified_at="2026-06-01T12:00Z", verified_by_name="Dev", verified_by_body="Kelderby Council")
    again(take, assured_date="2026-02-05")
    choir.refresh_from_db()
    assert (str(choir.verified_at.date()), choir.verified_by_body) == ("2026-06-01", "Kelderby Council")
