"""The one message to people who wait fits a text, in both languages, and gives nothing away."""

import pytest

from connect.messaging import messages, texts
from tests.messaging.test_templates import GIVES_AWAY

NAMES = ["Jean", "Bartholomew", "Siân", ""]


def written(channel, language, name="Jean", place=""):
    return messages.write("while_waiting", channel, language, {"name": name, "phone": "01632 960 014", "place": place})


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("place", ["", "St Mark’s hall, Tanner’s Lane"])
def test_it_fits(name, language, place):
    assert texts.size(written("sms", language, name, place)).fits()


@pytest.mark.parametrize("channel", ["sms", "email"])
@pytest.mark.parametrize("language", ["en", "cy"])
def test_it_gives_nothing_away(channel, language):
    body = written(channel, language).partition("This is not an emergency")[0].partition("Nid gwasanaeth brys")[0]
    assert GIVES_AWAY.search(body) is None


@pytest.mark.parametrize("kind", ["urgent", "nudge", "lead", "asker", "no_answer"])
def test_what_staff_are_told_names_nobody(kind):
    told = {"name": "Carl", "reference": "ABC-DEF", "phone": "01632 960 014", "address": "https://x.example/1/"}
    body = messages.write(f"late_{kind}", "email", "en", told)
    assert ("ABC-DEF" in body, body.endswith("https://x.example/1/")) == (True, True)
