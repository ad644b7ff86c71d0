"""The harvest of other directories in one table: what changed, what broke off, what is late."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from directory.models import Feed, FeedRun
from directory.network.harvest import lines
from directory.openreferral import reading

pytestmark = pytest.mark.django_db


def feed(name, *states, hours_ago=1, **more):
    now = timezone.now()
    one = Feed.objects.create(
        name=name, address=f"https://{name.lower()}.example.org", every_hours=24,
        read_at=now - timedelta(hours=hours_ago), **more,
    )  # fmt: skip
    for at, state in enumerate(states):
        run = FeedRun.objects.create(feed=one, state=state, taken=3, changed=2, problem="gone away")
        FeedRun.objects.filter(pk=run.pk).update(at=now - timedelta(days=len(states) - at))
    return one


def test_what_broke_off_stands_first_with_how_often_and_since_when(cast):
    feed("Ashford", "done")
    feed("Burton", "done", "partial", "partial")
    feed("Corby", "done", hours_ago=60)
    told = [(line.feed.name, line.failing, line.is_late, line.needs_somebody) for line in lines()]
    assert told == [("Burton", 2, False, True), ("Corby", 0, True, True), ("Ashford", 0, False, False)]


def test_a_feed_that_comes_unsealed_is_not_read_and_somebody_sees_why(cast, sign_in):
    one = Feed.objects.create(name="Open", address="http://feed.example.org/", every_hours=24)
    reading.read(one.pk)
    assert [(line.failing, line.last.problem) for line in lines()] == [
        (1, "http://feed.example.org/ does not begin with https://")
    ]
    said = {"name": "Another", "address": "http://other.example.org/", "pass_on": "", "every": "24"}
    answer = sign_in(cast.dev).post(reverse("desk_feeds"), said)
    assert (answer.status_code, "begins with https://" in answer.content.decode()) == (200, True)


def test_an_editor_sees_it_and_has_one_read_now(cast, sign_in):
    one = feed("Burton", "partial")
    page = sign_in(cast.dev).get(reverse("harvest")).content.decode()
    assert "One feed needs somebody to look at it." in sign_in(cast.dev).get(reverse("desk")).content.decode()
    assert ("broke off once" in page, "gone away" in page, "3 new, 2 changed" in page) == (True, True, True)
    sign_in(cast.dev).post(reverse("harvest_read", args=[one.pk]))
    one.refresh_from_db()
    assert one.asked_at is not None
    assert [sign_in(user).get(reverse("harvest")).status_code for user in (cast.tess, cast.nia)] == [404, 404]


def test_it_asks_as_much_of_the_database_however_many_feeds_there_are(cast):
    counts = []
    for names in ("A", "BCD"):
        for name in names:
            feed(f"Town{name}", "done", "partial")
        with CaptureQueriesContext(connection) as told:
            assert len(lines()) == Feed.objects.count()
        counts.append(len(told) - 1)
    assert counts[0] == counts[1]
