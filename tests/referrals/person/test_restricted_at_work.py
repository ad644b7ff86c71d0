"""Somebody restricted among the day's work: clocks, words that wait, the queue, another scheme. Only the named know."""

from datetime import timedelta

import pytest
from django.utils import timezone

from connect.identity import acting_as, identify
from connect.messaging.models import Message
from connect.people.roles import Role
from referrals import actions, refusals
from referrals.case import visiting
from referrals.life import lateness, passing_on
from referrals.models import Heard, Referral, Visit
from referrals.person import restricting
from referrals.queue import assigning, claiming
from referrals.safety import sweeping, words
from tests import cast as stage

pytestmark = pytest.mark.django_db


def seen_by(user, referral):
    identify(user)
    return Referral.objects.select_related("person").get(pk=referral.pk)


def restrict(cast, referral, owner):
    restricting.restrict(seen_by(cast.carl, referral), why="abuse", by=cast.carl, owner=owner)
    identify()


def another_lead(cast):
    return stage.person("Aaron Grey", Role.TL, cast.action, cast.team)


def overdue(referral):
    with acting_as("seed"):
        Referral.objects.filter(pk=referral.pk).update(next_on=timezone.localdate() - timedelta(days=60))
    with acting_as("clocks"):
        lateness.sweep()
    with acting_as("delivery"):
        rows = Message.objects.filter(about_id=referral.pk, template__startswith="late")
        return set(rows.values_list("to", flat=True))


def test_that_it_is_late_is_written_to_the_lead_who_is_named_and_to_no_other(cast, with_carl):
    another_lead(cast)
    restrict(cast, with_carl, cast.tess)
    assert overdue(with_carl) == {cast.carl.email, cast.tess.email}


def test_where_no_lead_is_named_whoever_is_hears_of_it(cast, with_carl):
    another_lead(cast)
    restrict(cast, with_carl, cast.carl)
    assert overdue(with_carl) == {cast.carl.email}


def test_words_about_them_go_to_a_named_reader_however_late(cast, with_carl):
    second = another_lead(cast)
    restrict(cast, with_carl, cast.tess)
    with acting_as("seed"):
        Referral.objects.filter(pk=with_carl.pk).update(connector=None)
        words.heard("She is at her sister's.", referral=Referral.objects.get(pk=with_carl.pk), where="refer")
    with acting_as("clocks"):
        Heard.objects.update(due_at=timezone.now() - timedelta(hours=1))
        sweeping.words_that_wait()
    identify(second)
    assert Heard.objects.count() == 0
    identify(cast.tess)
    assert [row.reader for row in Heard.objects.select_related("reader")] == [cast.tess]


def test_a_colleague_who_kept_the_address_does_not_learn_who_has_them(cast, with_carl):
    restrict(cast, with_carl, cast.tess)
    identify(cast.cora)
    assert claiming.who_has(with_carl.pk, cast.cora) == "It is no longer in the queue"


def test_they_are_given_to_nobody_who_could_not_open_them(cast, with_carl):
    restrict(cast, with_carl, cast.tess)
    with pytest.raises(refusals.NotNamed):
        assigning.assign(seen_by(cast.tess, with_carl), to=cast.cora, by=cast.tess)
    restricting.name(with_carl.person_id, reader=cast.cora, by=cast.tess)
    assigning.assign(seen_by(cast.tess, with_carl), to=cast.cora, by=cast.tess)
    assert seen_by(cast.cora, with_carl).connector_id == cast.cora.pk


def test_another_scheme_that_was_asked_is_asked_no_longer_and_the_case_can_be_finished(cast, with_carl):
    said = {"why": "moved", "agreed": True, "summary": "", "by": cast.carl, "made": actions.new_key()}
    passing_on.ask(seen_by(cast.carl, with_carl), to_team=cast.other_team, **said)
    restrict(cast, with_carl, cast.carl)
    with acting_as("clocks"):
        assert Referral.objects.get(came_from=with_carl.pk).state == "withdrawn"
    actions.close(seen_by(cast.carl, with_carl), by=cast.carl, why="completed")
    assert seen_by(cast.carl, with_carl).state == "closed"


def test_where_a_visit_goes_that_was_planned_before_is_hidden_from_whoever_looks_out(cast, with_carl):
    now = timezone.now()
    with acting_as("seed"):
        visiting.plan(
            with_carl, who=cast.carl, buddy=cast.cora, place="14 Garnet Terrace", phone="07700900555", transport="bus",
            starts_at=now, ends_at=now + timedelta(hours=1), by=cast.carl, made=actions.new_key(),
        )  # fmt: skip
    identify(cast.cora)
    assert Visit.objects.count() == 1
    restrict(cast, with_carl, cast.tess)
    identify(cast.cora)
    assert Visit.objects.count() == 0


def both_walls(user):
    identify(user)
    return Heard.objects.count(), Heard.objects.visible_to(user).count()


def filed_before(cast, referral, **more):
    """Words with a second lead, from before somebody was restricted."""
    second = another_lead(cast)
    with acting_as("seed"):
        row = words.heard("She is at her sister's.", referral=referral, where="refer")
        Heard.objects.filter(pk=row.pk).update(escalated_to=second, reader=second, escalated_at=timezone.now(), **more)
    return second, row


def test_words_from_before_pass_to_somebody_named_and_the_others_read_them_no_more(cast, with_carl):
    second, row = filed_before(cast, with_carl)
    assert both_walls(second) == (1, 1)
    restrict(cast, with_carl, cast.tess)
    assert (both_walls(second), both_walls(cast.tess)) == ((0, 0), (1, 1))
    with acting_as("clocks"):
        row.refresh_from_db()
        assert (row.reader, row.escalated_to) == (cast.carl, cast.tess)


def test_what_somebody_read_before_is_read_no_more_by_who_is_not_named(cast, with_carl):
    second, _row = filed_before(cast, with_carl, read_at=timezone.now())
    restrict(cast, with_carl, cast.tess)
    assert (both_walls(second), both_walls(cast.tess)) == ((0, 0), (1, 1))


def test_who_is_named_no_more_keeps_no_words_and_lifted_they_are_everybodys_as_before(cast, with_carl):
    second, _row = filed_before(cast, with_carl)
    restrict(cast, with_carl, cast.tess)
    identify(cast.tess)
    restricting.name(with_carl.person_id, reader=second, by=cast.tess)
    assert both_walls(second) == (1, 1)
    restricting.unname(with_carl.person_id, reader=second, by=cast.tess)
    assert both_walls(second) == (0, 0)
    restricting.ask_to_lift(with_carl.person_id, why="He is in prison", by=cast.tess)
    restricting.lift(with_carl.person_id, by=second)
    assert both_walls(second) == (1, 1)
