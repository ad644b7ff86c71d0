"""The pages of those who hold somebody, and of those who were asked in beside them."""

import uuid
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from connect.audit.models import Access
from connect.identity import acting_as, identify
from referrals import actions
from referrals.models import Note, Partner, Person, Referral, Task
from tests.cast import mr_ames
from tests.referrals.open_door.conftest import answer, code_sent

pytestmark = pytest.mark.django_db


def in_a_month() -> str:
    return str(timezone.localdate() + timedelta(days=30))


def said(**more: str) -> dict[str, str]:
    yes = {"level": "outline", "until": in_a_month(), "agreed": "on", "key": str(uuid.uuid4())}
    return {"email": "nia@example.org", "why": "She knows him from the library."} | yes | more


def live() -> list[Partner]:
    with acting_as("seed"):
        return list(Partner.objects.live())


def test_carl_asks_nia_in_and_she_reads_the_page_at_that_level(cast, ames, sign_in):
    carl, nia = sign_in(cast.carl), sign_in(cast.nia)
    typed = said()
    for _twice in range(2):
        answer = carl.post(reverse("round_ask_in", args=[ames.pk]), typed)
        assert answer["Location"] == f"/people/{ames.pk}/#round"
    assert len(live()) == 1
    page = carl.get(reverse("person", args=[ames.pk])).content.decode()
    assert [words in page for words in ("Nia Pryce, Farside Council", "She knows him from the library.")] == [True] * 2
    listed = nia.get(reverse("alongside")).content.decode()
    theirs = nia.get(reverse("alongside_person", args=[ames.pk])).content.decode()
    assert ("Stanley Ames" in listed, "Stanley Ames" in theirs) == (True, True)
    assert ("07700 900 126" in theirs, "Somewhere to be on a Tuesday" in theirs) == (False, False)
    with acting_as("seed"):
        Partner.objects.update(level="whole")
    theirs = nia.get(reverse("alongside_person", args=[ames.pk])).content.decode()
    assert ("07700 900 126" in theirs, "Somewhere to be on a Tuesday" in theirs) == (True, True)
    identify(cast.dora)
    seen = Access.objects.filter(actor_id=cast.nia.pk, person_ids__contains=[ames.person_id])
    assert set(seen.values_list("page", flat=True)) == {"alongside", "alongside_person"}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"email": "nobody@example.org"}, "Nobody who works with people here signs in with this address"),
        ({"email": "carl@example.org"}, "They see this person already"),
        ({"agreed": ""}, "Tick to say that they have agreed"),
        ({"until": "2020-01-01"}, "Choose a day to come"),
        ({"level": ""}, "Choose what they may see"),
    ],
)
def test_what_is_missing_is_said_beside_the_field_and_nothing_typed_is_lost(cast, ames, sign_in, wrong, words):
    answer = sign_in(cast.carl).post(reverse("round_ask_in", args=[ames.pk]), said(**wrong))
    page = answer.content.decode()
    assert (answer.status_code, words in page, "She knows him from the library." in page) == (422, True, True)
    assert live() == []


@pytest.mark.parametrize("name", ["nia", "cora", "ravi", "rosa", "tess"])
def test_the_pages_of_whoever_was_not_asked_in_are_like_any_that_is_not_there(cast, ames, ask_in, sign_in, name):
    place = ask_in(user=cast.lena)
    client = sign_in(getattr(cast, name))
    assert client.get(reverse("alongside_person", args=[ames.pk])).status_code == 404
    for page in ("alongside_note", "alongside_task"):
        assert client.post(reverse(page, args=[ames.pk]), {"words": "x"}).status_code == 404
    assert client.post(reverse("alongside_leave", args=[place.pk])).status_code == 404
    if name != "tess":  # who leads the team, and so decides too
        for page in ("round_place", "round_end"):
            assert client.post(reverse(page, args=[place.pk]), {"why": "not_needed"}).status_code == 404
    assert len(live()) == 1


def test_what_nia_writes_stands_in_the_story_and_she_may_not_do_what_is_the_connectors(cast, ames, ask_in, sign_in):
    ask_in()
    nia = sign_in(cast.nia)
    keys = [str(uuid.uuid4()) for _ in range(2)]
    for _twice in range(2):
        nia.post(reverse("alongside_note", args=[ames.pk]), {"words": "Met him on Monday.", "key": keys[0]})
        nia.post(reverse("alongside_task", args=[ames.pk]), {"words": "Ask about the bus", "key": keys[1]})
    with acting_as("seed"):
        task = Task.objects.get()
        assert (list(Note.objects.values_list("words", flat=True)), task.owner) == (["Met him on Monday."], cast.nia)
    page = sign_in(cast.carl).get(reverse("person", args=[ames.pk])).content.decode()
    assert ("Met him on Monday." in page, "Ask about the bus" in page) == (True, True)
    assert nia.get(reverse("person", args=[ames.pk])).status_code == 404
    for name in ("close", "pause", "transfer", "introduce", "consents", "restrict", "release", "round_lead"):
        assert nia.post(reverse(name, args=[ames.pk]), {}).status_code == 404, name
    nia.post(reverse("alongside_done", args=[task.pk]))
    with acting_as("seed"):
        assert Task.objects.get().done_by == cast.nia
    empty = nia.post(reverse("alongside_note", args=[ames.pk]), {"words": "", "key": str(uuid.uuid4())})
    assert (empty.status_code, "Write the note" in empty.content.decode()) == (422, True)


def test_nia_asks_by_a_reference_and_the_page_says_the_same_of_one_that_is_not_there(cast, ames, sign_in):
    nia, carl = sign_in(cast.nia), sign_in(cast.carl)
    for reference in (ames.reference.lower(), "zzz zzz"):
        typed = {"reference": reference, "why": "I know him.", "key": str(uuid.uuid4())}
        answer = nia.post(reverse("alongside_ask"), typed, follow=True).content.decode()
        assert ("Asked. The answer comes by e-mail" in answer, "Ames" in answer) == (True, False)
    wrong = nia.post(reverse("alongside_ask"), {"reference": "12", "why": "x", "key": str(uuid.uuid4())})
    assert (wrong.status_code, "Enter the reference" in wrong.content.decode()) == (422, True)
    identify(cast.nia)
    asked, nowhere = Partner.objects.get(referral=ames.pk), Partner.objects.get(referral=None)
    assert nowhere.reference == "ZZZ-ZZZ"
    day = carl.get(reverse("today")).content.decode()
    assert "Somebody asks to work with one of your people" in day
    assert "Nia Pryce" in carl.get(reverse("round_asked")).content.decode()
    assert "Nia Pryce" in carl.get(reverse("round_place", args=[asked.pk])).content.decode()
    without = carl.post(reverse("round_place", args=[asked.pk]), {"answer": "yes", "level": "whole"})
    assert (without.status_code, live()) == (422, [])
    carl.post(reverse("round_place", args=[asked.pk]), said(answer="yes"))
    assert [place.user for place in live()] == [cast.nia]
    assert nia.get(reverse("alongside_person", args=[ames.pk])).status_code == 200
    carl.post(reverse("round_end", args=[asked.pk]), {"why": "taken_back"})
    assert (live(), nia.get(reverse("alongside_person", args=[ames.pk])).status_code) == ([], 404)
    with acting_as("seed"):
        assert Referral.objects.get(pk=ames.pk).consents.filter(decision="withdrawn").count() == 1


def test_a_no_is_said_with_one_press(cast, ames, sign_in):
    sign_in(cast.nia).post(
        reverse("alongside_ask"), {"reference": ames.reference, "why": "I know him.", "key": str(uuid.uuid4())}
    )
    with acting_as("seed"):
        asked = Partner.objects.get()
    sign_in(cast.carl).post(reverse("round_place", args=[asked.pk]), {"answer": "no"})
    page = sign_in(cast.nia).get(reverse("alongside")).content.decode()
    assert ("not agreed to" in page, "Ames" in page) == (True, False)


def test_carl_names_who_leads(cast, ames, ask_in, sign_in):
    ask_in()
    carl = sign_in(cast.carl)
    carl.post(reverse("round_lead", args=[ames.pk]), {"lead": str(cast.nia.pk)})
    assert "<bdi>Nia Pryce</bdi></strong> leads." in carl.get(reverse("person", args=[ames.pk])).content.decode()
    wrong = carl.post(reverse("round_lead", args=[ames.pk]), {"lead": str(cast.ravi.pk)})
    assert wrong.status_code == 422


def test_the_list_takes_as_many_queries_for_five_as_for_one(cast, ames, ask_in, sign_in):
    ask_in()
    nia = sign_in(cast.nia)
    nia.get(reverse("alongside"))
    with CaptureQueriesContext(
        connection,
    ) as one:
        nia.get(reverse("alongside"))
    for _more in range(4):
        other = mr_ames(cast)
        with acting_as("seed"):
            Person.objects.filter(pk=other.person_id).update(family_name="Other")
            actions.accept(other, by=cast.carl)
            Partner.objects.create(
                referral=other, reference=other.reference, user=cast.nia, organisation=cast.elsewhere, why="x",
                recipient="Nia", asked_by=cast.carl, yes=True, decided_by=cast.carl, decided_at=timezone.now(),
                level="whole", until=in_a_month(), **actions.new_key(),
            )  # fmt: skip
    with CaptureQueriesContext(connection) as five:
        page = nia.get(reverse("alongside")).content.decode()
    assert (page.count("leads."), len(five)) == (5, len(one))


def test_mr_ames_reads_on_his_own_page_who_is_round_him_and_takes_it_back_there(
    cast, ames, ask_in, sign_in, client, settings
):
    settings.QUIET_HOURS = False  # a code is not sent at night
    cache.clear()
    ask_in()
    key = uuid.uuid4()
    client.post(reverse("ask_code"), {"key": str(key), "to": "07700 900126"})
    answer()
    page = client.post(reverse("enter_code", args=[key]), {"code": code_sent()}, follow=True).content.decode()
    assert "Ask <bdi>Carl Whitlock</bdi> first" in page
    assert "Nia Pryce, Farside Council may see this page with us, and help you too." in page
    client.post(reverse("own_yes"), {"yes": "together:Nia Pryce, Farside Council"})
    assert "Who helps you" not in client.get(reverse("own_page")).content.decode()
    assert sign_in(cast.nia).get(reverse("alongside_person", args=[ames.pk])).status_code == 404
