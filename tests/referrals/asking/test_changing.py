"""What was typed is put right by its sender until somebody takes it up; two who do so at once lose nothing."""

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, identify
from connect.messaging.models import Message
from referrals import actions
from referrals.asking import changing
from referrals.models import Person, Referral
from referrals.queue import waiting_well
from tests.cast import mr_ames

pytestmark = pytest.mark.django_db


def now(referral):
    with acting_as("seed"):
        return Referral.objects.select_related("person", "team").get(pk=referral.pk)


def said(referral, sent_form, **changes):
    return sent_form(seen=changing.version(now(referral)), consent="", tell_referrer="") | changes


def address(referral):
    return reverse("referral_change", args=[referral.pk])


def test_rosa_puts_the_number_right_and_what_it_was_and_who_did_it_are_kept(cast, sign_in, sent_form):
    referral = mr_ames(cast)
    answer = sign_in(cast.rosa).post(address(referral), said(referral, sent_form, phone="07700 900 555", age="83"))
    assert answer.status_code == 302
    assert (now(referral).person.phone, now(referral).age_then) == ("07700900555", 83)
    with acting_as("seed"):
        copies = Person.history.rel.related_model.objects.order_by("pgh_id")
        assert [copy.phone for copy in copies] == ["07700 900 126", "07700900555"]
        assert copies.last().pgh_context.metadata["user"] == str(cast.rosa.pk)


def test_the_page_shows_her_what_she_typed(cast, sign_in):
    page = sign_in(cast.rosa).get(address(mr_ames(cast))).content.decode()
    assert ("ames@example.org" in page, "Somewhere to be on a Tuesday." in page) == (True, True)


@pytest.mark.parametrize("name", ["ravi", "carl", "nia", "colm"])
def test_nobody_else_changes_it_and_the_database_lets_nobody_else(cast, sign_in, sent_form, name):
    referral, other = mr_ames(cast), getattr(cast, name)
    answer = sign_in(other).post(address(referral), said(referral, sent_form, phone="07700 900 555"))
    assert answer.status_code in (302, 404)
    assert now(referral).person.phone == "07700 900 126"
    identify(other)
    assert Person.objects.update(phone="07700 900 666") == 0


def test_lena_who_leads_her_organisation_may(cast, sign_in, sent_form):
    referral = mr_ames(cast)
    sign_in(cast.lena).post(address(referral), said(referral, sent_form, given_name="Stan"))
    assert now(referral).person.given_name == "Stan"


def test_once_a_connector_has_it_the_page_and_the_database_say_no(cast, sign_in, sent_form):
    referral = mr_ames(cast)
    sent = said(referral, sent_form, given_name="Stan")
    with acting_as("seed"):
        actions.accept(referral, by=cast.carl)
    page = sign_in(cast.rosa).post(address(referral), sent, follow=True)
    assert "A connector has it now." in page.content.decode()
    identify(cast.rosa)
    assert (Person.objects.update(given_name="X"), Referral.objects.update(words="X")) == (0, 0)


def test_somebody_else_was_here_meanwhile_and_both_are_shown(cast, sign_in, sent_form):
    referral = mr_ames(cast)
    sent = said(referral, sent_form, given_name="Stan")
    with acting_as("seed"):
        Person.objects.filter(pk=referral.person_id).update(phone="07700900777")
    rosa = sign_in(cast.rosa)
    page = rosa.post(address(referral), sent)
    text = page.content.decode()
    assert (page.status_code, now(referral).person.given_name) == (422, "Stanley")
    assert ("07700900777" in text, "Stan" in text, changing.version(now(referral)) in text) == (True, True, True)
    assert rosa.post(address(referral), said(referral, sent_form, given_name="Stan")).status_code == 302


def test_another_ward_is_another_team_and_one_where_nobody_serves_is_refused(cast, sign_in, sent_form):
    referral = mr_ames(cast)
    rosa = sign_in(cast.rosa)
    cast.other_team.areas.clear()
    assert rosa.post(address(referral), said(referral, sent_form, postcode="KX9 9ZZ")).status_code == 422
    cast.other_team.areas.set([cast.other_ward])
    cast.team.areas.set([cast.ward])
    rosa.post(address(referral), said(referral, sent_form, postcode="KX1 1AA"))
    assert now(referral).team == cast.other_team


def test_rosa_cannot_move_it_herself_by_a_bare_update(cast):
    referral = mr_ames(cast)
    identify(cast.rosa)
    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        Referral.objects.filter(pk=referral.pk).update(state="accepted")


@pytest.mark.parametrize(
    ("changes", "left"), [({"safe_to_message": "no"}, []), ({"phone": "07700 900 555", "email": ""}, ["07700900555"])]
)
def test_what_waits_to_be_sent_follows_the_number_she_put_right(cast, sign_in, sent_form, changes, left):
    referral = mr_ames(cast)
    with acting_as("seed"):
        waiting_well.plan(now(referral), kind="offer", due_on=timezone.localdate(), by=cast.carl)
    sign_in(cast.rosa).post(address(referral), said(referral, sent_form, **changes))
    with acting_as("delivery"):
        waiting = Message.objects.filter(recipient_key=referral.person_id, state="queued")
        assert list(waiting.values_list("to", flat=True)) == left
