"""The desk in the hands of Dev and Priya; and everybody else, for whom it is not there."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, identify
from directory import document
from directory.keeping import actions, proposing
from directory.models import (
    ChangeRequest,
    EditorNote,
    LinkCheck,
    Report,
    Revision,
    Service,
    Usefulness,
    Verification,
    Watch,
)
from directory.states import Via, Wrong

pytestmark = pytest.mark.django_db
NEW = "01632 960 099"


def page(client, name, *args, **query):
    answer = client.get(reverse(name, args=args), query)
    assert answer.status_code == 200, answer.content[:500]
    return answer.content.decode()


@pytest.fixture
def dev(desk, sign_in):
    return sign_in(desk.dev)


@pytest.fixture
def priya(desk, sign_in):
    return sign_in(desk.priya)


def rows(model, **chosen):
    with acting_as("seed"):
        return list(model.objects.filter(**chosen))


def test_dev_lands_on_the_desk(dev):
    assert dev.get(reverse("home"))["Location"] == reverse("desk")


def test_the_desk_says_how_many_and_puts_the_latest_first(desk, dev):
    today = timezone.localdate()
    for name, days in (("Late", -30), ("Later", -60), ("Soon", 3), ("Not yet", 90)):
        Service.objects.create(organisation=desk.council, name=name, check_by=today + timedelta(days=days))
    said = page(dev, "desk")
    assert "Three listings to check, Dev" in said
    assert "2 of 4 are in date." in said
    assert said.index("Later") < said.index(">Late<") < said.index("Soon")
    assert "Not yet" not in said


def test_the_desk_asks_the_database_as_often_for_twenty_as_for_two(desk, dev):
    today, asked = timezone.localdate(), []
    for round_, many in enumerate((2, 25)):
        Service.objects.bulk_create(
            Service(organisation=desk.council, name=f"{round_} {n}", check_by=today - timedelta(days=n))
            for n in range(many)
        )
        with CaptureQueriesContext(connection) as queries:
            page(dev, "desk")
        asked.append(len(queries))
    assert asked[1] - asked[0] <= 2  # the session, and one more page to count
    assert asked[0] < 35


def test_three_who_stood_at_a_shut_door_bring_it_to_the_top(desk, dev):
    Report.objects.bulk_create(Report(service=desk.lunch, what=Wrong.CLOSED) for _each in range(3))
    assert "Found shut 3 times" in page(dev, "desk")


@pytest.mark.parametrize(
    "queue", ["check", "changes", "second", "reports", "new", "feeds", "said", "links", "nonsense"]
)
@pytest.mark.parametrize("whose", ["", "mine"])
def test_every_queue_opens_empty_and_full(desk, dev, queue, whose):
    assert "Nothing waits here" in page(dev, "desk", queue=queue, whose=whose)
    identify(desk.dev)
    fill(desk)
    full = page(dev, "desk", queue=queue)
    assert "Nothing waits here" not in full
    assert dev.get(reverse("desk"), {"queue": queue, "page": "999"}).status_code == 200


def fill(desk):
    now = timezone.now()
    Service.objects.update(check_by=timezone.localdate(), url="https://dead.example.org/")
    LinkCheck.objects.create(
        address="https://dead.example.org/", failures=3, failing_since=now - timedelta(days=4), looked_at=now
    )
    desk.lunch.refresh_from_db()
    proposing.propose(desk.lunch, {"fees": "£5"}, via=Via.ORGANISER, by_name="Olive")
    proposing.propose(desk.lunch, {"fees": "£6"}, via=Via.FEED)
    proposing.edit(desk.lunch, {"contact_phone": NEW}, by=desk.dev)
    ChangeRequest.objects.create(via=Via.SIGN_UP, proposed={"name": "Book swap", "organisation": "Library"})
    Report.objects.bulk_create([Report(service=desk.lunch, what=Wrong.UNSAFE, words="A man shouted")])
    Usefulness.objects.bulk_create([Usefulness(service=desk.lunch, useful=True, words="Lovely soup")])


def test_what_felt_unsafe_stands_over_every_queue(desk, dev):
    Report.objects.bulk_create([Report(service=desk.lunch, what=Wrong.UNSAFE, words="A man shouted")])
    assert "Somebody did not feel safe at" in page(dev, "desk", queue="new")


def test_the_listings_page_shows_all_of_it(desk, dev):
    fill(desk)
    said = page(dev, "desk_listing", desk.lunch.pk)
    for words in (
        "Olive says",
        "A second pair of eyes",
        "A man shouted",
        "Lovely soup",
        "https://dead.example.org/",
        "% complete",
    ):
        assert words in said


def check(client, service, **said):
    told = {"key": uuid.uuid4(), "how": "rang", "outcome": "right", **said}
    return client.post(reverse("desk_check", args=[service.pk]), told)


def test_a_check_is_written_down_once_however_often_it_is_pressed(desk, dev):
    key = uuid.uuid4()
    for _press in range(2):
        assert check(dev, desk.lunch, key=key, note="Olive says hello").status_code == 302
    kept = rows(Verification)
    assert [(one.how, one.outcome, one.note) for one in kept] == [("rang", "right", "Olive says hello")]
    desk.lunch.refresh_from_db()
    assert desk.lunch.check_by > timezone.localdate()


@pytest.mark.parametrize(
    "wrong", [{"how": ""}, {"outcome": ""}, {"outcome": "perhaps"}, {"again_on": "soon"}, {"again_on": "2001-01-01"}]
)
def test_a_check_that_says_too_little_loses_nothing_that_was_typed(desk, dev, wrong):
    answer = check(dev, desk.lunch, note="She is away till Thursday", **wrong)
    assert (answer.status_code, "She is away till Thursday" in answer.content.decode()) == (422, True)
    assert rows(Verification) == []


def test_what_olive_asks_for_is_taken_in_part_with_how_it_is_known(desk, dev):
    change = proposing.propose(desk.lunch, {"fees": "£5", "met_by": "Petra"}, via=Via.ORGANISER, by_name="Olive")
    told = {"take": ["fees"], "how": "rang", "do": "take"}
    dev.post(reverse("desk_take", args=[change.pk]), told)
    desk.lunch.refresh_from_db()
    assert (desk.lunch.fees, desk.lunch.met_by) == ("£5", "Olive")
    assert [one.outcome for one in rows(Verification)] == ["changed"]
    again = dev.post(reverse("desk_take", args=[change.pk]), told, follow=True)
    assert "A colleague has decided this a moment ago" in again.content.decode()


def test_dev_asks_priya_agrees_in_the_browser(desk, dev, priya):
    seen = {
        "contact_name": "Olive Byrne",
        "contact_phone": NEW,
        "contact_email": "olive@example.org",
        "contact_public": "on",
    }
    dev.post(reverse("desk_edit", args=[desk.lunch.pk, "contact"]), seen)
    waiting = rows(ChangeRequest)[0]
    refused = dev.post(reverse("desk_second", args=[waiting.pk]), {"do": "agree"}, follow=True)
    assert "That takes somebody else" in refused.content.decode()
    desk.lunch.refresh_from_db()
    assert desk.lunch.contact_phone == "01632 960 042"
    priya.post(reverse("desk_second", args=[waiting.pk]), {"do": "agree"})
    desk.lunch.refresh_from_db()
    assert desk.lunch.contact_phone == NEW


def test_a_report_is_answered_and_says_what_came_of_it(desk, dev):
    report = Report(service=desk.lunch, what=Wrong.TIMES, words="It begins at one")
    Report.objects.bulk_create([report])
    where = reverse("desk_report", args=[report.pk])
    empty = dev.post(where, {"came_of_it": ""})
    assert (empty.status_code, "Say in a few words what came of it" in empty.content.decode()) == (422, True)
    dev.post(where, {"came_of_it": "Olive says noon"})
    kept = rows(Report)[0]
    assert (kept.came_of_it, kept.handled_by) == ("Olive says noon", desk.dev)
    dev.post(where, {"came_of_it": "Somebody else’s word"})
    assert rows(Report)[0].came_of_it == "Olive says noon"


def test_a_note_is_kept_for_the_next_editor_once(desk, dev, priya):
    told = {"key": uuid.uuid4(), "text": "Ring after four"}
    for _press in range(2):
        dev.post(reverse("desk_note", args=[desk.lunch.pk]), told)
    assert "Ring after four" in page(priya, "desk_listing", desk.lunch.pk)
    identify(desk.dev)
    assert EditorNote.objects.count() == 1


def test_assigned_to_priya_it_is_hers_in_the_queue(desk, dev, priya):
    Service.objects.update(check_by=timezone.localdate())
    dev.post(reverse("desk_assign", args=[desk.lunch.pk]), {"to": desk.priya.pk})
    assert "St Mark" in page(priya, "desk", whose="mine")
    assert "St Mark" not in page(dev, "desk", whose="mine")


def test_nobody_is_given_a_listing_who_does_not_edit(desk, dev):
    dev.post(reverse("desk_assign", args=[desk.lunch.pk]), {"to": desk.nia.pk})
    desk.lunch.refresh_from_db()
    assert desk.lunch.assigned_to is None


def test_olives_link_is_sent_once_a_fortnight(desk, dev, outbox):
    where = reverse("desk_ask", args=[desk.lunch.pk])
    first, second = (dev.post(where, follow=True).content.decode() for _press in range(2))
    assert ("Asked. The answer shows here" in first, "in the last fortnight" in second) == (True, True)
    assert [letter.template for letter in outbox()] == ["still_right"]


def test_every_change_is_seen_side_by_side_and_one_part_of_it_brought_back(desk, dev):
    for fees in ("£4", "£9"):
        actions.change(desk.lunch, {"fees": fees, "met_by": f"Petra {fees}"}, via=Via.EDITOR, by=desk.dev)
    assert "Cost, in words" in page(dev, "desk_history", desk.lunch.pk)
    first = rows(Revision)[-1]
    said = page(dev, "desk_revision", first.pk)
    assert "£4" in said
    assert "£9" in said
    where = reverse("desk_revision", args=[first.pk])
    assert dev.post(where, {}).status_code == 422
    assert dev.post(where, {"parts": ["fees"]}).status_code == 302
    desk.lunch.refresh_from_db()
    assert (desk.lunch.fees, desk.lunch.met_by) == ("£4", "Petra £9")


def signed_up():
    said = {
        "name": "Book swap",
        "organisation": "Library",
        "summary": "Bring a book",
        "contact_phone": NEW,
        "status": "active",
    }
    return ChangeRequest.objects.create(via=Via.SIGN_UP, proposed=said, by_name="Imogen")


def test_a_new_group_is_put_in_the_directory_without_waiting_for_a_second_editor(desk, dev):
    change = signed_up()
    assert "Bring a book" in page(dev, "desk_new", change.pk)
    dev.post(reverse("desk_new", args=[change.pk]), {"do": "publish", "rang": "1"})
    made = Service.objects.get(name="Book swap")
    assert (made.contact_phone, made.status, made.check_by > timezone.localdate()) == (NEW, "active", True)
    assert (
        "A colleague has decided"
        in dev.post(reverse("desk_new", args=[change.pk]), {"do": "publish"}, follow=True).content.decode()
    )
    assert Service.objects.filter(name="Book swap").count() == 1


def test_a_new_group_is_refused_and_nothing_is_made(desk, dev):
    change = signed_up()
    dev.post(reverse("desk_new", args=[change.pk]), {"do": "refuse", "why": "It is a shop"})
    assert (rows(ChangeRequest)[0].decided_why, Service.objects.filter(name="Book swap").exists()) == (
        "It is a shop",
        False,
    )


def test_a_sign_up_that_does_not_fit_says_so_and_stays(desk, dev):
    change = ChangeRequest.objects.create(
        via=Via.SIGN_UP, proposed={"name": "X", "organisation": "Y", "needs": ["gold"]}
    )
    said = dev.post(reverse("desk_new", args=[change.pk]), {"do": "publish"}, follow=True).content.decode()
    assert ("We do not know “gold”" in said, rows(ChangeRequest)[0].state) == (True, "waiting")


@pytest.mark.parametrize("name", ["carl", "rosa"])
def test_staff_watch_a_listing_and_stop(desk, sign_in, name):
    user = getattr(desk, name)
    client, where = sign_in(user), reverse("watch", args=[desk.lunch.pk])
    for _pressed in range(2):
        client.post(where)
        assert [one.user for one in rows(Watch) or watches(user)] == [user]
    for _pressed in range(2):
        client.post(where, {"stop": "1"})
        assert watches(user) == []


def watches(user):
    identify(user)
    return list(Watch.objects.all())


# ---------- everybody else ----------


OURS = ["desk_listing", "desk_history", "desk_room", "desk_picture", "desk_numbers"]


@pytest.mark.parametrize("who", ["nia", "carl", "tess", "colm", "rosa", "vera"])
def test_the_desk_is_not_there_for(desk, sign_in, who):
    client = sign_in(getattr(desk, who))
    nowhere = client.get("/no-such-address/").status_code
    assert {client.get(reverse(name, args=[desk.lunch.pk])).status_code for name in OURS} == {nowhere}
    assert client.get(reverse("desk")).status_code == nowhere
    assert check(client, desk.lunch).status_code == nowhere
    assert client.post(reverse("desk_edit", args=[desk.lunch.pk, "costs"]), {"fees": "£99"}).status_code == nowhere
    assert document.of(Service.objects.get(pk=desk.lunch.pk))["fees"] == "£4.50"


def test_a_stranger_is_led_to_the_door(desk, client):
    assert client.get(reverse("desk_listing", args=[desk.lunch.pk])).status_code == 302
    assert client.post(reverse("watch", args=[desk.lunch.pk])).status_code == 403


def test_what_is_not_there_is_not_there_for_dev_either(dev):
    gone = uuid.uuid4()
    names = [*OURS, "desk_revision", "desk_new"]
    assert {dev.get(reverse(name, args=[gone])).status_code for name in names} == {404}
    assert {
        dev.post(reverse(name, args=[gone])).status_code
        for name in ("desk_check", "desk_take", "desk_second", "desk_report")
    } == {404}
