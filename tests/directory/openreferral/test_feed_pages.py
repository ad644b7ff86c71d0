"""Editors' pages about feeds: for those who keep the directory's words, and nobody else."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from connect.people.roles import Role
from directory.models import Feed, FeedRun, Meaning, Service
from directory.openreferral import reading
from tests.cast import person
from tests.directory.openreferral.conftest import record

pytestmark = pytest.mark.django_db
NEW = {
    "name": "Farside Council",
    "address": "https://example.org/api",
    "licence": "OGL v3",
    "pass_on": "",
    "every": "24",
}


@pytest.fixture
def dev(cast, sign_in):
    return sign_in(cast.dev)


@pytest.mark.parametrize("who", ["nia", "colm", "carl", "rosa"])
def test_everybody_else_gets_a_404(cast, sign_in, take, who):
    take(record())
    feed, run = Feed.objects.get(), FeedRun.objects.get()
    client = sign_in(getattr(cast, who))
    pages = [reverse("desk_feeds"), reverse("desk_feed", args=[feed.pk]), reverse("desk_feed_run", args=[run.pk])]
    posts = [reverse("desk_feed_read", args=[feed.pk]), reverse("desk_feed_settle", args=[run.pk])]
    assert [client.get(page).status_code for page in pages] == [404, 404, 404]
    assert [client.post(page, {"do": "go_on"}).status_code for page in posts] == [404, 404]
    assert Feed.objects.get().asked_at is None


def test_a_feed_is_added_once_however_often_the_form_is_sent(dev):
    for _again in range(2):
        answer = dev.post(reverse("desk_feeds"), NEW)
    feed = Feed.objects.get()
    assert (answer["Location"], feed.name, feed.licence) == (
        reverse("desk_feed", args=[feed.pk]), "Farside Council", "OGL v3",
    )  # fmt: skip
    assert (feed.every_hours, feed.pass_on, feed.asked_at is not None) == (24, None, True)
    assert list(reading.due(timezone.now())) == [feed]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"name": ""}, "Enter a name, like Kelderby Council"),
        ({"address": ""}, "Enter its address, beginning with https://"),
        ({"address": "example.org"}, "Enter a whole address, like https://example.org/api/oruk/v3"),
        ({"address": "file:///etc/passwd"}, "Enter a whole address, like https://example.org/api/oruk/v3"),
        ({"address": "https://me:secret@example.org/"}, "Leave out the name and password: a feed is open to anybody"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(dev, wrong, told):
    answer = dev.post(reverse("desk_feeds"), NEW | wrong)
    [errors] = answer.context["form"].errors.values()
    assert (errors, Feed.objects.count(), "OGL v3" in answer.text) == ([told], 0, True)


def test_another_feed_of_the_same_name_is_refused(dev):
    Feed.objects.create(name="farside council", address="https://elsewhere.example.org/")
    answer = dev.post(reverse("desk_feeds"), NEW)
    assert answer.context["form"].errors == {"name": ["There is a feed of that name already"]}


def test_its_terms_can_be_changed_and_it_can_be_read_now(dev):
    feed = Feed.objects.create(name="Farside", address="https://example.org/api")
    page = reverse("desk_feed", args=[feed.pk])
    dev.post(page, {"address": "https://example.org/v3", "licence": "", "pass_on": "yes", "every": ""})
    dev.post(reverse("desk_feed_read", args=[feed.pk]))
    feed.refresh_from_db()
    assert (feed.address, feed.pass_on, feed.every_hours, feed.asked_at is not None) == (
        "https://example.org/v3", True, None, True,
    )  # fmt: skip
    assert "It waits to be read" in dev.get(page).text


def test_a_reading_is_told_with_what_was_refused(dev, take):
    take(record("1", "Choir"), {"id": "2"}, record("3", "Band <b>loud</b>", email="jean.pargeter@example.org"))
    page = dev.get(reverse("desk_feed_run", args=[FeedRun.objects.get().pk])).text
    assert ("it has no name" in page, "a person&#x27;s e-mail was left out" in page, "jean.pargeter" in page) == (
        True, True, False,
    )  # fmt: skip


def test_what_would_go_is_shown_and_an_editor_answers_for_it(cast, dev, take):
    take(*(record(str(n), f"Choir {n}") for n in range(4)))
    take(record("0", "Choir 0"))
    run = FeedRun.objects.first()
    address = reverse("desk_feed_run", args=[run.pk])
    assert "3 listings would go" in dev.get(address).text
    dev.post(reverse("desk_feed_settle", args=[run.pk]), {"do": "go_on"})
    run.refresh_from_db()
    assert (run.state, run.agreed_by, run.gone) == ("done", cast.dev, 3)
    assert sorted(Service.objects.exclude(left_feed_at=None).values_list("name", flat=True)) == [
        "Choir 1", "Choir 2", "Choir 3",
    ]  # fmt: skip
    again = dev.post(reverse("desk_feed_settle", args=[run.pk]), {"do": "leave"}, follow=True)
    assert ("Answered by" in again.text, "This has been answered" in again.text) == (True, True)
    assert "No longer in the feed" in dev.get(reverse("desk_feed", args=[run.feed_id])).text


def test_what_differs_is_counted_and_named(dev, take, edited):
    take(record())
    edited(Service.objects.get(feed__name="feed"), name="Our choir")
    take(record(name="Their choir"))
    page = dev.get(reverse("desk_feed", args=[Feed.objects.get().pk])).text
    assert "One listing about which it says something else" in page


def test_an_editor_says_what_a_topic_means_and_the_next_reading_knows(dev, take):
    choir = record(name="Saturdays", taxonomies=[{"name": "Quilting bees"}])
    take(choir)
    line = Meaning.objects.get(said="quilting bees")
    assert (line.seen, line.means_something, Service.objects.get(feed__name="feed").kind) == (1, False, "")
    page = reverse("desk_words", args=["meanings"])
    assert "quilting bees" in dev.get(page).text.lower()
    prefix = f"row-{str(line.pk).encode().hex()}"
    said = {f"{prefix}-kind": "group", f"{prefix}-needs": "Company", "row": line.pk, "do": "save"}
    assert "We do not know “fun”" in dev.post(page, said | {f"{prefix}-needs": "company, fun"}).text
    assert dev.post(page, said).status_code == 302
    assert take(choir) == [("1", "changed", [])]
    service = Service.objects.get(feed__name="feed")
    assert (service.kind, [each.pk for each in service.needs.all()]) == ("group", ["company"])


def test_the_list_asks_a_fixed_number_of_times(dev, take):
    take(record())
    dev.get(reverse("desk_feeds"))
    counts = []
    for n in range(2):
        with CaptureQueriesContext(connection) as asked:
            dev.get(reverse("desk_feeds"))
        counts.append(len(asked))
        Feed.objects.create(name=f"feed {n}")
    assert counts[0] == counts[1]


def test_two_editors_of_one_body_see_the_same(cast, sign_in, take):
    take(record())
    other = sign_in(person("Edna Editor", Role.DIR, cast.council))
    assert other.get(reverse("desk_feed", args=[Feed.objects.get().pk])).status_code == 200


def test_the_same_over_the_api(cast, sign_in, dev, take):
    made = dev.post("/api/v1/feeds/", NEW, content_type="application/json")
    assert (made.status_code, made.json()["name"], made.json()["listings"]) == (201, "Farside Council", 0)
    address = f"/api/v1/feeds/{made.json()['id']}/"
    said = {"address": "https://example.org/v3", "pass_on": "no", "every": ""}
    assert dev.put(address, said, content_type="application/json").json()["pass_on"] is False
    assert dev.put(address, {"address": "nowhere"}, content_type="application/json").status_code == 400
    assert dev.post(f"{address}read/").status_code == 202
    take(*(record(str(n), f"Choir {n}") for n in range(4)), name="Farside Council")
    take(name="Farside Council")
    runs = dev.get(f"{address}readings/").json()
    assert [(run["state"], len(run["would_go"])) for run in runs] == [("stopped", 4), ("done", 0)]
    settle = f"/api/v1/feed-readings/{runs[0]['id']}/settle/"
    answers = [dev.post(settle, {"do": do}, content_type="application/json") for do in ("what", "leave", "go_on")]
    assert [answer.status_code for answer in answers] == [400, 200, 409]
    nia = sign_in(cast.nia)
    assert [nia.get(page).status_code for page in ("/api/v1/feeds/", address, f"{address}readings/")] == [404] * 3
    assert [dev.get(f"/api/v1/feeds/{key}/").status_code for key in ("0", "x", "9" * 40)] == [404] * 3
