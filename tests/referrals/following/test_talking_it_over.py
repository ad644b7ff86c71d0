"""The connector's pages: the list, two taps and a button, and what each choice brings with it."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, identify
from connect.messaging.models import Message
from referrals.accompanying.models import FirstVisit
from referrals.belonging import Connection, Occasion
from referrals.case.models import Note
from referrals.following.models import FollowUp, MeasureDue, Reason
from referrals.hearing.models import Reply
from referrals.introductions import actions as introductions
from referrals.models import Referral, ReferralEvent
from tests.referrals.following.test_after_an_answer import said

pytestmark = pytest.mark.django_db


@pytest.fixture
def owed(cast, weeks):
    """owed("not"): what is owed after these lunches, as its row."""

    def after(*answers):
        said(cast, *zip(weeks(len(answers)), answers, strict=True))
        identify()
        with acting_as("seed"):
            return FollowUp.objects.still_open().get()

    return after


def page_of(row, kind=""):
    return reverse("follow", args=[row.referral_id, row.connection_id, kind or row.kind])


def form(row, then, **more):
    return {"key": str(uuid.uuid4()), "row": str(row.pk), "then": then} | more


def stands():
    """(state, why it ended, what is next, what is owed)."""
    with acting_as("seed"):
        club, rows = Connection.objects.get(), FollowUp.objects.still_open()
        step = Referral.objects.get().next_step
        return club.state, club.ended_why, step, [row.kind for row in rows]


def next_lunch(cast):
    return introductions.coming(cast.lunch)[0].starts_at.isoformat()


CHOICES = [
    (["not"], {"then": "session", "why": "nerves"}, ("introduced", "", "session", [])),
    (["not"], {"then": "along", "why": "nerves"}, ("introduced", "", "session", [])),
    (["not"], {"then": "another", "why": "transport"}, ("did_not_start", "distance", "choose", [])),
    (["not"], {"then": "leave", "why": "cost"}, ("did_not_start", "cost", "review", [])),
    (["not"], {"then": "leave", "why": "not_asked"}, ("did_not_start", "not_asked", "review", ["ask_why"])),
    (["not"], {"then": "not_reached"}, ("introduced", "", "not_started", ["not_started"])),
    (["went", "not", "not"], {"then": "well"}, ("attending", "", "review", [])),
    (["went", "not", "not"], {"then": "leave", "why": "ill"}, ("stopped", "health", "review", [])),
    (["went"] * 3, {"then": "settled"}, ("settled", "", "celebrate", ["celebrate"])),
    (["went"] * 3, {"then": "help"}, ("attending", "", "review", [])),
    (["went"] * 3, {"then": "leave"}, ("not_for_them", "not_asked", "review", ["ask_why"])),
]


@pytest.mark.parametrize(("answers", "chosen", "becomes"), CHOICES, ids=[f"{c[0]} {c[1]['then']}" for c in CHOICES])
def test_what_carl_chooses_happens(cast, owed, sign_in, answers, chosen, becomes):
    row = owed(*answers)
    if chosen["then"] in ("session", "along"):
        chosen = chosen | {"starts_at": next_lunch(cast)}
    answer = sign_in(cast.carl).post(page_of(row), form(row, **chosen))
    assert (answer.status_code, stands()) == (302, becomes)


def test_somebody_goes_along_and_the_next_page_asks_who(cast, owed, sign_in):
    row, carl = owed("not"), sign_in(cast.carl)
    answer = carl.post(page_of(row), form(row, "along", why="nerves", starts_at=next_lunch(cast)))
    with acting_as("seed"):
        first = FirstVisit.objects.get(connection_id=row.connection_id)
    assert answer["Location"] == reverse("first_visit", args=[first.pk])


def test_asked_again_in_spring_and_then_they_begin_again(cast, owed, sign_in):
    row, carl = owed("went", "not", "not"), sign_in(cast.carl)
    spring = timezone.localdate() + timedelta(days=120)
    answer = carl.post(page_of(row), form(row, "later", why="ill", on=f"{spring:%Y-%m-%d}"))
    assert (answer.status_code, stands()) == (302, ("stopped", "health", "offer_again", ["again"]))
    with acting_as("seed"):
        again = FollowUp.objects.still_open().get()
        assert (again.due_on, Referral.objects.get().next_on) == (spring, spring)
    chosen = form(again, "session", starts_at=next_lunch(cast))
    assert carl.post(page_of(again), chosen).status_code == 302
    with acting_as("seed"):
        assert Occasion.objects.filter(starts_at__gt=timezone.now(), called_off_at=None).count() == 1
        steps = list(ReferralEvent.objects.filter(kind="connection").order_by("at").values_list("to", flat=True))
    assert steps == ["suggested", "agreed", "introduced", "attending", "stopped", "attending"]  # history stays
    assert stands() == ("attending", "", "session", [])


def test_the_page_says_why_and_gives_words_to_begin_with(cast, owed, sign_in):
    row = owed("not")
    with acting_as("seed"):
        about = {"referral_id": row.referral_id, "connection_id": row.connection_id}
        Reason.objects.create(**about, occasion_id=row.occasion_id, why="nerves", said_by="person")
    text = sign_in(cast.carl).get(page_of(row)).content.decode()
    assert [words in text for words in ("Going in alone was too much.", "They told us so on", "How it was")] == [
        True, True, False,
    ]  # fmt: skip
    assert 'value="nerves" checked' in " ".join(text.split()) or 'value="nerves" id="id_why_0" checked' in text


def test_what_is_missing_is_said_beside_it_and_nothing_typed_is_lost(cast, owed, sign_in):
    row = owed("not")
    answer = sign_in(cast.carl).post(page_of(row), form(row, "later", words="He would like a lift."))
    text = answer.content.decode()
    assert (answer.status_code, "He would like a lift." in text) == (422, True)
    assert ("Choose the day on which you ask again" in text, "Choose what got in the way" in text) == (True, True)
    assert stands()[3] == ["not_started"]


def test_the_words_stand_in_the_story_and_the_reason_in_its_table(cast, owed, sign_in):
    row = owed("not")
    sign_in(cast.carl).post(page_of(row), form(row, "leave", why="cost", words="Four pounds fifty is too much."))
    with acting_as("seed"):
        assert Note.objects.get(words__contains="Four").by == cast.carl
        assert [(one.why, one.said_by) for one in Reason.objects.all()] == [("cost", "connector")]
        [event] = ReferralEvent.objects.filter(kind="followed").select_related("connection__service")
    assert event.sentence == ("St Mark's lunch club: They have not been yet. We leave it there. It costs too much.")


def test_sent_twice_it_is_done_once(cast, owed, sign_in):
    row, carl = owed("went", "not", "not"), sign_in(cast.carl)
    sent = form(row, "well")
    assert [carl.post(page_of(row), sent).status_code for _n in range(2)] == [302, 302]
    with acting_as("seed"):
        assert (FollowUp.objects.count(), ReferralEvent.objects.filter(kind="followed").count()) == (1, 1)


def test_of_two_who_record_it_the_second_is_told(cast, owed, sign_in):
    row = owed("went", "not", "not")
    sign_in(cast.carl).post(page_of(row), form(row, "well"))
    answer = sign_in(cast.tess).post(page_of(row), form(row, "leave", why="ill"), follow=True)
    assert "A colleague was a moment faster" in answer.content.decode()
    assert stands()[0] == "attending"


def test_settled_is_told_to_whoever_asked_and_to_the_person_when_carl_says_so(cast, owed, sign_in):
    row, carl = owed("went", "went", "went"), sign_in(cast.carl)
    answer = carl.post(page_of(row), form(row, "settled"))
    assert answer["Location"] == page_of(row, "celebrate")
    text = carl.get(answer["Location"]).content.decode()
    assert ("3 times there that we know of." in text, "how good that you found your way" in text) == (True, True)
    with acting_as("seed"):
        celebrate = FollowUp.objects.still_open().get()
        assert Reply.objects.filter(news="settled", why_not="").count() == 1
    carl.post(page_of(celebrate), form(celebrate, "sent"))
    with acting_as("delivery"):
        told = Message.objects.filter(template="well_done").order_by("channel")
        assert [(one.channel, one.to) for one in told] == [("email", "ames@example.org"), ("sms", "07700 900 126")]
        assert {"Mark" in one.body for one in told} == {False}
    assert stands() == ("settled", "", "review", [])


def test_what_nobody_noticed_can_be_said_too(cast, weeks, sign_in):
    said(cast, (weeks(1)[0], "went"))
    identify()
    with acting_as("seed"):
        club = Connection.objects.get()
    address = reverse("follow", args=[club.referral_id, club.pk, "two_missed"])
    carl = sign_in(cast.carl)
    assert carl.get(address).status_code == 200
    sent = {"key": str(uuid.uuid4()), "then": "leave", "why": "interest"}
    assert [carl.post(address, sent).status_code for _n in range(2)] == [302, 302]
    assert stands() == ("stopped", "not_wanted", "review", [])


def test_the_list_and_the_day_say_what_is_owed_and_nobody_else_sees_it(cast, owed, sign_in):
    row = owed("not")
    for name, there in (("carl", True), ("tess", True), ("cora", False), ("nia", False)):
        text = sign_in(getattr(cast, name)).get(reverse("following")).content.decode()
        assert ("Stanley Ames" in text) == there, name
    assert "To talk over after a session" in sign_in(cast.carl).get(reverse("today")).content.decode()
    for name in ("cora", "nia", "rosa", "colm", "dev"):
        client = sign_in(getattr(cast, name))
        assert (client.get(page_of(row)).status_code, client.post(page_of(row)).status_code) == (404, 404), name
    assert sign_in(cast.rosa).get(reverse("following")).status_code == 404


def test_the_person_page_has_it_above_the_story(cast, owed, sign_in):
    row = owed("went", "not", "not")
    text = sign_in(cast.carl).get(reverse("person", args=[row.referral_id])).content.decode()
    assert (page_of(row) in text, "They missed two in a row" in text) == (True, True)


def test_the_list_asks_as_often_for_one_as_for_many(cast, owed, sign_in):
    row, carl = owed("not"), sign_in(cast.carl)
    first = _queries(carl)
    with acting_as("seed"):
        for number in range(6):
            _another(row, number)
    assert _queries(carl) == first


def _queries(client):

    client.get(reverse("following"))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.get(reverse("following"))
    return len(asked)


def _another(row, number):
    club = Connection.objects.select_related("service").get(pk=row.connection_id)
    service = club.service
    service.pk, service.name = uuid.uuid4(), f"Club {number}"
    service.save(force_insert=True)
    about = {"referral_id": club.referral_id, "made_by": club.made_by, "content_hash": "", "made_in": ""}
    other = Connection.objects.create(person_id=club.person_id, service=service, key=uuid.uuid4(), **about)
    days = {"about_on": row.about_on, "due_on": row.due_on}
    FollowUp.objects.create(connection=other, kind="not_started", key=uuid.uuid4(), **days, **about)


def test_a_reading_that_is_due_is_noted_once(cast, with_carl, sign_in):
    with acting_as("seed"):
        MeasureDue.objects.filter(referral=with_carl).update(due_on=timezone.localdate())
        row = MeasureDue.objects.get(referral=with_carl)
    carl = sign_in(cast.carl)
    assert "Stanley Ames" in carl.get(reverse("measures_due")).content.decode()
    address = reverse("measure_noted", args=[row.pk])
    assert sign_in(cast.nia).post(address, {"said": "taken"}).status_code == 404
    carl.post(address, {"said": "declined"})
    carl.post(address, {"said": "taken"})
    with acting_as("seed"):
        row.refresh_from_db()
    assert (row.why_not, row.done_by) == ("declined", cast.carl)
