"""Signing in, one role at a time, and whose house it is."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from connect.people.access import Grant, _grants
from connect.people.forms import ResetPasswordKeyForm
from connect.people.models import Membership, Tenant, User
from connect.people.roles import Role
from tests.cast import PASSWORD, person

pytestmark = pytest.mark.django_db


def sign_in_by_the_page(client, email, password):
    return client.post(reverse("account_login"), {"login": email, "password": password}, follow=True)


@pytest.mark.parametrize(
    ("who", "room"),
    [
        ("rosa", "refer"),
        ("carl", "today"),
        ("nia", "today"),
        ("colm", "reports"),
        ("dev", "desk"),
        ("vera", "my_befriending"),
    ],
)
def test_everybody_comes_in_to_a_room_of_their_own(cast, client, who, room):
    page = sign_in_by_the_page(client, getattr(cast, who).email, PASSWORD)
    assert (page.status_code, page.redirect_chain[-1][0]) == (200, reverse(room))


@pytest.mark.parametrize("email", ["rosa@example.org", "nobody@example.org"])
def test_a_wrong_password_says_the_same_of_an_account_that_is_not_there(cast, client, email):
    page = sign_in_by_the_page(client, email, "not it at all").content.decode()
    assert page.count("That e-mail address and password do not go together. Type the password again") == 1
    assert "What you typed is still here" not in page  # a password is never drawn again
    assert (cast.rosa.name in page, "not it at all" in page) == (False, False)


def test_the_two_wrong_sign_ins_are_told_in_the_very_same_page(cast, client):
    pages = [sign_in_by_the_page(client, email, "not it at all").content.decode()
             for email in ("rosa@example.org", "nobody@example.org")]  # fmt: skip
    without = [re.sub(r'value="[^"]*"', "", page) for page in pages]
    assert without[0] == without[1]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, ["Enter your e-mail address", "Enter your password"]),
        ({"login": "rosa"}, ["Enter an e-mail address, like name@example.org", "Enter your password"]),
        ({"login": "rosa@example.org"}, ["Enter your password"]),
    ],
)
def test_what_is_missing_at_sign_in_is_said_in_our_words(cast, client, typed, said):
    form = client.post(reverse("account_login"), typed).context["form"]
    assert [error for errors in form.errors.values() for error in errors] == said
    assert [str(form[name].label) for name in ("login", "password")] == ["E-mail address", "Password"]


def test_a_forgotten_password_is_asked_for_in_our_words(cast, client):
    page = client.post(reverse("account_reset_password"), {"email": ""})
    assert page.context["form"].errors == {"email": ["Enter your e-mail address"]}
    assert "What you typed is still here" in page.content.decode()


def test_a_new_password_is_asked_for_in_our_words():
    form = ResetPasswordKeyForm({})
    assert form.errors == {"password1": ["Enter a new password"], "password2": ["Enter the new password once more"]}


def test_whoever_is_at_work_signs_out_at_one_press(cast, sign_in):
    rosa = sign_in(cast.rosa)
    button = f'<form action="{reverse("account_logout")}" method="post">'
    assert button in rosa.get(reverse("refer")).content.decode()
    gone = rosa.post(reverse("account_logout"))
    assert (gone.url, rosa.get(reverse("refer")).status_code) == (reverse("search"), 302)


def test_somebody_who_has_left_does_not_come_in(cast, client):
    User.objects.filter(pk=cast.rosa.pk).update(is_active=False)
    page = sign_in_by_the_page(client, cast.rosa.email, PASSWORD)
    assert page.wsgi_request.user.is_authenticated is False


def test_an_account_without_a_role_is_told_so_kindly(cast, sign_in):
    Membership.objects.filter(user=cast.rosa).delete()
    assert "no role here yet" in sign_in(cast.rosa).get(reverse("home")).content.decode()


def test_accounts_are_given_and_not_taken(client, cast):
    page = client.post(
        reverse("account_signup"), {"email": "x@example.org", "password1": PASSWORD, "password2": PASSWORD}
    )
    assert (User.objects.filter(email="x@example.org").exists(), page.status_code) == (False, 200)


def test_nobody_acts_under_the_membership_of_another(cast, sign_in):
    rosa = sign_in(cast.rosa)
    assert rosa.post(reverse("choose_role"), {"membership": cast.carl.acting.pk}).status_code == 404
    assert rosa.get(reverse("caseload")).status_code == 404


def test_the_session_key_changes_with_the_role(cast, sign_in):
    second = Membership.objects.create(user=cast.rosa, organisation=cast.council, role=Role.DIR)
    rosa = sign_in(cast.rosa)
    before = rosa.cookies["sessionid"].value
    rosa.post(reverse("choose_role"), {"membership": second.pk})
    assert rosa.cookies["sessionid"].value != before
    assert rosa.get(reverse("refer")).status_code == 404


def test_nobody_is_a_member_as_one_who_needs_no_account(cast):
    from django.db import IntegrityError, transaction

    for role in (Role.PUB, Role.SELF, Role.GRP):
        with pytest.raises(IntegrityError), transaction.atomic():
            person("Pub Lick", role, cast.homes)


@pytest.mark.parametrize("colour", ["#84d2c6", "#ffff00", "red", "#0b5a5", "#0b5a55;}"])
def test_a_tenant_gets_no_colour_that_cannot_be_read(colour):
    with pytest.raises(ValidationError):
        Tenant(place="X", phone="1", help_phone="1", primary=colour).full_clean()


def test_a_grant_says_verbs_scope_and_whether_more_proof_is_asked():
    assert _grants("RU:c R:t+ R+!") == (Grant("RU", "c"), Grant("R", "t", True), Grant("R", "", True, True))
    with pytest.raises(ValueError, match="is no grant"):
        _grants("R;c")


def test_who_asks_for_nobody_ever_has_no_door_to_people_of_their_own(cast, sign_in):
    door = f'href="{reverse("referrals")}"'
    pages = [sign_in(user).get(reverse("search")).content.decode() for user in (cast.rosa, cast.dora, cast.carl)]
    assert [door in page for page in pages] == [True, False, False]


def test_whoever_is_suspended_reads_that_and_not_that_they_never_had_a_role(cast, sign_in):
    Membership.objects.filter(user=cast.rosa).update(suspended_at=timezone.now())
    text = sign_in(cast.rosa).get(reverse("home")).text
    shown = ("Your role rests just now", "Kelderby Homes", "no role here yet")
    assert [words in text for words in shown] == [True, True, False]
