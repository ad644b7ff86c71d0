"""A role is offered by letter, by those who may give it, and is nobody's before they say yes."""

import pytest
import time_machine
from django.core.exceptions import ValidationError  # noqa: F401
from django.urls import reverse

from connect.audit.models import RightsChange
from connect.identity import identify
from connect.people.models import Membership, Team, User
from connect.people.roles import Role
from connect.people.running import actions, inviting
from connect.people.running.models import Invitation
from tests.cast import PASSWORD, person

pytestmark = pytest.mark.django_db
NEW = "a kettle by the harbour"


def rights(cast):
    identify(cast.dora)
    return list(RightsChange.objects.order_by("at").values_list("what", "role"))


def sent(client, fields):
    return client.post(reverse("invite"), fields)


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("lena", 302),
        ("tess", 422),
        ("rosa", 404),
        ("carl", 404),
        ("nia", 404),
        ("colm", 404),
        ("dev", 404),
        ("dora", 404),
    ],
)
def test_lena_invites_a_worker_into_her_organisation_and_nobody_else_does(cast, proven, offer, letters, name, status):
    assert sent(proven(getattr(cast, name)), offer()).status_code == status
    assert [letter.to for letter in letters()] == (["zoe@example.org"] if status == 302 else [])


@pytest.mark.parametrize("changed", [{"role": "LEAD"}, {"role": "CON"}, {"role": "ADM"}, {"organisation": "council"}])
def test_lena_gives_no_more_than_the_matrix_says(cast, proven, offer, changed):
    if "organisation" in changed:
        changed = {"organisation": cast.council.pk}
    assert sent(proven(cast.lena), offer(**changed)).status_code == 422
    assert Invitation.objects.count() == 0


def test_tess_gives_connector_in_her_own_team_with_fresh_proof_only(cast, proven, sign_in, offer, letters):
    fields = offer(role="CON", organisation=cast.action.pk, team=cast.team.pk)
    stale = sent(sign_in(cast.tess), fields)
    assert (stale.status_code, letters()) == (403, [])  # led to show that it is she; what she typed stays in the page
    assert sent(proven(cast.tess), fields).status_code == 302
    assert len(letters()) == 1
    elsewhere = offer(role="CON", organisation=cast.action.pk, team=cast.other_team.pk)
    assert sent(proven(cast.tess), elsewhere).status_code == 422


def test_the_action_refuses_what_no_form_would_send(cast, offer):
    given = {"email": "z@example.org", "name": "Z", "role": Role.TL, "organisation": cast.homes}
    made = {"key": cast.homes.pk, "content_hash": "", "made_in": ""}
    with pytest.raises(inviting.NotTheirsToGive):
        inviting.invite(by=cast.lena, made=made, **given)
    with pytest.raises(inviting.NotToOneself):
        inviting.invite(by=cast.lena, made=made, **given | {"role": Role.REF, "email": cast.lena.email})


def test_the_answer_is_the_same_for_an_address_that_has_an_account(cast, proven, offer):
    lena = proven(cast.lena)
    pages = []
    for email in ("zoe@example.org", "nia@example.org"):
        answer = lena.post(reverse("invite"), offer(email=email), follow=True)
        pages.append((answer.status_code, email in answer.content.decode(), "A letter to" in answer.content.decode()))
    assert pages == [(200, True, True)] * 2
    assert User.objects.filter(email="zoe@example.org").count() == 0


def test_sent_twice_one_letter_leaves(cast, proven, offer, letters):
    lena, fields = proven(cast.lena), offer()
    assert [sent(lena, fields).status_code for _ in range(2)] == [302, 302]
    assert (Invitation.objects.count(), len(letters())) == (1, 1)
    assert sent(lena, fields | {"name": "Another"}).status_code == 422


@pytest.fixture
def invited(cast, proven, offer):
    sent(proven(cast.lena), offer())
    return Invitation.objects.get()


def test_zoe_takes_it_up_with_a_password_of_her_own_and_signs_in(cast, client, invited, open_letter):
    assert open_letter(client, invited).status_code == 200
    assert User.objects.filter(email="zoe@example.org").count() == 0  # opening it changes nothing
    answer = client.post("/invited/", {"password1": NEW, "password2": NEW})
    assert (answer.status_code, answer["Location"]) == (302, reverse("account_login"))
    signed = client.post(reverse("account_login"), {"login": "zoe@example.org", "password": NEW}, follow=True)
    assert signed.redirect_chain[-1][0] == reverse("refer")
    assert Membership.objects.get(user__email="zoe@example.org").organisation == cast.homes
    assert rights(cast) == [("invited", "LEAD"), ("taken_up", "")]
    assert client.get("/invited/").status_code == 410  # once


@pytest.mark.parametrize(
    "typed", [{}, {"password1": "short", "password2": "short"}, {"password1": NEW, "password2": "x"}]
)
def test_a_poor_password_opens_no_account(cast, client, invited, open_letter, typed):
    open_letter(client, invited)
    assert client.post("/invited/", typed).status_code == 422
    assert User.objects.filter(email="zoe@example.org").count() == 0


def test_a_letter_opens_no_account_that_exists(cast, client, sign_in, proven, offer, open_letter):
    """Nia is offered a role at Rosa's: whoever reads her mail has to sign in as her."""
    sent(proven(cast.lena), offer(email=cast.nia.email))
    invited = Invitation.objects.get()
    assert "Sign in with it" in open_letter(client, invited).content.decode()
    client.post("/invited/", {"password1": NEW, "password2": NEW})
    ravi = sign_in(cast.ravi)
    open_letter(ravi, invited)
    ravi.post("/invited/")
    assert Membership.objects.filter(organisation=cast.homes, user=cast.nia).count() == 0
    assert cast.nia.check_password(PASSWORD)
    nia = sign_in(cast.nia)
    open_letter(nia, invited)
    assert nia.post("/invited/").status_code == 302
    assert Membership.objects.filter(organisation=cast.homes, user=cast.nia, role="REF").count() == 1


def test_called_off_it_opens_nothing_and_the_letter_does_not_leave(cast, client, proven, invited, open_letter, letters):
    open_letter(client, invited)
    assert proven(cast.lena).post(reverse("invitation_off", args=[invited.pk])).status_code == 302
    assert letters() == []
    assert client.post("/invited/", {"password1": NEW, "password2": NEW}).status_code == 410


def test_after_a_fortnight_it_opens_nothing(cast, client, invited, open_letter):
    open_letter(client, invited)
    with time_machine.travel(invited.expires_at):
        assert client.post("/invited/", {"password1": NEW, "password2": NEW}).status_code == 410


@pytest.mark.parametrize(("name", "status"), [("ravi", 404), ("tess", 404), ("nia", 404)])
def test_nobody_else_calls_lenas_off(cast, proven, invited, name, status):
    assert proven(getattr(cast, name)).post(reverse("invitation_off", args=[invited.pk])).status_code == status
    assert Invitation.objects.open().count() == 1


# ---------- what an administrator gives ----------


@pytest.fixture
def offered(cast, proven, offer):
    sent(proven(cast.adam), offer(role="TL", organisation=cast.elsewhere.pk, team=cast.other_team.pk))
    return Invitation.objects.get()


def test_an_administrator_gives_any_role_and_no_letter_leaves_before_a_second_agrees(cast, proven, offered, letters):
    assert (offered.needs_second, letters()) == (True, [])
    agree = reverse("invitation_agree", args=[offered.pk])
    assert proven(cast.adam).post(agree).status_code == 302  # his own: refused in words
    assert letters() == []
    assert [proven(getattr(cast, name)).post(agree).status_code for name in ("lena", "tess", "dora", "carl")] == [
        404
    ] * 4
    assert letters() == []
    assert proven(cast.asha).post(agree).status_code == 302
    assert [letter.to for letter in letters()] == ["zoe@example.org"]
    assert rights(cast) == [("invited", "ADM"), ("agreed", "ADM")]


def test_without_fresh_proof_an_administrator_agrees_to_nothing(cast, sign_in, offered, letters):
    sign_in(cast.asha).post(reverse("invitation_agree", args=[offered.pk]))
    assert letters() == []


def test_an_administrator_agrees_to_no_role_of_her_own(cast, proven, offer, letters):
    sent(proven(cast.adam), offer(email=cast.asha.email, role="CON", organisation=cast.action.pk, team=cast.team.pk))
    proven(cast.asha).post(reverse("invitation_agree", args=[Invitation.objects.get().pk]))
    assert letters() == []


def test_the_link_is_worth_nothing_before_the_second_yes(cast, offered):
    with pytest.raises(inviting.TooLate):
        inviting.take_up(offered, password=NEW)


def test_an_administrator_sees_no_referral(cast, proven):
    from tests.cast import mr_ames

    referral = mr_ames(cast)
    adam = proven(cast.adam)
    for name in ("person", "referral"):
        assert adam.get(reverse(name, args=[referral.pk])).status_code == 404
    assert adam.get(reverse("caseload")).status_code == 404


def test_whoever_comes_back_has_the_old_membership_anew(cast, proven, offer, sign_in, open_letter):
    from django.utils import timezone

    zed = person("Zed Orr", "REF", cast.homes)
    Membership.objects.filter(user=zed).update(ends_at=timezone.now())
    sent(proven(cast.lena), offer(email=zed.email))
    client = sign_in(zed)
    open_letter(client, Invitation.objects.get())
    client.post("/invited/")
    assert Membership.objects.current().filter(user=zed).count() == 1


def test_an_invitation_from_before_lifts_no_suspension(cast, proven, offer, sign_in, open_letter):
    zed = person("Zed Orr", "REF", cast.homes)
    sent(proven(cast.lena), offer(email=zed.email))
    client = sign_in(zed)
    open_letter(client, Invitation.objects.get())
    identify(cast.lena)
    actions.rest(Membership.objects.get(user=zed), by=cast.lena)
    client.post("/invited/")
    assert Membership.objects.current().filter(user=zed).count() == 0


def test_who_is_suspended_stays_so_in_another_team(cast):
    north = Team.objects.create(organisation=cast.action, scheme=cast.scheme, name="North", phone="01632 960 017")
    theirs = Membership.objects.get(user=cast.carl)
    identify(cast.tess)
    actions.rest(theirs, by=cast.tess)
    theirs.refresh_from_db()
    actions.move(theirs, team=north, by=cast.tess)
    assert Membership.objects.current().filter(user=cast.carl).count() == 0


def moved_to_farside(cast, offer, **changes):
    fields = offer(role="CON", organisation=cast.elsewhere.pk, team=cast.other_team.pk, **changes)
    return {name: value for name, value in fields.items() if name not in ("name", "email")}


def carls(cast):
    return list(Membership.objects.current().filter(user=cast.carl).values_list("team", flat=True))


def test_carl_moves_to_another_organisation_when_a_second_has_agreed_and_he_says_yes(
    cast, proven, offer, sign_in, open_letter, letters
):
    address = reverse("member_elsewhere", args=[Membership.objects.get(user=cast.carl).pk])
    adam = proven(cast.adam)
    assert "Carl Whitlock gets a letter" in adam.get(address).content.decode()
    assert adam.post(address, moved_to_farside(cast, offer)).status_code == 302
    made = Invitation.objects.get()
    proven(cast.asha).post(reverse("invitation_agree", args=[made.pk]))
    assert ([letter.to for letter in letters()], carls(cast)) == ([cast.carl.email], [cast.team.pk])
    carl = sign_in(cast.carl)
    open_letter(carl, made)
    carl.post("/invited/")
    assert carls(cast) == [cast.other_team.pk]
    assert [what for what, _role in rights(cast)] == ["invited", "agreed", "moved_on", "taken_up"]


def test_who_is_suspended_meanwhile_moves_nowhere(cast, proven, offer, sign_in, open_letter):
    theirs = Membership.objects.get(user=cast.carl)
    proven(cast.adam).post(reverse("member_elsewhere", args=[theirs.pk]), moved_to_farside(cast, offer))
    made = Invitation.objects.get()
    proven(cast.asha).post(reverse("invitation_agree", args=[made.pk]))
    identify(cast.tess)
    actions.rest(theirs, by=cast.tess)
    with pytest.raises(inviting.TooLate):
        inviting.take_up(made, user=cast.carl)
    assert carls(cast) == []


@pytest.mark.parametrize("name", ["lena", "tess", "carl", "dora", "nia"])
def test_nobody_but_an_administrator_moves_somebody_elsewhere(cast, proven, name):
    address = reverse("member_elsewhere", args=[Membership.objects.get(user=cast.rosa).pk])
    assert proven(getattr(cast, name)).get(address).status_code == 404
