"""STOP, by text and by the link: honoured at once and for everything we have of them; their place stays."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import closings, delivery, links, messages
from connect.messaging.models import Link, Message
from referrals import telling
from referrals.models import Consent, Heard, Occasion, Person, Referral
from referrals.person import consenting
from referrals.reminding.states import To
from referrals.reminding.table import KINDS
from tests.cast import mr_ames
from tests.referrals.going.conftest import NUMBER, question

pytestmark = pytest.mark.django_db


def to_him(occasion, **where):
    with acting_as("delivery"):
        rows = Message.objects.filter(recipient_key=occasion.connection.person_id, **where)
        return set(rows.values_list("state", flat=True))


def stops():
    with acting_as("seed"):
        return list(Consent.objects.filter(purpose="messages").values_list("decision", "how"))


def heard():
    with acting_as("seed"):
        return [(one.text, one.reader.first_name, one.door) for one in Heard.objects.select_related("reader")]


def test_stop_by_text_calls_off_what_waits_and_tells_carl(expected, texts):
    assert (to_him(expected), texts("Stop please").status_code) == ({"queued"}, 204)
    assert (to_him(expected), stops()) == ({"cancelled"}, [("withdrawn", "text")])
    assert heard() == [("Stop please", "Carl", "stop")]


def test_his_place_stays_and_olive_goes_on_seeing_him(over, texts, client):
    texts("STOP")
    with acting_as("seed"):
        assert (Occasion.objects.get(pk=over.pk).called_off_at, Referral.objects.get(pk=over.referral_id).state) == (
            None, "active",
        )  # fmt: skip
    link = Link.objects.filter(purpose="register").latest("created_at")
    page = client.get(reverse("link", args=[links.token(link)]), follow=True)
    assert "Stanley A" in page.content.decode()


def test_nothing_more_is_ever_queued_until_he_says_yes_again(expected, texts, cast):
    texts("STOP")
    with acting_as("reminders"):
        occasion = Occasion.objects.select_related("referral__person", "connection", "service").get(pk=expected.pk)
        telling.remind(occasion)
        assert not telling.can_write_to(occasion.referral)
    assert to_him(expected) == {"cancelled"}
    with acting_as("seed"):
        consenting.record(Referral.objects.get(), purpose="messages", decision="given", by=cast.carl)
    with acting_as("reminders"):
        assert telling.can_write_to(Referral.objects.select_related("person").get(pk=expected.referral_id))


def test_stop_twice_is_once_and_start_is_words_for_a_human(expected, texts):
    for words in ("STOP", "stop", "START"):
        texts(words)
    assert (stops(), [door for *_rest, door in heard()]) == ([("withdrawn", "text")], ["stop", "text"])


def test_it_holds_for_everybody_and_everything_on_that_number(expected, texts, cast):
    with acting_as("seed"):
        other = mr_ames(cast)
        Person.objects.filter(pk=other.person_id).update(given_name="Joan", phone=NUMBER)
    texts("STOP")
    with acting_as("seed"):
        assert set(Consent.objects.filter(purpose="messages").values_list("referral", flat=True)) == {
            expected.referral_id, other.pk,
        }  # fmt: skip


def test_what_a_worker_is_sending_at_that_moment_goes_once_and_never_again(expected, texts, monkeypatch):
    """STOP arrives while the provider is being asked and its answer is lost: the message is not tried a second time."""
    with acting_as("delivery"):
        Message.objects.filter(channel="email").update(state="cancelled")
        Message.objects.update(due_at=timezone.now())
    claim = delivery.claim_next()
    texts("STOP")
    assert claim is not None
    with acting_as("delivery"):
        row = Message.objects.get(pk=claim.message.pk)
        assert (row.state, row.called_off_at is not None) == ("sending", True)
        Message.objects.filter(pk=row.pk).update(lease_until=timezone.now())
    again = delivery.claim_next()
    assert delivery.deliver(again) == "cancelled"


@pytest.fixture
def page(expected, client):
    """Behind the line under "it is arranged"."""
    link = Link.objects.filter(purpose="stop").latest("created_at")
    client.get(reverse("link", args=[links.token(link)]), follow=True)
    return lambda **said: client.post(reverse("stop_messages"), {"link": link.pk, **said}, follow=True)


def test_by_the_link_he_is_asked_once_and_told_what_stops(page, expected, client):
    text = client.get(reverse("stop_messages")).content.decode()
    assert ("Shall we stop writing to you?" in text, "Your place stays" in text, stops()) == (True, True, [])
    text = page(choice="stop").content.decode()
    assert ("We have stopped" in text, "01632 960 014" in text) == (True, True)
    assert (stops(), to_him(expected)) == ([("withdrawn", "online")], {"cancelled"})
    assert [door for *_rest, door in heard()] == ["stop"]


@pytest.mark.parametrize(("said", "status"), [({}, 422), ({"choice": "x"}, 422), ({"choice": "go_on"}, 200)])
def test_a_machine_that_presses_the_button_stops_nothing(page, said, status, expected):
    assert (page(**said).status_code, stops(), to_him(expected)) == (status, [], {"queued"})


def test_from_the_page_that_asks_too_and_the_link_still_answers(over, client):
    client.get(reverse("link", args=[links.token(question())]), follow=True)
    client.post(reverse("reply_stop"), {"link": question().pk, "choice": "stop"})
    assert stops() == [("withdrawn", "online")]
    assert client.post(reverse("reply"), {"link": question().pk, "answer": "not"}).status_code == 302


def test_every_message_to_him_says_how_to_stop(expected, over, settings):
    with acting_as("delivery"):
        bodies = {(one.template, one.channel): one.body for one in Message.objects.exclude(link__purpose="register")}
    told = {key: body for key, body in bodies.items() if key[0].startswith(("introduced", "did_you_go"))}
    assert {key: "STOP" in body or "top them" in body or "stops them" in body for key, body in told.items()} == (
        dict.fromkeys(told, True)
    )
    settings.TEXT_NUMBER = ""  # a sender that takes no answers: the link stands in the text
    link = Link(purpose="stop", subject=expected.pk, expires_at=timezone.now())
    body = messages.write("reminder_discreet", "sms", "en", {"starts_at": timezone.now(), "phone": "1"}, link)
    assert body.endswith("Stop: {link}")


def test_whatever_is_written_to_people_by_itself_ends_with_how_to_stop_it():
    """Held against the table of reminders; what they asked for, or texted us first, is no such thing."""
    asked_for = {"own_code", "signpost", "text_read"}
    people = {name for one in KINDS if one.to == To.PERSON for name in one.templates} - asked_for
    others = {name for one in KINDS if one.to != To.PERSON for name in one.templates} | asked_for
    assert {name for name in people if not name.startswith(closings.TO_PEOPLE)} == set()
    assert {name for name in others if name.startswith(closings.TO_PEOPLE)} == set()


@pytest.mark.parametrize(
    ("purpose", "page"),
    [("settled", "settled_stop"), ("place", "place_stop"), ("questions", "questions_no_messages")],
)
def test_each_link_of_theirs_leads_to_the_page_that_stops_us(expected, client, purpose, page):
    link = links.mint(purpose, expected.pk, [expected.referral_id], timezone.now() + timedelta(days=1))
    client.get(reverse("link", args=[links.token(link)]))
    done = client.post(reverse(page), {"link": link.pk, "choice": "stop"}, follow=True)
    assert ("We have stopped" in done.content.decode(), stops()) == (True, [("withdrawn", "online")])
