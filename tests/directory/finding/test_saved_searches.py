"""Searches that staff keep: their own, with news once a day at most."""

import re
import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from connect.identity import acting_as, identify
from connect.messaging.models import Message
from connect.people.models import Membership
from directory.finding import alerts
from directory.models import SavedSearch, Service, ServiceAtLocation

QUERY = "q=lunch&near=KX2+4HD"


def keep(client, **said):
    asked = {"key": uuid.uuid4(), "name": "Lunch", "query": QUERY, "alerts": "on"}
    return client.post("/saved-searches/keep/", asked | said)


def kept():
    with acting_as("seed"):
        return list(SavedSearch.objects.all())


def mails():
    with acting_as("delivery"):
        return list(Message.objects.filter(template="saved_searches"))


@pytest.fixture
def tomorrow(monkeypatch):
    """A day has gone by since every search was last looked at."""

    def come():
        with acting_as("reminders"):
            SavedSearch.objects.update(looked_at=timezone.now() - timedelta(days=1))

    return come


def another_lunch(cast, name="Soup and a roll"):
    soup = Service.objects.create(organisation=cast.council, name=f"{name}: a lunch", kind="group")
    ServiceAtLocation.objects.create(service=soup, location=cast.lunch.locations.get())
    return soup


def test_a_search_is_kept_under_a_name_that_says_what_it_looks_for(cast, sign_in):
    client = sign_in(cast.rosa)
    form = client.get(f"/saved-searches/keep/?{QUERY}&from=elsewhere").text
    assert 'value="Lunch near Millrace"' in form
    assert "elsewhere" not in form
    assert keep(client)["Location"] == "/saved-searches/"
    [one] = kept()
    assert (one.user, one.name, one.query, one.alerts, one.seen) == (
        cast.rosa, "Lunch", QUERY, True, [cast.lunch.pk],
    )  # fmt: skip
    text = client.get("/saved-searches/").text
    assert ("Lunch" in text, client.get(one.get_absolute_url())["Location"]) == (True, f"/?{QUERY}")


def test_sent_twice_it_is_kept_once(cast, sign_in):
    client, key = sign_in(cast.rosa), uuid.uuid4()
    keep(client, key=key), keep(client, key=key)
    assert len(kept()) == 1


@pytest.mark.parametrize(
    "said", [{"name": ""}, {"name": "x" * 121}, {"query": ""}, {"query": "evil=1"}, {"query": f"q={'x' * 2000}"}]
)
def test_what_cannot_be_kept_is_said_and_not_kept(cast, sign_in, said):
    assert (keep(sign_in(cast.rosa), **said).status_code, kept()) == (422, [])


def test_nobody_reaches_anybody_elses(cast, sign_in):
    keep(sign_in(cast.rosa))
    [one] = kept()
    addresses = ["", "change/", "delete/"]
    for who in (cast.ravi, cast.nia, cast.dev):
        client = sign_in(who)
        answers = [client.post(f"{one.get_absolute_url()}{each}").status_code for each in addresses[1:]]
        assert [*answers, client.get(one.get_absolute_url()).status_code] == [404] * 3
        assert "Lunch" not in client.get("/saved-searches/").text
        identify(who)
        assert SavedSearch.objects.count() == 0  # the second wall, with the first removed
    for who in (cast.colm, cast.vera):
        assert sign_in(who).get("/saved-searches/").status_code == 404


def test_it_is_renamed_silenced_and_deleted(cast, sign_in):
    client = sign_in(cast.rosa)
    keep(client)
    [one] = kept()
    client.post(f"{one.get_absolute_url()}change/", {"name": "Lunches"})
    assert [(each.name, each.alerts) for each in kept()] == [("Lunches", False)]
    assert client.post(f"{one.get_absolute_url()}change/", {"name": ""}).status_code == 422
    client.post(f"{one.get_absolute_url()}delete/")
    assert kept() == []


def test_what_is_new_is_told_once_in_an_e_mail_that_says_neither_name_nor_words(cast, sign_in, tomorrow):
    client = sign_in(cast.rosa)
    keep(client, name="For Jean Pargeter"), keep(client, name="Another", query="q=soup")
    alerts.sweep()
    assert mails() == []  # nothing is new, and today they have been looked at
    soup = another_lunch(cast)
    tomorrow()
    alerts.sweep()
    [mail] = mails()
    assert (mail.to, mail.subject) == ("rosa@example.org", "New in the directory")
    assert soup.name in mail.body
    assert [words in mail.body for words in ("Jean", "q=", "KX2", "Lunch near")] == [False] * 4
    assert len(re.findall(r"/saved-searches/[0-9a-f-]{36}/", mail.body)) == 2
    tomorrow()
    alerts.sweep()
    assert len(mails()) == 1


def test_one_e_mail_a_day_at_most(cast, sign_in, tomorrow):
    keep(sign_in(cast.rosa))
    for name in ("Soup", "Stew"):
        another_lunch(cast, name)
        tomorrow()
        alerts.sweep()
    assert len(mails()) == 1


@pytest.mark.parametrize("alerts_on", [True, False])
def test_who_has_left_or_wants_no_news_gets_none(cast, sign_in, tomorrow, alerts_on):
    keep(sign_in(cast.rosa), alerts="on" if alerts_on else "")
    if alerts_on:
        Membership.objects.filter(user=cast.rosa).update(ends_at=timezone.now())
    another_lunch(cast)
    tomorrow()
    alerts.sweep()
    assert mails() == []


def test_switched_on_later_what_is_there_by_then_is_no_news(cast, sign_in, tomorrow):
    client = sign_in(cast.rosa)
    keep(client, alerts="")
    another_lunch(cast)
    [one] = kept()
    client.post(f"{one.get_absolute_url()}change/", {"name": "Lunch", "alerts": "on"})
    tomorrow()
    alerts.sweep()
    assert mails() == []


def test_what_was_only_found_by_looking_farther_or_for_less_is_no_news(cast):
    assert alerts.found("q=lunch&near=KX9+9ZZ") == []
    assert alerts.found("q=lunch&near=KX2+4HD&day=SU") == []
    assert alerts.found("q=zeppelin") == []


def test_a_place_that_is_known_no_more_is_not_everywhere(cast):
    assert alerts.found("near=ZZ1+1ZZ") == []


def test_over_the_api_one_keeps_reads_changes_and_deletes_ones_own(cast, sign_in):
    rosa, address = sign_in(cast.rosa), "/api/v1/saved-searches/"
    key = str(uuid.uuid4())
    made = rosa.post(address, {"key": key, "name": "Lunch", "query": QUERY}, content_type="application/json")
    assert (made.status_code, made.json()["id"]) == (201, key)
    assert [each["name"] for each in rosa.get(address).json()["results"]] == ["Lunch"]
    changed = rosa.patch(f"{address}{key}/", {"alerts": True}, content_type="application/json").json()
    assert (changed["name"], changed["alerts"]) == ("Lunch", True)
    assert rosa.patch(f"{address}{key}/", {"name": ""}, content_type="application/json").status_code == 400
    for who in (cast.ravi, cast.nia, cast.colm):
        assert sign_in(who).get(f"{address}{key}/").status_code == 404
    assert (rosa.delete(f"{address}{key}/").status_code, kept()) == (204, [])


def test_the_search_page_offers_it_to_those_who_may(client, cast, sign_in):
    pages = {
        name: sign_in(getattr(cast, name)).get(f"/?{QUERY}").text for name in ("rosa", "carl", "dev", "colm", "vera")
    }
    pages["nobody"] = client.get(f"/?{QUERY}").text
    assert {name for name, text in pages.items() if "Keep this search" in text} == {"rosa", "carl", "dev"}
