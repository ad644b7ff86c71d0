"""The words of texts and e-mails: they fit, they keep quiet, and they say where help is."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings as django_settings

from connect.messaging import links, messages, texts
from connect.messaging.models import Link

FOLDER = Path(django_settings.BASE_DIR) / "templates" / "messages"
RESIDENT = [f"{kind}_{form}" for kind in ("reminder", "did_you_go", "introduced") for form in ("discreet", "full")]
ALL = [*RESIDENT, "register", "word_back"]
LONGEST = datetime(2026, 9, 30, 10, 30, tzinfo=UTC)  # a Wednesday in September, 11:30am
NAMES = ["Jean", "Bartholomew", "Siân", "Ngọc", "O’Hara", ""]
# What a lock screen must not show, in either form; a full message may name a place, but not this.
GIVES_AWAY = re.compile(
    r"lonel|isolat|referr|council|nhs|health|mental|support|service|club|group|befriend|social|presgri|unig", re.I
)


def context(name="Jean", **more):
    told = {"name": name, "connector": "Carl", "phone": "01632 960 014", "starts_at": LONGEST}
    told |= {"until": LONGEST + timedelta(days=3), "reference": "C-7Q4M-2026", "news": "went"}
    told |= {"address": "https://connect.example.org/referrals/1/", "service": "Tuesday lunch", "place": "", "meet": ""}
    return told | more


@pytest.fixture
def link(settings):
    settings.SITE_URL = "https://connect.kelderby-council.gov.uk"  # as long as they come
    return Link(purpose="attendance", subject="00000000-0000-4000-8000-000000000000", expires_at=LONGEST)


def text(template, link, language="en", **told):
    return messages.fill(messages.write(template, "sms", language, context(**told), link), link)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("template", ALL)
def test_each_text_fits_with_a_link_of_real_length(template, language, name, link):
    body = text(template, link, language, name=name, place="St Mark’s hall", meet="Olive meets you at the door")
    assert texts.size(body).fits(), (texts.size(body), body)
    assert "{" not in body


@pytest.mark.parametrize("template", ALL)
def test_an_english_text_to_jean_is_one_segment_of_gsm7(template, link):
    body = text(template, link, place="St Mark’s hall", meet="Olive meets you at the door")
    assert texts.is_gsm7(body)
    assert texts.size(body).length <= 160


@pytest.mark.parametrize("template", RESIDENT)
def test_a_welsh_text_keeps_to_gsm7_of_its_own_accord(template, link):
    assert texts.is_gsm7(text(template, link, "cy"))


def test_a_text_grown_too_long_goes_without_the_greeting_by_name_and_never_without_the_place(link):
    place = "Hollin Park Methodist church hall"
    body = text("did_you_go_full", link, name="Bartholomew-Alexander", place=place)
    assert body.startswith(f"Hi, did you get to {place} on Wednesday?")


def test_a_text_that_would_be_too_long_leaves_out_who_meets_them_first(link):
    place, meet = "St Mark’s hall, Tanner’s Lane", "Petra comes to the bus stop if you ring, and walks with you"
    body = text("reminder_full", link, place=place, meet=meet)
    assert "Petra" not in body
    assert body.startswith("Hi Jean, see you tomorrow at 11:30am, St Mark's hall")


def test_the_discreet_reminder_reads_as_agreed(link):
    assert text("reminder_discreet", link) == (
        "Hi Jean, see you tomorrow at 11:30am as agreed. Questions? Ring Carl on 01632 960 014. Text STOP to stop"
    )


@pytest.mark.parametrize("template", [name for name in RESIDENT if name.endswith("discreet")])
@pytest.mark.parametrize("channel", ["sms", "email"])
@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_discreet_form_names_no_place_and_gives_nothing_away(template, channel, language):
    told = context(place="St Mark’s hall", meet="Olive meets you at the door", service="Lunch club")
    body = messages.write(template, channel, language, told)
    before_help = body.partition("This is not an emergency")[0].partition("Nid gwasanaeth brys")[0]
    assert "Mark" not in body
    assert "Olive" not in body
    assert not GIVES_AWAY.search(before_help)


@pytest.mark.parametrize("template", RESIDENT)
def test_the_full_form_names_no_service_and_no_need(template):
    told = context(place="St Mark’s hall", service="Lunch club")
    assert not GIVES_AWAY.search(messages.write(template, "sms", "en", told))


@pytest.mark.parametrize("template", ALL)
@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_subject_gives_nothing_away(template, language):
    told = context(place="St Mark’s hall", service="Lunch club")
    subject = messages._subject(template, "email", language, told)
    assert subject
    assert "\n" not in subject
    assert not GIVES_AWAY.search(subject)
    assert not re.search("Jean|Mark|Lunch", subject)


@pytest.mark.parametrize("template", RESIDENT)
@pytest.mark.parametrize("language", ["en", "cy"])
def test_an_automatic_email_to_a_resident_says_once_where_help_is(template, language):
    body = messages.write(template, "email", language, context(place="St Mark’s hall"))
    assert [body.count(number) for number in ("999", "111", "116 123")] == [1, 1, 1]
    assert ("not an emergency service" in body) == (language == "en")
    assert ("Nid gwasanaeth brys" in body) == (language == "cy")
    assert "01632 960 014" in body


@pytest.mark.parametrize("template", RESIDENT)
def test_what_reaches_a_resident_exists_in_welsh_and_says_it_is_a_draft(template):
    for kind in ("sms", "email", "subject"):
        draft = (FOLDER / f"{template}.cy.{kind}.txt").read_text()
        assert draft.startswith("{# Welsh draft: to be confirmed by a translator. #}")
        assert draft != (FOLDER / f"{template}.{kind}.txt").read_text()


@pytest.mark.parametrize("template", ["did_you_go_discreet", "did_you_go_full", "register"])
@pytest.mark.parametrize("channel", ["sms", "email"])
def test_what_asks_for_an_answer_carries_one_link(template, channel):
    assert messages.write(template, channel, "en", context()).count("{link}") == 1


def test_names_are_written_as_they_are_not_as_html():
    assert "O’Hara & <Son>" in messages.write("reminder_discreet", "email", "en", context(name="O’Hara & <Son>"))


NEWS = [("went", "there is news"), ("returned", "a question"), ("ring", "there is news")]


@pytest.mark.parametrize(("news", "said"), NEWS)
def test_the_worker_who_referred_learns_that_there_is_news_and_not_which(news, said):
    for channel in ("sms", "email"):
        body = messages.write("word_back", channel, "en", context(name="Rosa", news=news))
        assert "Jean" not in body
        assert "not this time" not in body.lower()
        assert "ring" not in body.replace("bring", "")
    assert said in messages.write("word_back", "sms", "en", context(name="Rosa", news=news))


def test_a_real_token_takes_the_place_of_the_link(link):
    body = text("did_you_go_discreet", link)
    there = f"Tell Carl: https://connect.kelderby-council.gov.uk/l/{links.token(link)}/"
    assert body.partition(there)[1:] == (there, " Or text YES, NO or STOP")


@pytest.mark.parametrize("template", RESIDENT)
@pytest.mark.parametrize(("language", "us"), [("en", r"\bus\b"), ("cy", r"\bni\b")])
def test_with_no_connector_yet_the_house_speaks_for_itself(template, language, us, link):
    told = context(connector="", place="St Mark’s hall")
    body = messages.write(template, "sms", language, told, link)
    assert re.search(us, body)
    assert "  " not in body + messages._subject(template, "email", language, told)
