"""What people would like more of: asked without a name, once a device, told by place with small numbers hidden."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, identify
from directory.network import polls
from directory.network.models import Poll, PollAnswer, PollWords
from tests.directory.network.test_network import admin, group, made, opened, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def poll(cast):
    today = timezone.localdate()
    one = group(cast)
    one.wards.add(cast.other_ward)
    admin(cast, one)
    return polls.begin(
        one, question="What would you like more of?", needs=["company", "getting_out"],
        opens_on=today, closes_on=today + timedelta(days=7), made=made(),
    )  # fmt: skip


def said(poll, **more):
    return {"key": uuid.uuid4(), "needs": ["company"], "ward": "", "words": ""} | more


def kept(model=PollAnswer):
    with acting_as("seed"):
        return list(model.objects.all())


def many(poll, ward, n, needs):
    for _ in range(n):
        polls.answer(poll, key=uuid.uuid4(), needs=needs, ward=ward)


def test_one_answer_a_device_without_a_name(cast, client, poll):
    page = reverse("ask", args=[poll.slug])
    answer = client.post(page, said(poll, ward=cast.ward.pk))
    assert (answer.status_code, answer["Location"]) == (302, reverse("ask_thanks", args=[poll.slug]))
    assert (answer.cookies["answered"].value, answer.cookies["answered"]["path"]) == ("yes", page)
    again = client.post(page, said(poll))
    assert (again["Location"], len(kept())) == (reverse("ask_thanks", args=[poll.slug]), 1)
    assert {field.name for field in PollAnswer._meta.fields} == {"id", "poll", "needs", "ward"}


def test_the_same_form_sent_twice_is_one_answer_and_one_set_of_words(cast, poll):
    key = uuid.uuid4()
    for _ in range(2):
        polls.answer(poll, key=key, needs=["company"], ward=None, words="A bench by the shops")
    assert (len(kept()), len(kept(PollWords))) == (1, 1)
    assert kept(PollWords)[0].pk != uuid.uuid5(key, "words")


def test_nothing_ticked_and_nothing_written_is_asked_again(client, poll):
    answer = client.post(reverse("ask", args=[poll.slug]), said(poll, needs=[]))
    assert (answer.status_code, "Tick something, or write a few words" in answer.content.decode()) == (422, True)


@pytest.mark.parametrize("change", [{"opens_on": 1, "closes_on": 3}, {"opens_on": -3, "closes_on": -1}])
def test_before_it_opens_and_after_it_is_shut_nobody_answers(client, poll, change):
    days = {name: timezone.localdate() + timedelta(days=n) for name, n in change.items()}
    Poll.objects.filter(pk=poll.pk).update(**days)
    answer = client.post(reverse("ask", args=[poll.slug]), said(poll))
    assert ("Not open now" in answer.content.decode(), kept()) == (True, [])
    with pytest.raises(polls.Shut):
        polls.answer(poll, key=uuid.uuid4(), needs=["company"], ward=None)


def test_words_of_despair_are_answered_with_who_can_help_now_and_are_passed_on_to_nobody(cast, client, poll, sign_in):
    answer = client.post(reverse("ask", args=[poll.slug]), said(poll, words="I cannot go on"))
    page = client.get(answer["Location"]).content.decode()
    assert ("Samaritans" in page, "116 123" in page) == (True, True)
    [row] = kept(PollWords)
    sign_in(cast.tess).post(reverse("poll_word", args=[row.pk]), {"do": "pass_on"})
    assert [(one.worries, one.passed_on, one.read_at is None) for one in kept(PollWords)] == [(True, False, False)]


def test_an_admin_sees_words_once_somebody_has_read_them(cast, client, poll, sign_in):
    polls.answer(poll, key=uuid.uuid4(), needs=[], ward=None, words="A choir, please")
    polls.stop(poll)
    mine = opened(client, written("network_welcome")[0])
    page = reverse("group_admin_poll", args=[poll.pk])
    assert "A choir, please" not in mine.get(page).content.decode()
    sign_in(cast.tess).post(reverse("poll_word", args=[kept(PollWords)[0].pk]), {"do": "pass_on"})
    assert "A choir, please" in mine.get(page).content.decode()


def test_an_admin_asks_their_people_and_shares_the_address(cast, client, poll):
    mine = opened(client, written("network_welcome")[0])
    today = timezone.localdate()
    form = {
        "key": uuid.uuid4(), "question": "What is missing?", "needs": ["company", "phone_chat"],
        "opens_on": today.isoformat(), "closes_on": (today + timedelta(days=10)).isoformat(),
    }  # fmt: skip
    pages = [mine.post(reverse("group_admin_ask", args=[poll.group_id]), form)["Location"] for _ in range(2)]
    new = Poll.objects.get(question="What is missing?")
    assert pages == [reverse("group_admin_poll", args=[new.pk])] * 2
    assert reverse("ask", args=[new.slug]) in mine.get(pages[0]).content.decode()
    wrong = mine.post(
        reverse("group_admin_ask", args=[poll.group_id]),
        form | {"key": uuid.uuid4(), "needs": ["company"], "closes_on": (today - timedelta(days=1)).isoformat()},
    )
    assert (wrong.status_code, "Choose two at least" in wrong.content.decode()) == (422, True)


def test_nobody_sees_a_result_before_the_poll_is_shut(cast, client, poll, sign_in):
    many(poll, cast.ward, 30, ["company"])
    with pytest.raises(polls.TooEarly):
        polls.result(poll)
    page = sign_in(cast.tess).get(reverse("poll", args=[poll.pk])).content.decode()
    assert "The result is here once the poll is shut" in page


def test_the_result_is_by_place_to_the_nearest_five_and_small_numbers_are_hidden(cast, poll):
    many(poll, cast.ward, 21, ["company"])
    many(poll, cast.ward, 3, ["getting_out"])
    many(poll, cast.other_ward, 12, ["company", "getting_out"])
    many(poll, None, 9, ["company"])
    polls.stop(poll)
    poll.refresh_from_db()
    told = polls.result(poll)
    assert told.places == ["Millrace", "Northgate", "Elsewhere, or not said"]
    assert [line.need for line in told.lines] == ["Company", "Getting out"]
    shown = {cell for line in (*told.lines, told.answered) for cell in (*line.cells, line.total)}
    assert told.lines[1].cells[0] == "*"
    assert {cell for cell in shown if cell != "*" and cell % 5} == set()


def test_where_very_few_answered_nothing_can_be_worked_out(cast, poll):
    many(poll, cast.ward, 2, ["company"])
    polls.stop(poll)
    poll.refresh_from_db()
    told = polls.result(poll)
    assert [cell for line in told.lines for cell in line.cells if cell not in ("*", 0)] == []
    assert told.answered.cells[0] == "*"


def test_a_commissioner_sees_the_result_and_no_word(cast, poll, sign_in):
    polls.answer(poll, key=uuid.uuid4(), needs=["company"], ward=None, words="A choir, please")
    page = sign_in(cast.colm).get(reverse("poll", args=[poll.pk]))
    assert (page.status_code, "A choir, please" in page.content.decode()) == (200, False)
    assert sign_in(cast.nia).get(reverse("poll", args=[poll.pk])).status_code == 404


@pytest.mark.parametrize("name", ["rosa", "carl", "tess", "nia", "colm", "dev", "adam", "vera"])
def test_no_answer_is_read_by_anybody_and_words_by_coordinators_alone(cast, poll, name):
    polls.answer(poll, key=uuid.uuid4(), needs=["company"], ward=None, words="A choir, please")
    identify(getattr(cast, name))
    assert (PollAnswer.objects.count(), PollWords.objects.count()) == (0, 1 if name == "tess" else 0)


def test_the_demo_has_champions_groups_and_a_poll_that_is_over(cast):
    from connect.people.champions import demo as champions
    from connect.people.champions.models import Champion
    from directory.network import demo

    with acting_as("seed"):
        for _ in range(2):
            champions.load(cast.tess)
            demo.load(cast.tess)
        told = polls.result(Poll.objects.get(closes_on__lt=timezone.localdate()))
        standing = sorted(Champion.objects.values_list("standing", flat=True))
    assert standing == ["active", "active", "active", "waiting"]
    assert (told.answered.total, told.places[:2]) == (65, ["Millrace", "Northgate"])
