"""The steps over the API: the same rules, and a 409 that says which."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as
from referrals import actions
from referrals.models import Referral
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
    ["api_pause", "api_resume", "api_withdraw", "api_reopen", "api_transfers", "api_keep", "api_release", "api_claim"],
)
def test_nia_moves_nobody_of_carls(cast, sign_in, with_carl, name):
    assert sent(sign_in(cast.nia), name, with_carl, why="asked").status_code == 404
    assert state_of(with_carl) == "contacted"
