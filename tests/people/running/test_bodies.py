"""Organisations, schemes and their clocks, teams and wards, and the house: who may change which."""

import pytest
from django.urls import reverse

from connect.people.models import Organisation, Scheme, Team, Tenant
from connect.people.running.bodies import wards_left

pytestmark = pytest.mark.django_db


def drawn(client, address):
    """The form as the page draws it, ready to be sent back."""
    form = client.get(address).context["form"]
    return {name: value for name in form.fields if (value := form[name].value()) not in (None, False)}


@pytest.mark.parametrize(("name", "status"), [("adam", 302), ("lena", 404), ("tess", 404), ("dora", 404), ("nia", 404)])
def test_only_an_administrator_adds_and_changes_organisations(cast, sign_in, name, status):
    client = sign_in(getattr(cast, name))
    said = {"name": "Kelderby Fire", "nation": "wales", "kinds": ["refers"], "email_domains": "@Fire.example.org"}
    assert client.post(reverse("body_new"), said).status_code == status
    found = Organisation.objects.filter(name="Kelderby Fire")
    assert [one.email_domains for one in found] == ([["fire.example.org"]] if status == 302 else [])


@pytest.mark.parametrize("domains", ["not a domain", "gmail.com", "a..b", "x" * 120 + ".org"])
def test_a_domain_that_proves_nothing_is_refused(cast, sign_in, domains):
    client = sign_in(cast.adam)
    sent = drawn(client, reverse("body", args=[cast.homes.pk])) | {"email_domains": domains}
    page = client.post(reverse("body", args=[cast.homes.pk]), sent)
    assert (page.status_code, list(page.context["form"].errors)) == (422, ["email_domains"])


@pytest.mark.parametrize(("name", "status"), [("tess", 302), ("adam", 302), ("nia", 404), ("carl", 404), ("lena", 404)])
def test_the_lead_of_a_team_sets_her_own_schemes_clocks(cast, sign_in, name, status):
    address = reverse("scheme", args=[cast.scheme.pk])
    sent = drawn(sign_in(cast.adam), address) | {"decide_days": 3}
    assert sign_in(getattr(cast, name)).post(address, sent).status_code == status
    assert Scheme.objects.get(pk=cast.scheme.pk).decide_days == (3 if status == 302 else 2)


def test_tess_changes_no_other_scheme_and_adds_none(cast, sign_in):
    tess = sign_in(cast.tess)
    assert tess.get(reverse("scheme", args=[cast.other_scheme.pk])).status_code == 404
    assert (tess.get(reverse("scheme_new")).status_code, tess.get(reverse("team_new")).status_code) == (404, 404)
    assert tess.post(reverse("scheme_shut", args=[cast.scheme.pk])).status_code == 404


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({"nudge_days": 9, "escalate_days": 9}, ["escalate_days"]),
        ({"highest_age": 10}, ["highest_age"]),
        ({"decide_days": 0}, ["decide_days"]),
        ({"contact_days": "soon"}, ["contact_days"]),
    ],
)
def test_clocks_that_make_no_sense_are_refused_beside_the_field(cast, sign_in, changed, wrong):
    client, address = sign_in(cast.adam), reverse("scheme", args=[cast.scheme.pk])
    page = client.post(address, drawn(client, address) | changed)
    assert (page.status_code, list(page.context["form"].errors)) == (422, wrong)


def test_two_who_edit_the_same_scheme_lose_nothing(cast, sign_in):
    """Tess is shown what Adam changed meanwhile; her own words stay in the form until she saves again."""
    tess, address = sign_in(cast.tess), reverse("scheme", args=[cast.scheme.pk])
    hers = drawn(tess, address) | {"phone": "01632 960 091"}
    adam = sign_in(cast.adam)
    adam.post(address, drawn(adam, address) | {"phone": "01632 960 092"})
    page = tess.post(address, hers)
    html = page.content.decode()
    assert (page.status_code, "01632 960 092" in html, "01632 960 091" in html) == (422, True, True)
    assert tess.post(address, hers | {"seen": page.context["form"]["seen"].value()}).status_code == 302
    assert Scheme.objects.get(pk=cast.scheme.pk).phone == "01632 960 091"


def test_a_ward_left_with_nobody_is_shown_and_a_ward_has_one_team(cast, sign_in):
    assert wards_left() == []
    client, address = sign_in(cast.adam), reverse("team", args=[cast.team.pk])
    sent = drawn(client, address) | {"areas": [cast.ward.pk]}
    assert client.post(address, sent).status_code == 302
    assert "Northgate" in client.get(reverse("teams")).content.decode()
    other = reverse("team", args=[cast.other_team.pk])
    page = client.post(other, drawn(client, other) | {"areas": [cast.ward.pk]})
    assert page.context["form"].errors["areas"] == ["Millrace: served by Kelderby connectors. Take it from them first"]


def test_a_ward_whose_only_connector_has_gone_has_nobody(cast):
    from django.utils import timezone

    from connect.people.models import Membership

    Membership.objects.filter(team=cast.other_team).update(ends_at=timezone.now())
    assert [ward.name for ward in wards_left()] == ["Farside Green"]


def test_a_new_team_belongs_to_its_schemes_organisation(cast, sign_in):
    said = {"name": "South", "scheme": cast.scheme.pk, "phone": "01632 960 018"}
    assert sign_in(cast.adam).post(reverse("team_new"), said).status_code == 302
    assert Team.objects.get(name="South").organisation == cast.action


def test_a_scheme_that_takes_nobody_new_is_opened_again(cast, sign_in):
    adam, address = sign_in(cast.adam), reverse("scheme_shut", args=[cast.scheme.pk])
    adam.post(address)
    assert Scheme.objects.get(pk=cast.scheme.pk).closed_at is not None
    adam.post(address)
    assert Scheme.objects.get(pk=cast.scheme.pk).closed_at is None


@pytest.mark.parametrize(("name", "place"), [("adam", "Farside"), ("tess", "Kelderby"), ("dora", "Kelderby")])
def test_the_house_is_an_administrators_with_fresh_proof(cast, proven, name, place):
    adam = proven(cast.adam)
    sent = drawn(adam, reverse("house")) | {"place": "Farside"}
    proven(getattr(cast, name)).post(reverse("house"), sent)
    assert Tenant.current().place == place


def test_a_colour_too_pale_to_read_is_refused(cast, proven):
    adam = proven(cast.adam)
    page = adam.post(reverse("house"), drawn(adam, reverse("house")) | {"primary": "#ffee00"})
    assert page.context["form"].errors["primary"] == ["Too pale to read on our paper: choose a darker colour"]


@pytest.mark.parametrize("logo", ["no/such.svg", "../settings.py", "/etc/hostname"])
def test_a_logo_that_is_not_there_would_break_every_page_and_is_refused(cast, proven, logo):
    adam = proven(cast.adam)
    page = adam.post(reverse("house"), drawn(adam, reverse("house")) | {"logo": logo})
    assert (page.status_code, list(page.context["form"].errors)) == (422, ["logo"])


def test_with_an_old_proof_the_house_stays_as_it_is(cast, sign_in):
    sign_in(cast.adam).post(reverse("house"), {"place": "Farside"})
    assert Tenant.current().place == "Kelderby"
