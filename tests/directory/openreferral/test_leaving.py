"""Listings that are not in their feed any more: noted, shown as unconfirmed, never deleted; and most of them: asked."""

import pytest
from django.utils import timezone

from directory.models import Duplicate, Feed, FeedRun, Service
from directory.openreferral import actions, leaving
from directory.openreferral.feed import Missed, Unreadable
from tests.directory.openreferral.conftest import record


def names(**by):
    return sorted(Service.objects.filter(**by).values_list("name", flat=True))


def choirs(*numbers):
    return [record(str(n), f"Choir {n}") for n in numbers]


@pytest.fixture
def ten(take):
    take(*choirs(*range(10)))


def last():
    return FeedRun.objects.first()


def test_what_left_is_noted_and_stays_as_it_is(ten, take):
    take(*choirs(*range(8)))
    assert (last().state, last().gone, names(left_feed_at__isnull=False)) == ("done", 2, ["Choir 8", "Choir 9"])
    gone = Service.objects.get(name="Choir 9")
    assert (gone.status, gone.is_overdue, gone in Service.objects.published()) == ("active", True, True)


def test_half_may_go_and_more_than_half_stops_and_asks(ten, take):
    take(*choirs(*range(5)))
    assert (last().state, last().gone) == ("done", 5)
    take(*choirs(0, 1))
    assert (last().state, last().gone, len(last().would_go)) == ("stopped", 0, 3)
    assert names(left_feed_at__isnull=True) == [f"Choir {n}" for n in range(5)]


def test_nothing_at_all_is_more_than_half(ten, take):
    take()
    assert (last().state, len(last().would_go), names(left_feed_at__isnull=False)) == ("stopped", 10, [])


def test_who_agreed_is_kept_with_the_reading(cast, ten, take):
    take(*choirs(0))
    assert leaving.go_on(last(), by=cast.dev) == 9
    assert (last().state, last().agreed_by, len(names(left_feed_at__isnull=False))) == ("done", cast.dev, 9)
    with pytest.raises(leaving.Settled):
        leaving.leave(last(), by=cast.dev)


def test_left_as_it_is_nobody_is_asked_about_the_same_again(cast, ten, take):
    take(*choirs(0, 1, 2))
    leaving.leave(last(), by=cast.dev)
    take(*choirs(0, 1, 2))
    assert (last().state, last().gone, len(names(left_feed_at__isnull=True)) - 1) == (
        "done",
        0,
        10,
    )  # and the lunch club
    take(*choirs(0, 1))
    assert (last().state, last().gone, names(left_feed_at__isnull=False)) == ("done", 1, ["Choir 2"])


def test_a_later_reading_overtakes_the_question(cast, ten, take):
    take(*choirs(0))
    asked = last()
    take(*choirs(*range(10)))
    with pytest.raises(leaving.Settled):
        leaving.go_on(asked, by=cast.dev)
    assert names(left_feed_at__isnull=False) == []


def test_what_comes_back_is_back(ten, take):
    take(*choirs(*range(9)))
    take(*choirs(*range(10)))
    assert names(left_feed_at__isnull=False) == []


def test_a_feed_that_breaks_off_takes_nothing_away_and_says_why(ten):
    def broken():
        yield from choirs(0, 1)
        raise Unreadable("it answers 503")

    with pytest.raises(Unreadable):
        list(actions.take("feed", broken()))
    assert (last().state, last().problem, last().read, names(left_feed_at__isnull=False)) == (
        "partial", "it answers 503", 2, [],
    )  # fmt: skip


def test_what_is_there_but_cannot_be_read_has_not_left(ten, take):
    take(*choirs(*range(8)), {"id": "8"}, Missed("9", "it answers 500"))
    assert (last().gone, last().refused) == (0, 2)
    assert [line["notes"] for line in last().report] == [["it has no name"], ["it answers 500"]]


def test_other_feeds_and_what_has_closed_are_nobodys_business(ten, take):
    Service.objects.filter(name="Choir 9").update(status="defunct")
    take(*choirs(*range(9)))
    take(record("x", "Elsewhere"), name="another")
    assert names(left_feed_at__isnull=False) == []


def test_a_new_listing_is_not_overdue_on_its_first_day_and_says_who_assured_it(take):
    take(record(assured_date="2019-05-01"))
    choir = Service.objects.get()
    assert (choir.verified_by_body, choir.is_overdue, choir.check_by > timezone.localdate()) == ("feed", False, True)
    assert Feed.objects.get().read_at is not None


def test_what_comes_in_and_looks_like_what_we_have_is_kept_for_an_editor(take, listing):
    listing("Choir 1", url="https://choir.example.org/", contact_phone="01632 960042")
    take(record("1", "Choir 1", url="https://choir.example.org/", contacts=[{"phone": "01632 960042"}]))
    [pair] = Duplicate.objects.all()
    assert {pair.one.feed, pair.other.feed} == {None, Feed.objects.get()}
