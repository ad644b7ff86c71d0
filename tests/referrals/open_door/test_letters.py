"""Codes and letters: they fit, they keep quiet, and no code ever goes to a channel that is not safe."""

from itertools import product

import pytest
from django.core.cache import cache

from connect.identity import acting_as
from connect.messaging import messages, texts
from connect.messaging.models import Link, Message
from referrals.models import Person
from referrals.open_door import actions, answering
from referrals.open_door.models import For
from tests.cast import mr_ames
from tests.messaging.test_templates import GIVES_AWAY, LONGEST

SAFE = ("yes", "no", "unsure")
PHONES = ("07700 900 126", "+447700900126", "01632 960 126", "")


@pytest.fixture
def link(settings):
    settings.SITE_URL = "https://connect.kelderby-council.gov.uk"
    return Link(purpose="own_code", subject="00000000-0000-4000-8000-000000000000", expires_at=LONGEST)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_code_is_one_text_says_what_to_do_and_gives_nothing_away(link, language):
    body = messages.fill(messages.write("own_code", "sms", language, {}, link), link)
    size = texts.size(body)
    assert (size.segments, texts.is_gsm7(body), "{" in body) == (1, True, False)
    assert not GIVES_AWAY.search(body)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_by_e_mail_it_says_where_help_is_and_its_subject_says_nothing(link, language):
    body = messages.fill(messages.write("own_code", "email", language, {}, link), link)
    assert [body.count(number) for number in ("999", "111", "116 123")] == [1, 1, 1]
    assert not GIVES_AWAY.search(messages._subject("own_code", "email", language, {}))


@pytest.mark.django_db
def test_property_no_code_goes_to_a_channel_that_is_not_safe(cast, settings):
    """Every way a person can stand, and whatever somebody types to knock."""
    settings.QUIET_HOURS = False
    cache.clear()
    ames = mr_ames(cast)
    ways = product(SAFE, ("", *SAFE), PHONES, (True, False))
    for message, email, phone, restricted in ways:
        with acting_as("seed"):
            values = {"safe_to_message": message, "safe_to_email": email, "phone": phone, "restricted": restricted}
            Person.objects.filter(pk=ames.person_id).update(**values)
            person = Person.objects.get(pk=ames.person_id)
        assert set(_sent_to("07700900126", "ames@example.org")) == set(person.safe_ways()), values


def _sent_to(*knocks):
    """Where codes went, and a clean table for the next."""
    from uuid import uuid4

    for to in knocks:
        actions.knock(uuid4(), For.OWN_PAGE, to=to)
    with acting_as("clocks"):
        answering.answer_due()
    with acting_as("delivery"):
        sent = list(Message.objects.filter(template="own_code").values_list("channel", "to"))
        Message.objects.filter(template="own_code").update(template="seen")
    return sent
