"""Who receives what comes from where no team serves: nobody who asks comes to a dead end once a team is set."""

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.identity import identify
from connect.people.models import DefaultTeam, Scheme, Team
from connect.people.running import defaults
from connect.places.models import Area
from referrals.asking import eligibility
from referrals.asking.eligibility import Blocked

pytestmark = pytest.mark.django_db


@pytest.fixture
def unserved(cast):
    """Millrace has no team any more; Kelderby, in which it lies, lies in a region."""
    region = Area.objects.create(code="R1", name="The Vale", kind=Area.Kind.REGION)
    Area.objects.filter(pk=cast.borough.pk).update(parent=region)
    cast.team.areas.set([cast.other_ward])
    return region


@pytest.fixture
def set_default(cast):
    """set_default(area, team=team), as Adam does."""

    def do(area, team):
        identify(cast.adam)
        defaults.set_default(area, team=team, by=cast.adam)
        identify()

    return do


def test_the_nearest_area_up_the_tree_says_which_team(cast, unserved, set_default):
    assert eligibility.check("KX2 4HD").why == Blocked.NOWHERE
    for area, team in ((unserved, cast.other_team), (cast.borough, cast.team), (cast.ward, cast.other_team)):
        set_default(area, team=team)
        fit = eligibility.check("KX2 4HD")
        assert (fit.team, fit.why, fit.is_default) == (team, "", True)
    served = eligibility.check("KX1 1AA")
    assert (served.team, served.is_default) == (cast.team, False)


def test_it_takes_them_while_it_is_full_and_ages_still_hold(cast, unserved, set_default):
    set_default(cast.borough, team=cast.team)
    Team.objects.update(full_until="2030-01-01")
    assert [eligibility.check("KX2 4HD", age=age).why for age in (70, 12)] == ["", Blocked.YOUNGER]


def test_a_scheme_that_has_closed_receives_nothing(cast, unserved, set_default):
    set_default(cast.borough, team=cast.team)
    Scheme.objects.filter(pk=cast.team.scheme_id).update(closed_at=timezone.now())
    assert eligibility.check("KX2 4HD").why == Blocked.NOWHERE


def test_each_scheme_has_one_an_area_and_the_one_that_may_takes_them(cast, unserved, set_default):
    young = Scheme.objects.create(organisation=cast.action, name="Young Kelderby", lowest_age=11, highest_age=17)
    youth = Team.objects.create(organisation=cast.action, scheme=young, name="Youth", phone="01632 960 018")
    for team in (cast.team, youth, youth):
        set_default(cast.borough, team=team)
    assert DefaultTeam.objects.count() == 2
    assert [eligibility.check("KX2 4HD", age=age).team for age in (16, 70)] == [youth, cast.team]


def test_adam_sets_one_and_takes_it_away_and_the_page_says_who_is_left_out(cast, unserved, sign_in):
    adam, tess = sign_in(cast.adam), sign_in(cast.tess)
    address = reverse("default_teams")
    assert "nobody receives it" in tess.get(address).content.decode()
    typed = {"area": cast.borough.pk, "team": cast.team.pk}
    assert tess.post(address, typed).status_code == 200
    assert DefaultTeam.objects.count() == 0
    for _twice in range(2):
        assert adam.post(address, typed)["Location"] == address
    row = DefaultTeam.objects.get()
    assert (row.area, row.team, row.set_by) == (cast.borough, cast.team, cast.adam)
    nothing = adam.post(address, {})
    assert (nothing.status_code, "Choose an area" in nothing.content.decode()) == (422, True)
    assert tess.post(reverse("default_team_away", args=[row.pk])).status_code == 404
    adam.post(reverse("default_team_away", args=[row.pk]))
    assert DefaultTeam.objects.count() == 0


@pytest.mark.parametrize("name", ["nia", "carl", "rosa", "lena", "colm", "vera"])
def test_it_is_not_a_page_of(cast, unserved, sign_in, name):
    assert sign_in(getattr(cast, name)).get(reverse("default_teams")).status_code == 404


def test_a_worker_is_told_who_answers_instead(cast, unserved, sign_in, set_default):
    set_default(cast.borough, team=cast.team)
    rosa = sign_in(cast.rosa)
    key = "5f0f6c7e-8a5d-4a3c-9c1b-0d4c0b4f7a11"
    page = rosa.post(reverse("refer_where"), {"postcode": "KX2 4HD", "key": key}, follow=True).content.decode()
    assert "No team serves this ward itself" in page
