"""One person: what is next, notes and what puts them right, tasks; and two who do it at once."""

import datetime
import uuid

import pytest
import time_machine
from django.db import connection
from django.db.utils import DatabaseError, InternalError
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, identify
from referrals import actions
from referrals.case import doing, phrases, visiting
from referrals.models import ContactAttempt, Note, Phrase, Referral, Task
from referrals.states import Next
from referrals.threads.models import Line

pytestmark = pytest.mark.django_db


def in_days(days):
    return timezone.localdate() + datetime.timedelta(days=days)


def now_is(referral):
    with acting_as("seed"):
        found = Referral.objects.get(pk=referral.pk)
        return found.next_step, found.next_on


def note(referral, **changes):
    form = {"key": uuid.uuid4(), "channel": "note", "note": "Her daughter rang.", "seen": doing.seen_as(referral)}
    return form | changes


def text_of(client, referral, **query):
    return client.get(reverse("person", args=[referral.pk]), query).content.decode()


def test_what_is_next_changes_in_one_press(cast, sign_in, with_carl):
    carl, url = sign_in(cast.carl), reverse("next_action", args=[with_carl.pk])
    carl.post(url, {"step": "choose", "on": in_days(2), "soon": "7", "seen": doing.seen_as(with_carl)})
    assert now_is(with_carl) == ("choose", in_days(7))


def test_two_who_set_what_is_next_at_once_lose_nothing(cast, sign_in, with_carl):
    seen, url = doing.seen_as(with_carl), reverse("next_action", args=[with_carl.pk])
    sign_in(cast.tess).post(url, {"step": "ask", "on": in_days(1), "seen": seen})
    carl = sign_in(cast.carl)
    page = carl.post(url, {"step": "review", "on": in_days(5), "seen": seen})
    text = page.content.decode()
    assert (page.status_code, "A colleague has set “Ask how it was" in text) == (422, True)
    assert (now_is(with_carl), str(in_days(5)) in text) == (("ask", in_days(1)), True)
    with acting_as("seed"):
        again = doing.seen_as(Referral.objects.get(pk=with_carl.pk))
    carl.post(url, {"step": "review", "on": in_days(5), "seen": again})
    assert now_is(with_carl) == ("review", in_days(5))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"on": "2020-01-01"}, "Choose a day from today on"),
        ({"on": "2126-01-01"}, "Choose a day from today on"),
        ({"on": ""}, "Choose a day"),
        ({"step": "decide"}, "decide"),
    ],
)
def test_a_wrong_next_thing_is_said_beside_the_field(cast, sign_in, with_carl, change, said):
    before = now_is(with_carl)
    form = {"step": "review", "on": in_days(3), "seen": doing.seen_as(with_carl)} | change
    page = sign_in(cast.carl).post(reverse("next_action", args=[with_carl.pk]), form)
    assert (page.status_code, said in page.content.decode(), now_is(with_carl)) == (422, True, before)


def test_a_note_needs_no_call_and_stands_in_the_story(cast, sign_in, with_carl):
    carl, url = sign_in(cast.carl), reverse("contact", args=[with_carl.pk])
    form = note(with_carl, step="review", on=in_days(4))
    for _ in range(2):  # pressed twice
        carl.post(url, form)
    with acting_as("seed"):
        assert (Note.objects.count(), ContactAttempt.objects.count()) == (1, 1)
    assert now_is(with_carl) == ("review", in_days(4))
    assert (
        "Her daughter rang." in text_of(carl, with_carl),
        "Her daughter" in text_of(carl, with_carl, story="contact"),
    ) == (
        True,
        False,
    )


def test_a_call_and_what_comes_then_are_one_press(cast, sign_in, with_carl):
    form = note(with_carl, channel="call", reached="no", note="", step="ring", on=in_days(1))
    sign_in(cast.carl).post(reverse("contact", args=[with_carl.pk]), form)
    assert now_is(with_carl) == ("ring", in_days(1))


def test_a_note_is_not_lost_when_a_colleague_was_faster_with_what_is_next(cast, sign_in, with_carl):
    form = note(with_carl, step="review", on=in_days(4))
    with acting_as("seed"):
        actions.owe(with_carl, Next.ASK, in_days(1))
    page = sign_in(cast.carl).post(reverse("contact", args=[with_carl.pk]), form)
    text = page.content.decode()
    assert (page.status_code, "Her daughter rang." in text, "A colleague has set" in text) == (422, True, True)
    with acting_as("seed"):
        assert Note.objects.count() == 0


def test_phrases_of_the_team_are_part_of_the_note(cast, sign_in, with_carl):
    phrases.keep(cast.team.pk, ["No answer, no message left.", "Would like mornings."])
    form = note(with_carl, phrases=["Would like mornings."], note="Not Wednesdays.")
    sign_in(cast.carl).post(reverse("contact", args=[with_carl.pk]), form)
    with acting_as("seed"):
        assert Note.objects.get().words == "Would like mornings. Not Wednesdays."


def test_only_the_lead_changes_phrases_and_two_leads_lose_none(cast, sign_in):
    url, tess = reverse("team_phrases"), sign_in(cast.tess)
    assert sign_in(cast.carl).post(url, {"words": "x"}).status_code == 404
    tess.post(url, {"words": "One.\nTwo.\n\nOne.", "seen": phrases._seen([])})
    assert list(Phrase.objects.values_list("words", flat=True)) == ["One.", "Two."]
    page = tess.post(url, {"words": "Mine.", "seen": phrases._seen([])})
    assert (page.status_code, "Mine." in page.content.decode(), Phrase.objects.count()) == (422, True, 2)


def test_ones_own_note_is_put_right_by_a_line_that_follows_it(cast, sign_in, with_carl):
    with acting_as("seed"):
        said = ContactAttempt.objects.get()
    url = reverse("correct", args=[with_carl.pk, "attempt", said.pk])
    sign_in(cast.carl).post(url, {"key": uuid.uuid4(), "words": "Not cheerful at all."})
    text = text_of(sign_in(cast.carl), with_carl)
    assert ("Cheerful." in text, "Not cheerful at all." in text, text.count("Put right:")) == (True, True, 1)


def test_after_a_day_nobody_puts_a_note_right_and_a_lead_never_another_ones(cast, sign_in, with_carl):
    with acting_as("seed"):
        said = ContactAttempt.objects.get()
    url, form = reverse("correct", args=[with_carl.pk, "attempt", said.pk]), {"key": uuid.uuid4(), "words": "x"}
    assert sign_in(cast.tess).post(url, form).status_code == 404
    with time_machine.travel(timezone.now() + datetime.timedelta(hours=25)):
        assert sign_in(cast.carl).post(url, form).status_code == 404
    with acting_as("seed"):
        assert Note.objects.count() == 0


def test_a_note_can_be_changed_by_nobody_in_the_database_itself(cast, with_carl):
    with acting_as("seed"):
        doing.write_note(with_carl, words="As it was", by=cast.carl, made=actions.new_key())
    identify(cast.carl)
    with pytest.raises((DatabaseError, InternalError)):
        Note.objects.update(words="As it should have been")


def test_a_task_is_added_done_and_not_done_after_all(cast, sign_in, with_carl):
    carl = sign_in(cast.carl)
    form = {"key": uuid.uuid4(), "words": "Post the map", "due_on": in_days(3), "owner": str(cast.tess.pk)}
    for _ in range(2):
        carl.post(reverse("add_task", args=[with_carl.pk]), form)
    with acting_as("seed"):
        task = Task.objects.get()
    assert (task.owner_id, task.due_on) == (cast.tess.pk, in_days(3))
    assert "Post the map" in sign_in(cast.tess).get(reverse("today")).content.decode()
    carl.post(reverse("finish_task", args=[task.pk]))
    assert "Not done after all" in text_of(carl, with_carl)
    carl.post(reverse("undo_task", args=[task.pk]))
    with acting_as("seed"):
        task.refresh_from_db()
    assert (task.done_at, task.done_by) == (None, None)


def test_a_task_is_for_somebody_who_sees_the_person(cast, sign_in, with_carl):
    form = {"key": uuid.uuid4(), "words": "x", "due_on": "", "owner": str(cast.cora.pk)}
    page = sign_in(cast.carl).post(reverse("add_task", args=[with_carl.pk]), form)
    assert page.status_code == 422
    with acting_as("seed"):
        assert Task.objects.count() == 0


@pytest.mark.parametrize("who", ["nia", "cora", "rosa", "vera"])
def test_nobody_else_writes_on_carls_people_or_learns_that_they_are_there(cast, sign_in, with_carl, who):
    with acting_as("seed"):
        task = doing.add_task(with_carl, words="x", owner=cast.carl, due_on=None, by=cast.carl, made=actions.new_key())
        said = ContactAttempt.objects.get()
    client = sign_in(getattr(cast, who))
    addresses = [
        reverse(name, args=[with_carl.pk]) for name in ("contact", "next_action", "add_task", "plan_visit")
    ] + [reverse("finish_task", args=[task.pk]), reverse("correct", args=[with_carl.pk, "attempt", said.pk])]
    form = {"key": uuid.uuid4(), "words": "x", "step": "review", "on": in_days(3), "seen": doing.seen_as(with_carl)}
    assert [client.post(url, form).status_code for url in addresses] == [404] * 6
    with acting_as("seed"):
        task.refresh_from_db()
        assert (task.done_at, Note.objects.count(), Task.objects.count()) == (None, 0, 1)


@pytest.mark.parametrize("table", ["note", "task", "visit"])
def test_the_second_wall_hides_what_hangs_on_a_person_from_nia_and_cora(cast, with_carl, table):
    from referrals.models import Visit

    now = timezone.now()
    with acting_as("seed"):
        doing.write_note(with_carl, words="x", by=cast.carl, made=actions.new_key())
        doing.add_task(with_carl, words="x", owner=cast.carl, due_on=None, by=cast.carl, made=actions.new_key())
        visiting.plan(
            with_carl, who=cast.carl, buddy=cast.tess, place="x", phone="07700900555", transport="bus",
            starts_at=now, ends_at=now + datetime.timedelta(hours=1), by=cast.carl, made=actions.new_key(),
        )  # fmt: skip
    model = {"note": Note, "task": Task, "visit": Visit}[table]
    seen = {}
    for name in ("carl", "tess", "cora", "nia", "rosa", "colm"):
        identify(getattr(cast, name))
        seen[name] = model.objects.count()
    assert seen == {"carl": 1, "tess": 1, "cora": 0, "nia": 0, "rosa": 0, "colm": 0}


@pytest.mark.parametrize("lines", [2, 25])
def test_the_story_asks_as_often_however_long_it_is(cast, sign_in, with_carl, django_assert_num_queries, lines):
    with acting_as("seed"):
        for _ in range(lines):
            said = {"channel": "call", "reached": True, "note": "x"}
            actions.record_contact(with_carl, **said, by=cast.carl, made=actions.new_key())
            doing.write_note(with_carl, words="x", by=cast.carl, made=actions.new_key())
    client = sign_in(cast.carl)
    text_of(client, with_carl)
    with connection.execute_wrapper(counted := Counted()):
        text_of(client, with_carl)
    assert counted.many == Counted.first or Counted.first is None
    Counted.first = counted.many


class Counted:
    """How many statements; the first size's number is what the second's must be."""

    first: int | None = None

    def __init__(self):
        self.many = 0

    def __call__(self, execute, sql, params, many, context):
        self.many += 1
        return execute(sql, params, many, context)


def test_a_task_sent_again_with_other_words_is_not_said_to_be_added(cast, with_carl, sign_in):
    carl, address = sign_in(cast.carl), reverse("add_task", args=[with_carl.pk])
    form = {"key": uuid.uuid4(), "words": "Ring the surgery", "owner": cast.carl.pk, "due_on": ""}
    assert [carl.post(address, form).status_code for _twice in range(2)] == [302, 302]
    again = carl.post(address, form | {"words": "Ring her daughter"})
    assert (again.status_code, "before with other words" in again.content.decode()) == (422, True)
    with acting_as("seed"):
        assert list(Task.objects.values_list("words", flat=True)) == ["Ring the surgery"]


def history(cast, referral, lines):
    """So many calls, notes, tasks, visits and messages."""
    with acting_as("seed"):
        for n in range(lines):
            actions.record_contact(
                referral, channel="call", reached=True, note="x", by=cast.carl, made=actions.new_key()
            )
            doing.write_note(referral, words="x", by=cast.carl, made=actions.new_key())
            due = {"owner": cast.carl, "due_on": None, "by": cast.carl}
            task = doing.add_task(referral, words="x", **due, made=actions.new_key())
            if n % 2:
                doing.finish_task(task, by=cast.tess)
            starts = timezone.now() + datetime.timedelta(days=n)
            visiting.plan(
                referral, who=cast.carl, buddy=cast.tess, place="x", phone="07700900555", transport="bus",
                starts_at=starts, ends_at=starts + datetime.timedelta(hours=1), by=cast.carl, made=actions.new_key(),
            )  # fmt: skip
            said = {"side": "referrer", "said_by": "connector", "text": "x"}
            Line.objects.create(referral=referral, by=cast.carl, **said, **actions.new_key())


def asked_for(client, referral):
    """Every statement of the page, identity and savepoints too."""
    text_of(client, referral)
    with connection.execute_wrapper(counted := Counted()):
        text_of(client, referral)
    return counted.many


@pytest.mark.parametrize("lines", [1, 20])
def test_the_page_asks_as_often_however_much_has_happened(cast, sign_in, expected, lines):
    history(cast, expected.referral, lines)
    assert asked_for(sign_in(cast.carl), expected.referral) == 44


def test_the_page_asks_for_nothing_that_is_not_there(cast, sign_in, expected):
    assert asked_for(sign_in(cast.carl), expected.referral) == 40
