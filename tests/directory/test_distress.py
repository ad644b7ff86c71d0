"""Somebody in despair who types it into a search box is helped first, and never played with."""

import re
from html import unescape

import pytest
from django.utils.html import strip_tags

from connect.people.models import Tenant
from directory import distress
from directory.search import Eased, search
from directory.words import tokens
from tests.directory.conftest import HERE

HELP = "You can talk to somebody now"
SAID = [
    "self harm", "self-harm", "Suicide", "suicidal thoughts", "I want to die", "end my life", "kill myself",
    "he is hurting me", "he hits me", "he’s hitting me", "domestic abuse", "I'm not safe", "emergency", "sucide",
    "I don’t want to live any more", "hunanladdiad", "dw i eisiau marw", "hunan-niweidio", "argyfwng",
    "mae o’n fy nharo", "cam-drin", "dydw i ddim yn ddiogel",
]  # fmt: skip


def text_of(response):
    return " ".join(unescape(strip_tags(response.text)).split())


@pytest.mark.parametrize("said", SAID)
def test_help_is_said_once_above_the_results(client, listing, said):
    listing("Choir")
    Tenant.objects.create(place="Kelderby", phone="01632 960 011")
    response = client.get("/", {"q": said})
    results = text_of(response).partition("How we use what you tell us")[0]
    assert results.count(HELP) == 1
    [box] = re.findall(r'aria-labelledby="now-title">(.*?)</section>', response.text, re.S)
    assert re.findall(r'href="tel:([^"]*)"', box) == ["999", "111", "116123", "+441632960011"]
    assert response.text.index(HELP) < response.text.index('id="results-title"') < response.text.index("Choir</bdi>")
    assert "at any hour. It is free." in results


@pytest.mark.parametrize("said", ["self harm", "he hits me", "I want to die", "abuse"])
def test_what_they_typed_is_not_corrected_nor_said_back(client, listing, said):
    for name in ("High Meadow farm hands", "Pottery: hit and miss", "A use for old tools", "After somebody dies"):
        listing(name)
    response = client.get("/", {"q": said})
    body = text_of(response)
    assert said not in re.sub(r'value="[^"]*"|href="[^"]*"', "", response.text).lower()  # the box keeps it, no more
    assert "4 places to go" in body
    assert "Below are places to go, as on any other day." in body
    assert ("Showing results" in body, "Search instead" in body) == (False, False)


def test_a_listing_that_speaks_of_it_is_found(listing, names):
    listing("Choir")
    listing("Women’s Aid", summary="For women who live with abuse.")
    assert names(search("abuse", HERE)) == ["Women’s Aid"]


def test_one_word_of_it_is_never_answered_with_a_joke(listing):
    listing("Self portraits in clay")
    listing("Choir")
    results = search("self harm", HERE)
    assert (results.total, results.eased, results.reading.said) == (2, Eased.WORDS, "self harm")


@pytest.mark.parametrize(
    "said", ["choir", "my husband died", "lunch", "killer sudoku", "safe cycling", "hit the road", "cutting class"]
)
def test_everyday_words_are_no_distress(client, listing, said):
    listing("Choir")
    assert not distress.is_said(tokens(said))
    assert HELP not in client.get("/", {"q": said}).text
