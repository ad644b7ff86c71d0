"""The demo's mailbox: each message as it would look, its links to be followed; nowhere else."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.messaging import delivery, links
from connect.messaging.mailbox import letters

from .conftest import NOON, write_to_jean

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_noon")]


@pytest.fixture(autouse=True)
def demo(through, settings):
    through("mailbox")
    settings.DEMO = True


@pytest.fixture
def asked():
    """Jean was asked whether she went, by text."""
    link = links.mint("attendance", uuid.uuid4(), [], timezone.now() + timedelta(days=3))
    message = write_to_jean(template="did_you_go_full", link=link, context=_told(place="St Mark’s <hall>"))
    delivery.sweep()
    return message, link


def _told(**more):
    return {"name": "Jean", "connector": "Carl", "phone": "01632 960 014", "starts_at": NOON} | more


def test_each_message_is_listed_newest_first_with_its_length(client, asked, at_noon):
    at_noon.shift(timedelta(minutes=5))
    write_to_jean(channel="email")
    delivery.sweep()
    assert [letter.channel for letter in letters()] == ["email", "sms"]
    page = client.get(reverse("mailbox")).content.decode()
    assert page.index("jean@example.org") < page.index("07700900184")
    assert "of 160" in page
    assert "See you tomorrow" in page


def test_a_link_in_a_text_can_be_followed_and_the_words_are_not_html(client, asked):
    message, link = asked
    for address in (reverse("mailbox"), reverse("letter", args=[message.pk])):
        page = client.get(address).content.decode()
        assert f'href="{links.address(link)}"' in page
        assert "St Mark&#x27;s &lt;hall&gt;" in page


def test_a_message_that_arrived_twice_would_say_so(client, asked, settings):
    message, _ = asked
    first = settings.MAILBOX_DIR / f"{message.pk}.1.json"
    first.with_name(f"{message.pk}.2.json").write_text(first.read_text())
    assert "arrived 2 times" in client.get(reverse("letter", args=[message.pk])).content.decode()


def test_an_empty_mailbox_teaches_the_next_step(client):
    assert "Nothing yet. Introduce somebody" in client.get(reverse("mailbox")).content.decode()


def test_a_letter_nobody_wrote_is_not_found(client):
    assert client.get(reverse("letter", args=[uuid.uuid4()])).status_code == 404


def test_outside_the_demo_there_is_no_mailbox(client, asked, settings):
    settings.DEMO = False
    message, _ = asked
    for address in (reverse("mailbox"), reverse("letter", args=[message.pk])):
        response = client.get(address)
        assert response.status_code == 404
        assert b"07700900184" not in response.content


def test_reading_the_mailbox_changes_nothing(client, asked, settings):
    before = {path.name: path.read_bytes() for path in settings.MAILBOX_DIR.iterdir()}
    client.get(reverse("mailbox"))
    client.head(reverse("mailbox"))
    assert {path.name: path.read_bytes() for path in settings.MAILBOX_DIR.iterdir()} == before
