"""The steps over the API: the same rules, and a 409 that says which."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as
from referrals import actions
from referrals.models import Note, Referral
from tests.cast import mr_ames

pytestmark = pytest.mark.django_db


def state_of(referral):
    with acting_as("seed"):
        return Referral.objects.get(pk=referral.pk).state


def sent(client, name, referral, **said):
    return client.post(reverse(name, args=[referral.pk]), said, content_type="application/json")


def test_carl_pauses_resumes_and_withdraws(cast, sign_in, with_carl):
    carl, until = sign_in(cast.carl), (timezone.localdate() + timedelta(days=9)).isoformat()
    assert sent(carl, "api_pause", with_carl, why="away", until=until).json()["state"] == "paused"
    assert sent(carl, "api_resume", with_carl).json()["state"] == "contacted"
    assert sent(carl, "api_withdraw", with_carl, why="asked").json()["state"] == "withdrawn"
    refused = sent(carl, "api_reopen", with_carl, why="came_back")
    assert (refused.status_code, list(refused.json())) == (400, ["consent"])


def test_what_cannot_be_done_now_is_a_409_with_its_name(cast, sign_in, with_carl):
    answer = sent(sign_in(cast.carl), "api_resume", with_carl)
    assert (answer.status_code, answer.json()) == (409, {"detail": "CannotMove"})


def test_who_comes_second_hears_who_has_them(cast, sign_in):
    referral = mr_ames(cast)
    assert sent(sign_in(cast.carl), "api_claim", referral).status_code == 200
    with acting_as("seed"):
        assert Referral.objects.get(pk=referral.pk).connector == cast.carl
    assert sent(sign_in(cast.tess), "api_claim", referral).json() == {
        "detail": "SomebodyWasFaster",
        "who": "Carl Whitlock took it a moment ago",
    }


def test_rosa_sends_it_again_and_ravi_cannot(cast, sign_in):
    referral = mr_ames(cast)
    with acting_as("seed"):
        actions.give_back(referral, by=cast.carl, why="missing")
    assert sent(sign_in(cast.ravi), "api_send_again", referral, words="Flat 4.").status_code == 404
    assert sent(sign_in(cast.rosa), "api_send_again", referral, words="Flat 4.").status_code == 200
    assert state_of(referral) == "submitted"


@pytest.mark.parametrize(("why", "status"), [("missing", 400), ("no_answer", 200)])
def test_words_are_demanded_only_where_something_was_asked(cast, sign_in, why, status):
    referral = mr_ames(cast)
    with acting_as("seed"):
        actions.give_back(referral, by=cast.carl, why=why)
    assert sent(sign_in(cast.rosa), "api_send_again", referral).status_code == status


@pytest.mark.parametrize(
    "name",
    [
        "api_pause",
        "api_resume",
        "api_withdraw",
        "api_reopen",
        "api_transfers",
        "api_keep",
        "api_release",
        "api_claim",
        "api_urgent",
        "api_give_back",
        "api_close",
        "api_notes",
        "api_next",
    ],
)
def test_nia_moves_nobody_of_carls(cast, sign_in, with_carl, name):
    assert sent(sign_in(cast.nia), name, with_carl, why="asked").status_code == 404
    assert state_of(with_carl) == "contacted"


def test_carl_says_that_they_cannot_wait_and_twice_is_somebody_faster(cast, sign_in, with_carl):
    carl, why = sign_in(cast.carl), {"urgent": True, "words": "Her daughter rang."}
    assert sent(carl, "api_urgent", with_carl, urgent=True).json() == {
        "words": ["Write why, so that whoever reads it can judge"]
    }
    assert sent(carl, "api_urgent", with_carl, **why).json()["urgent"] is True
    assert sent(carl, "api_urgent", with_carl, **why).json() == {"detail": "SomebodyWasFaster"}


def test_given_back_and_finished_with_a_reason_that_is_one_of_ours(cast, sign_in, with_carl):
    carl, new = sign_in(cast.carl), mr_ames(cast)
    assert sent(carl, "api_give_back", new, why="nonsense").status_code == 400
    assert sent(carl, "api_give_back", new, why="missing", words="Which flat?").json()["state"] == "returned"
    assert sent(carl, "api_close", with_carl, why="lost_contact").json() == {"detail": "NotTried"}
    assert sent(carl, "api_close", with_carl, why="completed").json()["state"] == "closed"


def test_a_note_is_kept_once_and_what_is_next_overwrites_no_colleague(cast, sign_in, with_carl):
    carl, note = sign_in(cast.carl), {"key": str(uuid.uuid4()), "words": "Likes chess."}
    assert [sent(carl, "api_notes", with_carl, **note).status_code for _twice in range(2)] == [201, 201]
    with acting_as("seed"):
        assert [one.words for one in Note.objects.filter(referral=with_carl)] == ["Likes chess."]
    seen = carl.get(reverse("api_referral", args=[with_carl.pk])).json()["seen"]
    on = (timezone.localdate() + timedelta(days=3)).isoformat()
    assert sent(carl, "api_next", with_carl, step="ring", on=on, seen="choose|2020-01-01").json() == {
        "detail": "ChangedMeanwhile"
    }
    told = sent(carl, "api_next", with_carl, step="ring", on=on, seen=seen).json()
    assert (told["next_step"], told["next_on"]) == ("ring", on)


def test_rosa_reads_neither_urgency_nor_what_is_next(cast, sign_in, with_carl):
    row = sign_in(cast.rosa).get(reverse("api_referral", args=[with_carl.pk])).json()
    assert {"urgent", "next_step", "next_on", "seen", "state"} & set(row) == set()
