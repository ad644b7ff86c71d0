"""When feeds are read, what their servers say about that, and that nothing is fetched twice for nothing."""

import json
from datetime import timedelta
from email.utils import format_datetime

import pytest
from django.utils import timezone

from directory.models import Feed, FeedAnswer, FeedRun, Meaning, Service
from directory.openreferral import feed as reader
from directory.openreferral import reading, tasks
from tests.directory.openreferral.conftest import record

pytestmark = pytest.mark.django_db


def whole(n):
    return record(str(n), f"Choir {n}", schedules=[])


@pytest.fixture
def feed(double):
    return Feed.objects.create(name="double", address=double.address, every_hours=24)


def read(feed):
    assert reading.read(feed.pk, allow_local=True)
    feed.refresh_from_db()
    return feed.runs.first()


def marked(etag, body, asked, **headers):
    """A server that knows its own answer again."""

    def answer(query, given):
        asked.append((given.get("If-None-Match"), given.get("If-Modified-Since")))
        if given.get("If-None-Match") == etag:
            return (304, headers, "")
        return (200, {"ETag": etag, **headers}, json.dumps(body))

    return answer


def test_what_has_not_changed_is_not_sent_again(double, feed):
    asked = []
    double.answers["/services"] = marked('"one"', [whole(1), whole(2)], asked)
    assert (read(feed).state, Service.objects.count()) == ("done", 2)
    run = read(feed)
    assert (asked, run.state, run.read, run.unchanged) == ([(None, None), ('"one"', None)], "unchanged", 2, 2)
    assert Service.objects.filter(left_feed_at=None).count() == 2


def test_each_detail_is_asked_for_its_own_news(double, feed):
    asked = []
    double.answers["/services"] = [{"id": "1", "name": "Choir 1"}, {"id": "2", "name": "Choir 2"}]
    double.answers["/services/1"] = marked('"a"', whole(1), asked)
    double.answers["/services/2"] = (200, {}, json.dumps(whole(2)))
    read(feed)
    run = read(feed)
    assert (asked, run.unchanged, run.state) == ([(None, None), ('"a"', None)], 2, "done")


def test_read_otherwise_it_is_fetched_anew(double, feed):
    asked = []
    double.answers["/services"] = marked('"one"', [whole(1)], asked)
    read(feed)
    Meaning.objects.create(said="quilting", kind="group")
    assert (read(feed).changed, asked) == (1, [(None, None), (None, None)])


def test_what_wants_no_copy_kept_is_not_asked_conditionally(double, feed):
    asked = []
    double.answers["/services"] = marked('"one"', [whole(1)], asked, **{"Cache-Control": "no-store"})
    read(feed)
    read(feed)
    assert (asked, FeedAnswer.objects.count()) == ([(None, None), (None, None)], 0)


def test_a_server_that_goes_by_the_clock_is_asked_by_the_clock(double, feed):
    asked = []

    def answer(query, given):
        asked.append(given.get("If-Modified-Since"))
        return (200, {"Last-Modified": "Sat, 21 Nov 2026 08:00:00 GMT"}, json.dumps([whole(1)]))

    double.answers["/services"] = answer
    read(feed)
    read(feed)
    assert asked == [None, "Sat, 21 Nov 2026 08:00:00 GMT"]


def test_a_feed_that_says_how_long_it_is_fresh_is_left_alone_until_then(double, feed):
    double.answers["/services"] = (
        200,
        {"Cache-Control": "public, max-age=172800", "Age": "3600"},
        json.dumps([whole(1)]),
    )
    read(feed)
    now = timezone.now()
    assert [feed in reading.due(now + timedelta(hours=hours)) for hours in (23, 25, 46, 48)] == [
        False, False, False, True,
    ]  # fmt: skip
    Feed.objects.update(asked_at=now)
    assert list(reading.due(now)) == [feed]  # somebody asked


def test_come_back_later_is_waited_for_or_left_for_next_time(double, feed, monkeypatch):
    slept, answers = [], [(429, {"Retry-After": "2"}, ""), (200, {}, json.dumps([whole(1)]))]
    monkeypatch.setattr(reader, "pause", slept.append)
    double.answers["/services"] = lambda query, given: answers.pop(0)
    assert (read(feed).state, slept) == ("done", [2.0])
    later = format_datetime(timezone.now() + timedelta(hours=30), usegmt=True)
    double.answers["/services"] = (503, {"Retry-After": later}, "")
    run = read(feed)
    assert (run.state, "answers 503" in run.problem, slept) == ("partial", True, [2.0])
    hours = (feed.not_before - timezone.now()).total_seconds() / 3600
    assert (29 < hours < 31, Service.objects.filter(left_feed_at=None).count()) == (True, 1)


def test_a_server_that_does_not_know_full_is_asked_without(double, feed):
    def answer(query, given):
        return (400, {}, "{}") if "full" in query else (200, {}, json.dumps([whole(1)]))

    double.answers["/services"] = answer
    assert (read(feed).state, Service.objects.count()) == ("done", 1)


def test_only_those_that_are_due_are_read_and_one_at_a_time(double, feed):
    double.answers["/services"] = [whole(1)]
    now = timezone.now()
    Feed.objects.create(name="never", address="https://example.org/")
    Feed.objects.create(name="a file")
    assert list(reading.due(now)) == [feed]
    Feed.objects.filter(pk=feed.pk).update(reading_since=now)
    assert (list(reading.due(now)), reading.read(feed.pk)) == ([], False)
    assert list(reading.due(now + timedelta(hours=7))) == [feed]  # whoever was reading it has died


def sealed(feed):
    """Only what begins with https is read by itself."""
    Feed.objects.filter(pk=feed.pk).update(address=feed.address.replace("http:", "https:"))


def test_the_task_reads_what_is_due_and_our_own_network_is_refused(double, feed):
    sealed(feed)
    tasks.read_feeds()
    run = FeedRun.objects.get()
    feed.refresh_from_db()
    assert (run.state, "inside our own network" in run.problem, feed.reading_since) == ("partial", True, None)
    assert list(reading.due(timezone.now())) == []  # not before its hours have gone by


def test_what_goes_wrong_on_our_side_is_told_and_the_feed_is_free_again(double, feed, monkeypatch):
    double.answers["/services"] = [whole(1)]
    monkeypatch.setattr(reading.actions, "take", lambda *_args: 1 / 0)
    sealed(feed)
    assert reading.sweep() == 1
    feed.refresh_from_db()
    assert (FeedRun.objects.get().problem, feed.reading_since) == (
        "Something went wrong on our side (ZeroDivisionError)", None,
    )  # fmt: skip
