"""The words around sessions and places: they fit a text, keep quiet, and say where help is."""

import re
from datetime import timedelta

import pytest

from connect.messaging import links, messages, texts
from connect.messaging.models import Link
from tests.messaging.test_templates import GIVES_AWAY, LONGEST, NAMES, context

KINDS = ["called_off", "moved", "place_wait", "place_offer", "place_missed"]


@pytest.fixture
def link(settings):
    settings.SITE_URL = "https://connect.kelderby-council.gov.uk"  # as long as they come
    return Link(purpose="place", subject="00000000-0000-4000-8000-000000000000", expires_at=LONGEST)


def told(name="Jean", **more):
    more = {"was": LONGEST - timedelta(hours=1), "after": LONGEST + timedelta(days=7), "number": 12} | more
    return context(name, **more)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("kind", KINDS)
def test_each_text_fits_with_a_link_of_real_length(kind, language, name, link):
    for was in (LONGEST, LONGEST - timedelta(hours=1)):
        body = messages.fill(messages.write(kind, "sms", language, told(name, was=was), link), link)
        assert texts.size(body).fits(), (texts.size(body), body)
    assert ("{" in body, links.address(link) in body) == (False, kind == "place_offer")


@pytest.mark.parametrize("channel", ["sms", "email", "subject"])
@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("kind", KINDS)
def test_discreet_they_name_no_place_and_give_nothing_away(kind, language, channel, link):
    body = messages.render(kind, f"{channel}.txt", language, told(service="Lunch club"))
    before_help = body.partition("This is not an emergency")[0].partition("Nid gwasanaeth brys")[0]
    assert not GIVES_AWAY.search(before_help)
    assert channel != "subject" or not re.search("Jean|Lunch", body)
    if channel == "email":
        assert [body.count(number) for number in ("999", "111", "116 123")] == [1, 1, 1]
