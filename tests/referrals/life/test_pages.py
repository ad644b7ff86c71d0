"""The pages of the steps: whoever may takes them, whoever may not meets a 404, and nothing typed is lost."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as
from referrals import actions
from referrals.case import visiting
from referrals.life import clocks
from referrals.life.models import Late
from referrals.models import Referral
from tests.cast import mr_ames

pytestmark = pytest.mark.django_db


def state_of(referral):
    with acting_as("seed"):
        return Referral.objects.get(pk=referral.pk).state


def test_carl_pauses_and_goes_on(cast, sign_in, with_carl):
    carl = sign_in(cast.carl)
    until = timezone.localdate() + timedelta(days=7)
    answer = carl.post(reverse("pause", args=[with_carl.pk]), {"why": "hospital", "until": until.isoformat()})
    assert (answer.status_code, answer["Location"], state_of(with_carl)) == (
        302,
        reverse("person", args=[with_carl.pk]),
        "paused",
    )
    carl.post(reverse("resume", args=[with_carl.pk]))
    assert state_of(with_carl) == "contacted"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"why": "hospital", "until": "2020-01-01", "words": "A hip."}, "Choose a day to come"),
        ({"why": "other", "until": "2099-01-01", "words": ""}, "Say it in a sentence"),
        ({"until": "soon", "words": "A hip."}, "Choose a reason"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_what_was_typed_stays(cast, sign_in, with_carl, typed, said):
    answer = sign_in(cast.carl).post(reverse("pause", args=[with_carl.pk]), typed)
    page = answer.content.decode()
    assert (answer.status_code, said in page, typed["words"] in page) == (422, True, True)


def test_rosa_takes_back_what_nobody_has_accepted_and_sees_it_in_her_list(cast, sign_in):
    referral = mr_ames(cast)
    answer = sign_in(cast.rosa).post(reverse("withdraw", args=[referral.pk]), {"why": "mistake"})
    assert (answer["Location"], state_of(referral)) == (reverse("referrals"), "withdrawn")


def test_rosa_is_led_back_when_carl_has_it_already(cast, sign_in, with_carl):
    answer = sign_in(cast.rosa).post(reverse("withdraw", args=[with_carl.pk]), {"why": "mistake"})
    assert (answer["Location"], state_of(with_carl)) == (reverse("referral", args=[with_carl.pk]), "contacted")


def test_rosa_sends_it_again_beside_the_question_that_came_back(cast, sign_in):
    referral = mr_ames(cast)
    with acting_as("seed"):
        actions.give_back(referral, by=cast.carl, why="missing", words="Which flat is it?")
    rosa = sign_in(cast.rosa)
    page = rosa.get(reverse("send_again", args=[referral.pk])).content.decode()
    assert ("Which flat is it?" in page, "Something we need is missing" in page) == (True, True)
    rosa.post(reverse("send_again", args=[referral.pk]), {"words": "Flat 4."})
    assert state_of(referral) == "submitted"


def test_after_a_withdrawal_the_page_asks_for_a_new_yes(cast, sign_in, with_carl):
    carl = sign_in(cast.carl)
    carl.post(reverse("withdraw", args=[with_carl.pk]), {"why": "asked"})
    refused = carl.post(reverse("reopen", args=[with_carl.pk]), {"why": "came_back"})
    assert (refused.status_code, state_of(with_carl)) == (422, "withdrawn")
    carl.post(reverse("reopen", args=[with_carl.pk]), {"why": "came_back", "consent": "on"})
    assert state_of(with_carl) == "accepted"


def test_carl_asks_another_scheme_and_nia_takes_them_on(cast, sign_in, with_carl):
    page = reverse("transfer", args=[with_carl.pk])
    carl = sign_in(cast.carl)
    key = carl.get(page).context["form"]["key"].value()
    typed = {
        "key": str(key),
        "to_team": str(cast.other_team.pk),
        "why": "moved",
        "agreed": "on",
        "summary": "Mornings.",
    }
    carl.post(page, typed)
    carl.post(page, typed)  # pressed twice
    again = carl.post(page, typed | {"summary": "Evenings."})
    assert (again.status_code, "sent before with other words" in again.content.decode()) == (422, True)
    other = typed | {"summary": "Evenings.", "agreed": True}
    api = carl.post(reverse("api_transfers", args=[with_carl.pk]), other, content_type="application/json")
    assert (api.status_code, api.json()) == (409, {"detail": "OnTheWay"})
    with acting_as("seed"):
        there = Referral.objects.get(came_from=with_carl)
    nia = sign_in(cast.nia)
    nia.post(reverse("claim", args=[there.pk]))
    assert (state_of(with_carl), state_of(there)) == ("transferred", "accepted")
    shown = nia.get(reverse("person", args=[there.pk])).content.decode()
    assert ("Mornings." in shown, "Cheerful." in shown) == (True, False)


def late_and_back(cast):
    referral = mr_ames(cast)
    with acting_as("seed"):
        long_ago = timezone.now() - timedelta(days=40)
        Referral.objects.filter(pk=referral.pk).update(submitted_at=long_ago)
    with acting_as("clocks"):
        Late.objects.create(referral=referral, level="returned", was_due=timezone.localdate())
        actions.give_back(Referral.objects.get(pk=referral.pk), by=None, why="no_answer")
    return referral


def test_tess_says_who_looks_after_them_and_they_are_off_her_list(cast, sign_in):
    referral = late_and_back(cast)
    tess = sign_in(cast.tess)
    assert referral.reference in tess.get(reverse("escalated")).content.decode()
    with acting_as("clocks"):
        late = Late.objects.get()
    tess.post(reverse("settle", args=[late.pk]), {"looked_after_by": "referrer", "note": "Rang."})
    assert (referral.reference in tess.get(reverse("escalated")).content.decode()) is False


@pytest.mark.parametrize("name", ["carl", "cora", "rosa", "nia", "colm", "dev", "vera"])
def test_only_a_lead_sees_the_list_of_what_is_late(cast, sign_in, name):
    assert sign_in(getattr(cast, name)).get(reverse("escalated")).status_code == 404


@pytest.mark.parametrize("page", ["pause", "transfer", "withdraw", "reopen", "release", "claim", "plan_waiting"])
@pytest.mark.parametrize("name", ["nia", "cora", "ravi", "colm"])
def test_these_people_are_not_theirs_to_move(cast, sign_in, with_carl, name, page):
    client = sign_in(getattr(cast, name))
    before = state_of(with_carl)
    answer = client.post(reverse(page, args=[with_carl.pk]), {"why": "asked"})
    assert (answer.status_code in (404, 302), state_of(with_carl)) == (True, before)


def late(cast, number):
    rows = [mr_ames(cast) for _n in range(number)]
    with acting_as("clocks"):
        for row in rows:
            Late.objects.create(referral=row, level="escalated", was_due=timezone.localdate())


def queries_for(client, address):
    with CaptureQueriesContext(connection) as counted:
        assert client.get(address).status_code == 200
    return len(counted)


@pytest.mark.parametrize("address", ["escalated", "queue", "waiting_list", "team_load"])
def test_the_number_of_queries_does_not_grow_with_the_people(cast, sign_in, address):
    tess = sign_in(cast.tess)
    late(cast, 2)
    tess.get(reverse(address))
    few = queries_for(tess, reverse(address))
    late(cast, 6)
    assert queries_for(tess, reverse(address)) <= few


def test_the_pause_page_names_what_is_arranged_and_they_go_on_with_what_was_owed(cast, sign_in, expected):
    referral, carl, soon = expected.referral, sign_in(cast.carl), timezone.now() + timedelta(days=1)
    with acting_as("seed"):
        visiting.plan(
            referral, who=cast.carl, buddy=cast.cora, place="KX2 4HD", phone="07700900555", transport="bus",
            starts_at=soon, ends_at=soon + timedelta(hours=1), by=cast.carl, made=actions.new_key(),
        )  # fmt: skip
        was = Referral.objects.values_list("next_step", "next_on").get(pk=referral.pk)
    page = carl.get(reverse("pause", args=[referral.pk])).content.decode()
    assert [page.count(said) for said in ("A visit is planned", "lunch club expects them")] == [1, 1]
    day_before = timezone.localdate(expected.starts_at)
    carl.post(reverse("pause", args=[referral.pk]), {"why": "asked", "until": str(day_before), "words": ""})
    carl.post(reverse("resume", args=[referral.pk]))
    with acting_as("seed"):
        assert (
            Referral.objects.values_list("next_step", "next_on").get(pk=referral.pk) == was == ("session", day_before)
        )


def test_nobody_is_sent_along_to_a_day_that_was_called_off_while_they_rested(cast, sign_in, expected):
    referral, carl = expected.referral, sign_in(cast.carl)
    until = timezone.localdate(expected.starts_at) + timedelta(days=3)
    carl.post(reverse("pause", args=[referral.pk]), {"why": "asked", "until": str(until), "words": ""})
    carl.post(reverse("resume", args=[referral.pk]))
    with acting_as("seed"):
        assert Referral.objects.get(pk=referral.pk).next_step == "review"


def test_contact_is_lost_after_three_tries_at_different_hours_or_for_a_reason(cast, sign_in, with_carl):
    carl, address = sign_in(cast.carl), reverse("close", args=[with_carl.pk])
    page = carl.post(address, {"why": "lost_contact", "words": ""})
    assert (page.status_code, list(page.context["form"].errors)) == (422, ["words"])
    with acting_as("seed"):
        for days in (1, 2, 3):
            with time_machine.travel(timezone.now() + timedelta(days=days)):
                tried = {"channel": "call", "reached": False, "note": ""}
                actions.record_contact(with_carl, **tried, by=cast.carl, made=actions.new_key())
    with time_machine.travel(timezone.now() + timedelta(days=4)):
        assert sign_in(cast.carl).post(address, {"why": "lost_contact", "words": ""}).status_code == 302
    assert state_of(with_carl) == "closed"


def test_with_a_reason_contact_is_lost_before_three_tries(cast, sign_in, with_carl):
    said = {"why": "lost_contact", "words": "The number belongs to somebody else, and nobody lives there."}
    assert sign_in(cast.carl).post(reverse("close", args=[with_carl.pk]), said).status_code == 302


def test_carl_says_later_that_somebody_cannot_wait_and_why(cast, sign_in, with_carl):
    carl, address = sign_in(cast.carl), reverse("urgent", args=[with_carl.pk])
    assert carl.post(address, {"urgent": "1", "words": ""}).status_code == 422
    said = {"urgent": "1", "words": "He has stopped eating, his daughter says."}
    assert [carl.post(address, said).status_code for _twice in range(2)] == [302, 422]
    page = carl.get(reverse("person", args=[with_carl.pk])).content.decode()
    assert [words in page for words in ("Marked as urgent.", "stopped eating", "Urgent no longer")] == [True] * 3
    carl.post(address, {"urgent": "", "words": "She is with him now."})
    with acting_as("seed"):
        assert Referral.objects.get(pk=with_carl.pk).urgent is False


def test_who_waits_in_the_queue_and_cannot_is_answered_as_if_they_had_come_so(cast, sign_in):
    referral = mr_ames(cast)
    sign_in(cast.tess).post(reverse("urgent", args=[referral.pk]), {"urgent": "1", "words": "Rosa rang."})
    with acting_as("seed"):
        now = Referral.objects.select_related("team__scheme", "team__organisation").get(pk=referral.pk)
        soon = clocks.answer_by(now.team, urgent=True)
    assert (now.urgent, now.respond_by, now.next_on, now.next_step) == (True, soon, soon, "decide")


@pytest.mark.parametrize("name", ["nia", "cora", "rosa", "colm"])
def test_others_mark_nobody_urgent(cast, sign_in, with_carl, name):
    said = {"urgent": "1", "words": "x"}
    assert sign_in(getattr(cast, name)).post(reverse("urgent", args=[with_carl.pk]), said).status_code == 404
