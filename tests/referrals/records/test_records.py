"""A record is opened for a reason and an hour; both walls know who, and everybody else sees nothing."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.audit.models import Access
from connect.identity import acting_as, identify, in_person
from connect.messaging.models import Message
from referrals.models import ContactAttempt, Note, Opening, Person, Referral
from referrals.records import opening
from tests.cast import mr_ames
from tests.conftest import prove

pytestmark = pytest.mark.django_db
EVERYBODY_ELSE = ["nia", "ravi", "rosa", "cora", "carl", "tess", "colm", "dev", "vera", "lena"]


@pytest.fixture
def asks(cast, sign_in):
    """asks(name, …) -> what comes back when somebody with fresh proof asks for a record."""

    def post(name, *, whose, proven=True, **more):
        client = sign_in(getattr(cast, name))
        if proven:
            prove(client, getattr(cast, name))
        said = {"key": str(uuid.uuid4()), "whose": whose, "why": "asked", "words": "They wrote on 3 November."}
        answer = client.post(reverse("records"), said | more)
        return client, answer

    return post


def test_dora_opens_one_record_by_its_reference_and_each_look_is_written_down(cast, asks, with_carl):
    client, answer = asks("dora", whose=with_carl.reference)
    page = client.get(answer["Location"])
    text = page.content.decode()
    assert (page.status_code, "Stanley Ames" in text, "07700 900 126" in text, "Cheerful." in text) == (200,) + (
        True,
    ) * 3
    with acting_as("migration"):
        seen = Access.objects.filter(actor_id=cast.dora.pk, page="record", person_ids=[with_carl.person_id])
        assert seen.count() == 1


def test_without_fresh_proof_it_is_asked_for_and_nothing_opens(asks, with_carl):
    _client, answer = asks("dora", whose=with_carl.reference, proven=False)
    assert answer.status_code != 302 or "reauthenticate" in answer["Location"]
    with acting_as("migration"):
        assert Opening.objects.count() == 0


@pytest.mark.parametrize("changed", [{"words": ""}, {"why": ""}, {"whose": ""}, {"whose": "Somebody Else"}])
def test_without_a_reason_or_a_person_nothing_opens_and_what_was_typed_stays(asks, with_carl, changed):
    _client, answer = asks("dora", **{"whose": with_carl.reference} | changed)
    assert (answer.status_code, answer.context["form"]["why"].value()) == (422, changed.get("why", "asked"))
    with acting_as("migration"):
        assert Opening.objects.count() == 0


def test_of_a_name_that_two_have_it_is_asked_which(asks, cast, with_carl):
    mr_ames(cast)
    client, answer = asks("dora", whose="stanley ames")
    assert len(answer.context["several"]) == 2
    _client, one = asks("dora", whose="stanley ames", which=str(with_carl.pk))
    assert client.get(one["Location"]).status_code == 200


def test_sent_twice_it_is_opened_once(asks, with_carl):
    key = str(uuid.uuid4())
    _client, _first = asks("dora", whose=with_carl.reference, key=key)
    with acting_as("migration"):
        assert Opening.objects.count() == 1


@pytest.mark.parametrize("name", EVERYBODY_ELSE)
def test_nobody_else_has_the_door(asks, with_carl, name):
    _client, answer = asks(name, whose=with_carl.reference)
    assert answer.status_code == 404


def opened(cast, referral, by="dora", **more):
    user = getattr(cast, by)
    identify(user)
    said = {"why": "asked", "words": "A letter.", "glass": False} | more
    made = {"key": uuid.uuid4(), "content_hash": "", "made_in": ""}
    return opening.begin(referral, **said, by=user, made=made)


def rows(user, key):
    with in_person(user, "opened", key=key):
        return tuple(model.objects.count() for model in (Person, Referral, ContactAttempt))


def test_the_database_opens_that_one_person_to_that_one_reader_for_that_hour(cast, with_carl):
    mr_ames(cast, by=cast.ravi)
    row = opened(cast, with_carl)
    assert rows(cast.dora, row.pk) == (1, 1, 1)
    assert {name: rows(getattr(cast, name), row.pk) for name in EVERYBODY_ELSE} == dict.fromkeys(
        EVERYBODY_ELSE, (0, 0, 0)
    )
    identify(cast.dora)
    assert (Person.objects.count(), Referral.objects.count(), Note.objects.count()) == (0, 0, 0)
    Opening.objects.filter(pk=row.pk).update(until=timezone.now() - timedelta(seconds=1))
    assert rows(cast.dora, row.pk) == (0, 0, 0)


def test_after_the_hour_and_once_it_is_closed_the_page_says_so_and_shows_nothing(cast, sign_in, with_carl):
    row = opened(cast, with_carl)
    client = sign_in(cast.dora)
    prove(client, cast.dora)
    client.post(reverse("record_close", args=[row.pk]))
    page = client.get(reverse("record", args=[row.pk]))
    assert (page.status_code, "Ames" in page.content.decode()) == (410, False)


def test_what_a_colleague_opened_is_not_there(cast, sign_in, with_carl):
    row = opened(cast, with_carl)
    for name in ("adam", "tess", "nia"):
        client = sign_in(getattr(cast, name))
        prove(client, getattr(cast, name))
        assert client.get(reverse("record", args=[row.pk])).status_code == 404


@pytest.fixture
def restricted(with_carl, cast):
    with acting_as("seed"):
        Person.objects.filter(pk=with_carl.person_id).update(restricted=True)
        Referral.objects.filter(pk=with_carl.pk).update(named=[cast.carl.pk])
    return with_carl


@pytest.mark.parametrize(("name", "glass", "found"), [("dora", False, 0), ("dora", True, 1), ("adam", True, 0)])
def test_somebody_restricted_is_found_by_a_broken_glass_alone_and_by_no_administrator(
    cast, restricted, name, glass, found
):
    assert len(opening.found(restricted.reference, glass=glass, by=getattr(cast, name))) == found
    assert opening.found("Stanley Ames", glass=glass, by=getattr(cast, name)) == []


@pytest.mark.parametrize(("name", "glass", "seen"), [("dora", False, 0), ("dora", True, 1), ("adam", True, 0)])
def test_and_the_database_says_the_same(cast, restricted, name, glass, seen):
    row = opened(cast, restricted, by=name, glass=glass)
    assert rows(getattr(cast, name), row.pk)[:2] == (seen, seen)


def test_a_broken_glass_is_told_to_the_lead_at_once_and_an_ordinary_look_is_not(cast, with_carl):
    def letters():
        with acting_as("delivery"):
            told = Message.objects.filter(template="record_opened")
            return {(one.to, one.subject) for one in told}

    opened(cast, with_carl)
    assert letters() == set()
    opened(cast, with_carl, by="adam", glass=True)
    subject = f"A record was opened: {with_carl.reference}"
    assert letters() == {(cast.tess.email, subject), (cast.dora.email, subject)}


def test_an_administrator_opens_nothing_without_breaking_the_glass(cast, asks, with_carl):
    _client, answer = asks("adam", whose=with_carl.reference)
    assert answer.status_code == 422
    client, answer = asks("adam", whose=with_carl.reference, glass="on")
    titles = [one.title for one in client.get(answer["Location"]).context["sections"]]
    assert "What they agreed to" not in titles
    assert titles[0] == "Who it is"
