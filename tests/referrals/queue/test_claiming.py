"""Two cannot claim one; who comes second is told who; what is put back waits for a colleague."""

import copy
import threading

import pytest
from django.db import connection, transaction
from django.urls import reverse

from connect.identity import acting_as, identify
from connect.people.models import User
from connect.people.roles import Role
from referrals import actions, refusals
from referrals.models import Referral
from referrals.queue import assigning, claiming
from tests import cast as stage
from tests.cast import mr_ames
from tests.conftest import prove

CLAIMERS = 16


@pytest.mark.django_db(transaction=True)
def test_of_sixteen_at_one_barrier_one_wins_and_the_others_are_told_who(cast):
    referral = mr_ames(cast)
    colleagues = [stage.person(f"Con{n} Nector", Role.CON, cast.action, cast.team) for n in range(CLAIMERS)]
    barrier, outcomes = threading.Barrier(CLAIMERS), []

    def claims(user: User) -> None:
        try:
            row = copy.copy(referral)  # as each of them saw it, before any of them pressed
            barrier.wait(timeout=30)
            with transaction.atomic():
                identify(user)
                claiming.claim(row, by=user)
            outcomes.append(("won", user.name))
        except actions.SomebodyWasFaster:
            with transaction.atomic():
                identify(user)
                outcomes.append(("told", claiming.who_has(referral.pk, user)))
        finally:
            connection.close()

    threads = [threading.Thread(target=claims, args=(user,)) for user in colleagues]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    winners = [name for what, name in outcomes if what == "won"]
    told = [words for what, words in outcomes if what == "told"]
    assert (len(winners), told) == (1, [f"{winners[0]} took it a moment ago"] * (CLAIMERS - 1))


@pytest.mark.django_db
def test_what_carl_puts_back_waits_with_a_day_and_cora_takes_it_on(cast, with_carl):
    identify(cast.carl)
    claiming.release(Referral.objects.get(pk=with_carl.pk), by=cast.carl, words="Ring in the evening.")
    identify(cast.cora)
    row = Referral.objects.waiting_in_queue_of(cast.cora).get()
    assert (row.state, row.connector, row.next_step, row.next_on is not None) == ("contacted", None, "ring", True)
    claiming.claim(row, by=cast.cora)
    assert list(Referral.objects.caseload_of(cast.cora)) == [row]
    identify(cast.carl)
    assert list(Referral.objects.all()) == []


@pytest.mark.django_db
def test_nia_finds_nothing_to_take_and_hears_nothing(cast):
    referral = mr_ames(cast)
    identify(cast.nia)
    with pytest.raises(actions.Gone):
        claiming.claim(referral, by=cast.nia)
    assert claiming.who_has(referral.pk, cast.nia) == "It is no longer in the queue"


@pytest.mark.django_db
def test_tess_gives_new_and_held_ones_to_cora_and_their_next_day_stays(cast, with_carl):
    new = mr_ames(cast)
    identify(cast.tess)
    held = Referral.objects.get(pk=with_carl.pk)
    day = held.next_on
    given, left = assigning.assign_many([Referral.objects.get(pk=new.pk), held], to=cast.cora, by=cast.tess)
    assert ([row.connector for row in given], left) == ([cast.cora, cast.cora], [])
    assert (given[0].state, given[1].state, given[1].next_on) == ("accepted", "contacted", day)


@pytest.mark.django_db
def test_nobody_is_given_to_a_connector_of_another_team(cast, with_carl):
    identify(cast.tess)
    with pytest.raises(refusals.NotOfThisTeam):
        assigning.assign(Referral.objects.get(pk=with_carl.pk), to=cast.nia, by=cast.tess)


@pytest.mark.django_db
def test_one_that_moved_meanwhile_does_not_hold_up_the_rest(cast):
    first, second = mr_ames(cast), mr_ames(cast)
    with acting_as("seed"):
        stale = Referral.objects.get(pk=first.pk)
        actions.accept(Referral.objects.get(pk=first.pk), by=cast.carl)
    identify(cast.tess)
    given, left = assigning.assign_many([stale, Referral.objects.get(pk=second.pk)], to=cast.cora, by=cast.tess)
    assert ([one.pk for one in given], [one.pk for one in left]) == ([second.pk], [first.pk])


@pytest.mark.django_db
def test_giving_to_nobody_says_what_is_missing(cast, sign_in):
    pk = mr_ames(cast).pk
    tess = sign_in(cast.tess)
    prove(tess, cast.tess)
    page = tess.post(reverse("assign"), {"referral": pk, "connector": ""})
    assert (page.status_code, list(page.context["form"].errors)) == (422, ["connector"])
    assert b'<input type="hidden" name="connector" value="">' in page.content
