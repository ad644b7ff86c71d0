"""What was missing: told by anybody, read by those who can do something about it."""

import re
import uuid

import pytest
from django.core.cache import cache

from connect.identity import acting_as, identify
from directory.finding import actions
from directory.finding.views import MOST_AN_HOUR
from directory.models import Gap


@pytest.fixture(autouse=True)
def a_new_hour(db):
    cache.clear()


def told():
    with acting_as("seed"):
        return list(Gap.objects.values_list("words", "reason", "need", "area__name", "source"))


def send(client, **said):
    return client.post("/missing/", {"key": uuid.uuid4(), **said})


def test_somebody_says_what_was_missing_and_is_thanked_with_a_number_to_ring(client, cast):
    response = send(client, words="Snooker", near="KX2 4HD", need="company", reason="too_far")
    assert (response.status_code, response["Location"]) == (302, "/missing/thanks/")
    assert told() == [("Snooker", "too_far", "company", "Millrace", "search")]
    assert "01632 960 011" in client.get("/missing/thanks/").text


def test_the_place_is_kept_as_its_ward_and_nothing_is_kept_of_who_it_was(client, cast):
    send(client, words="Snooker", near="KX2 4HD")
    with acting_as("seed"):
        gap = Gap.objects.get()
    assert (gap.by, gap.area, "KX2" in str(vars(gap))) == (None, cast.ward, False)


def test_sent_twice_it_is_told_once(client, cast):
    key = uuid.uuid4()
    first, second = (send(client, key=key, words="Snooker") for _turn in range(2))
    assert (first.status_code, second.status_code, len(told())) == (302, 302, 1)


def test_the_same_form_with_other_words_says_that_it_was_sent(client, cast):
    key = uuid.uuid4()
    send(client, key=key, words="Snooker")
    response = send(client, key=key, words="Darts")
    assert (response.status_code, "What you changed since has not been sent." in response.text) == (409, True)
    assert [row[0] for row in told()] == ["Snooker"]


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({}, "Tell us what you hoped to find, or choose an answer below"),
        ({"words": "x" * 1001}, "That is a lot of words. Use 1000 letters or fewer"),
        ({"words": "Snooker", "near": "ZZ1 1ZZ"}, "We do not know the postcode ZZ1 1ZZ"),
        ({"words": "Snooker", "need": "a spaceship"}, "Select a valid choice"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_nothing_typed_is_lost(client, cast, said, message):
    response = send(client, **said)
    assert (response.status_code, message in response.text, told()) == (422, True, [])
    assert said.get("words", "") in response.text


def test_words_that_no_database_holds_are_cleaned(client, cast):
    send(client, words="Snoo\x00ker\u202e")
    assert [row[0] for row in told()] == ["Snoo ker"]


def test_too_many_in_an_hour_are_asked_to_come_back_with_what_they_typed(client, cast):
    for n in range(MOST_AN_HOUR):
        send(client, words=f"Snooker {n}")
    response = send(client, words="Once more")
    assert (response.status_code, "Once more" in response.text, len(told())) == (429, True, MOST_AN_HOUR)


def test_who_is_in_despair_is_offered_help_at_once(client, cast):
    response = send(client, words="I want to die")
    assert (response.status_code, "116 123" in response.text.partition("<footer")[0]) == (200, True)


def test_the_form_begins_with_what_was_looked_for_but_never_says_the_word_lonely(client, cast):
    def words_in(query):
        text = client.get("/missing/", query).text
        return re.search(r"<textarea[^>]*>\s*([^<]*)<", text)[1].strip()

    assert [words_in({"q": each}) for each in ("snooker", "lonely", "want to die")] == ["snooker", "", ""]


def test_it_is_sent_over_the_api_too(client, cast):
    def post(**said):
        return client.post("/api/v1/gaps/", said, content_type="application/json")

    key = str(uuid.uuid4())
    answers = [post(key=key, words="Snooker", postcode="KX2 4HD"), post(key=key, words="Darts"), post(words="Darts")]
    assert [answer.status_code for answer in answers] == [201, 409, 400]
    assert told() == [("Snooker", "", None, "Millrace", "search")]


def test_editors_read_every_one_connectors_those_of_their_team_and_nobody_else_any(cast):
    for area in (cast.ward, None):
        actions.note_gap(words="Snooker", area=area)
    seen = {}
    for name in ("dev", "carl", "tess", "nia", "colm", "rosa", "lena", "vera"):
        user = getattr(cast, name)
        identify(user)
        seen[name] = Gap.objects.visible_to(user).count()
    assert seen == {"dev": 2, "carl": 1, "tess": 1, "nia": 0, "colm": 0, "rosa": 0, "lena": 0, "vera": 0}


def test_an_editor_marks_it_as_read_and_the_first_who_did_is_named(cast, sign_in):
    gap = actions.note_gap(words="Snooker", area=cast.ward)
    address = f"/gaps/{gap.pk}/read/"
    assert [sign_in(who).post(address).status_code for who in (cast.carl, cast.nia, cast.colm)] == [404, 404, 404]
    assert sign_in(cast.dev).post(address, {"back": "days=30"})["Location"] == "/not-found/?days=30"
    with acting_as("seed"):
        assert Gap.objects.get().read_by == cast.dev
