"""Carl leaves: everybody he holds goes to colleagues or the queue, with all that hangs on them."""

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, identify
from connect.people.models import Membership
from referrals import actions
from referrals.handing_over import handing, planning, today
from referrals.models import Referral, ReferralEvent
from referrals.person import restricting
from referrals.safety.models import Heard
from tests.cast import mr_ames
from tests.conftest import ForgetfulClient, prove

pytestmark = pytest.mark.django_db


@pytest.fixture
def held(cast):
    """Three of Carl's, and one of Cora's who must stay with her."""
    rows = [mr_ames(cast) for _ in range(4)]
    with acting_as("seed"):
        for row in rows[:3]:
            actions.accept(row, by=cast.carl)
        actions.accept(rows[3], by=cast.cora)
        Heard.objects.create(
            referral=rows[0], team=cast.team, text="Please ring me", reader=cast.carl, due_at=timezone.now()
        )
    return rows


@pytest.fixture
def proven():
    def as_(user):
        client = ForgetfulClient(raise_request_exception=False)
        client.force_login(user)
        prove(client, user)
        return client

    return as_


def hands(cast):
    identify(cast.tess)
    return [row.connector for row in Referral.objects.order_by("submitted_at")]


def sent(cast, held, to, **more):
    return {f"to_{row.pk}": to for row in held[:3]} | more


def test_nothing_happens_by_looking(cast, held, proven):
    tess, address = proven(cast.tess), reverse("hand_over_from", args=[cast.carl.pk])
    assert [tess.get(address, {"how": how}).status_code for how in ("load", "queue", str(cast.cora.pk), "x", "")] == [
        200
    ] * 5
    assert hands(cast) == [cast.carl] * 3 + [cast.cora]


def test_all_to_cora_with_what_waits_to_be_read_and_a_line_in_each_story(cast, held, proven):
    address = reverse("hand_over_from", args=[cast.carl.pk])
    assert proven(cast.tess).post(address, sent(cast, held, str(cast.cora.pk))).status_code == 302
    assert hands(cast) == [cast.cora] * 4
    assert Heard.objects.get().reader == cast.cora
    told = ReferralEvent.objects.filter(referral=held[0]).order_by("-at").first()
    assert (told.to, told.by) == ("assigned", cast.tess)


def test_back_to_the_queue_each_has_a_next_day_and_the_lead_reads_what_waits(cast, held, proven):
    proven(cast.tess).post(reverse("hand_over_from", args=[cast.carl.pk]), sent(cast, held, "queue"))
    assert hands(cast) == [None] * 3 + [cast.cora]
    assert {(row.next_step, row.next_on is None) for row in Referral.objects.filter(connector=None)} == {
        ("ring", False)
    }
    assert Heard.objects.get().reader == cast.tess


@pytest.mark.parametrize("name", ["carl", "cora", "nia", "rosa", "lena", "adam", "dora", "colm"])
def test_nobody_but_the_lead_of_the_team_hands_over(cast, held, proven, name):
    client, address = proven(getattr(cast, name)), reverse("hand_over_from", args=[cast.carl.pk])
    answers = [client.get(reverse("hand_over")), client.get(address), client.post(address, sent(cast, held, "queue"))]
    assert [answer.status_code for answer in answers] == [404] * 3
    assert hands(cast) == [cast.carl] * 3 + [cast.cora]


def test_without_fresh_proof_nothing_is_handed_over(cast, held, sign_in):
    sign_in(cast.tess).post(reverse("hand_over_from", args=[cast.carl.pk]), sent(cast, held, "queue"))
    assert hands(cast) == [cast.carl] * 3 + [cast.cora]


def test_somebody_of_another_team_is_not_there_to_be_handed_over(cast, held, proven):
    assert proven(cast.tess).get(reverse("hand_over_from", args=[cast.nia.pk])).status_code == 404


def test_nobody_is_given_to_another_team(cast, held, proven):
    page = proven(cast.tess).post(
        reverse("hand_over_from", args=[cast.carl.pk]), sent(cast, held, str(cast.nia.pk))
    )  # fmt: skip
    assert (page.status_code, hands(cast)[0]) == (422, cast.carl)


def test_with_the_last_of_them_the_membership_ends_and_rights_are_gone(cast, held, proven, sign_in):
    """One came to Carl after the lead had looked: it goes to the queue, and nothing is left without hands."""
    carl = sign_in(cast.carl)
    late = mr_ames(cast)
    with acting_as("seed"):
        actions.accept(late, by=cast.carl)
    proven(cast.tess).post(
        reverse("hand_over_from", args=[cast.carl.pk]), sent(cast, held, str(cast.cora.pk), end="on")
    )  # fmt: skip
    assert hands(cast) == [cast.cora] * 4 + [None]
    assert carl.get(reverse("caseload")).status_code == 404
    assert Membership.objects.current().filter(user=cast.carl).count() == 0


def test_one_whom_cora_took_meanwhile_stays_with_her(cast, held):
    with acting_as("seed"):
        Referral.objects.filter(pk=held[0].pk).update(connector=cast.cora)
    identify(cast.tess)
    done = handing.hand_over(cast.carl, plan=dict.fromkeys([row.pk for row in held]), by=cast.tess)
    assert (done.queued, done.left) == (2, [])
    assert hands(cast) == [cast.cora, None, None, cast.cora]


def test_by_load_the_one_with_room_takes_them_and_the_rest_wait_in_sight(cast, held):
    Membership.objects.filter(user=cast.cora).update(full_caseload=6)  # she carries 2 of 6
    identify(cast.tess)
    rows = list(planning.in_the_hands_of(cast.carl, by=cast.tess))
    plan = planning.by_load(rows, cast.carl, cast.team)
    assert planning.summed(plan) == {cast.cora: 2, None: 1}


def test_somebody_who_has_left_stands_first_and_on_the_leads_day(cast, held):
    identify(cast.tess)
    assert [line.count for line in today.lines(cast.tess)] == [0]
    Membership.objects.filter(user=cast.carl).update(suspended_at=timezone.now())
    assert [line.count for line in today.lines(cast.tess)] == [3]
    first = planning.holders(cast.team)[0]
    assert (first.user, first.people, first.has_left) == (cast.carl, 3, True)
    identify(cast.carl)
    assert today.lines(cast.carl) == []


def test_looking_asks_the_same_number_of_questions_however_many_there_are(cast, held, proven):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    tess, asked = proven(cast.tess), []
    for _ in range(2):
        with CaptureQueriesContext(connection) as seen:
            tess.get(reverse("hand_over_from", args=[cast.carl.pk]), {"how": "load"})
        asked.append(len(seen))
        for _n in range(4):
            with acting_as("seed"):
                actions.accept(mr_ames(cast), by=cast.carl)
    assert asked[0] == asked[1]


def test_a_membership_is_not_ended_here_while_somebody_hidden_from_the_lead_hangs_on_it(cast, held, proven):
    identify(cast.carl)
    restricting.restrict(Referral.objects.get(pk=held[0].pk), why="abuse", by=cast.carl, owner=cast.carl)
    identify()
    address = reverse("hand_over_from", args=[cast.carl.pk])
    assert "until then nothing is ended here" in proven(cast.tess).get(address).text
    proven(cast.tess).post(address, sent(cast, held[1:], str(cast.cora.pk), end="on"))
    assert Membership.objects.current().filter(user=cast.carl).count() == 1
