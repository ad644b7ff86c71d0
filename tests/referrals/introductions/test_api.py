"""A group's own system answers with the token of the letter, and with nothing else of ours."""

import uuid

import pytest
from django.urls import reverse

from connect.identity import acting_as
from connect.messaging import links
from connect.messaging.models import Link
from referrals.models import Introduction

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(client, expected):
    """told(token, …) -> the answer to a program that sends this."""

    def post(token, **more):
        said = {"token": token, "key": str(uuid.uuid4()), "answer": "yes"} | more
        return client.post(reverse("api_organisers_answer"), said, content_type="application/json")

    return post


@pytest.fixture
def token(expected):
    return links.token(Link.objects.get(purpose="introduction"))


def answer():
    with acting_as("seed"):
        return Introduction.objects.get().answer


def test_yes_is_taken_and_who_it_is_about_is_not_told(told, token):
    reply = told(token)
    assert (reply.status_code, reply.json(), answer()) == (200, {"answer": "yes", "other_at": None}, "yes")


def test_what_is_wrong_is_said_by_field_and_changes_nothing(told, token):
    reply = told(token, answer="perhaps")
    assert (reply.status_code, list(reply.json()), answer()) == (400, ["answer"], "")


@pytest.mark.parametrize("wrong", ["", "x", "A" * 33, None, 7, ["a"]])
def test_a_made_up_token_opens_nothing(told, wrong):
    assert (told(wrong).status_code, answer()) == (410, "")


def test_a_link_for_something_else_or_revoked_opens_nothing(told, token, expected):
    other = links.mint("register", expected.register_id, [expected.pk], Link.objects.first().expires_at)
    assert told(links.token(other)).status_code == 410
    links.revoke(Link.objects.get(purpose="introduction").subject)
    assert (told(token).status_code, answer()) == (410, "")


def test_an_account_alone_answers_nothing(sign_in, cast, expected):
    said = {"key": str(uuid.uuid4()), "answer": "yes"}
    for name in ("nia", "rosa", "carl"):
        asked = sign_in(getattr(cast, name)).post(
            reverse("api_organisers_answer"), said, content_type="application/json"
        )
        assert (asked.status_code, answer()) == (410, "")
