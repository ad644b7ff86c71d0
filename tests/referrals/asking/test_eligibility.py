"""Who may be helped, by whom, is known before the first question; whoever may not is counted, and never named."""

from datetime import timedelta

import pytest
from django.utils import timezone

from connect.identity import identify
from connect.people.models import Scheme, Team
from connect.places.find import PlaceError
from connect.places.models import Postcode
from directory.models import Gap
from referrals.asking import eligibility
from referrals.asking.eligibility import Blocked

pytestmark = pytest.mark.django_db


def test_the_team_of_the_ward_answers_for_a_postcode_and_for_the_ward_by_name(cast):
    assert [eligibility.check(place).team for place in ("kx24hd", "Millrace")] == [cast.team, cast.team]


@pytest.mark.parametrize(("age", "why"), [(None, ""), (17, Blocked.YOUNGER), (18, ""), (90, ""), (91, Blocked.OLDER)])
def test_whom_a_scheme_may_help_is_a_matter_of_its_own_ages(cast, age, why):
    Scheme.objects.update(highest_age=90)
    assert eligibility.check("KX2 4HD", age=age).why == why


def test_a_scheme_for_younger_people_takes_those_the_other_may_not(cast):
    young = Scheme.objects.create(organisation=cast.action, name="Young Kelderby", lowest_age=11, highest_age=17)
    team = Team.objects.create(organisation=cast.action, scheme=young, name="Youth", phone="01632 960 018")
    team.areas.add(cast.ward)
    assert [eligibility.check("KX2 4HD", age=age).team for age in (16, 70)] == [team, cast.team]


def test_a_team_that_is_full_says_so_until_its_day(cast):
    today = timezone.localdate()
    Team.objects.update(full_until=today + timedelta(days=1))
    assert eligibility.check("KX2 4HD").why == Blocked.FULL
    Team.objects.update(full_until=today)
    assert eligibility.check("KX2 4HD").why == ""


def test_where_no_team_is_and_where_its_scheme_has_closed_nobody_answers(cast):
    cast.team.areas.set([cast.other_ward])
    Scheme.objects.filter(pk=cast.other_scheme.pk).update(closed_at=timezone.now())
    assert [eligibility.check(place).why for place in ("KX2 4HD", "KX9 9ZZ")] == [Blocked.NOWHERE, Blocked.NOWHERE]


def test_schemes_say_whether_they_are_asked_by_people_themselves_and_by_workers_without_an_account(cast):
    Scheme.objects.update(takes_self_referrals=False, takes_without_account=False)
    assert eligibility.check("KX2 4HD", without_account=True).why == Blocked.NO_ACCOUNT
    assert eligibility.check("KX2 4HD", without_account=True, themselves=True).why == Blocked.NOT_THEMSELVES


def test_half_a_postcode_and_a_whole_borough_are_asked_for_again(cast):
    Postcode.objects.update(authority_code="K01")
    for place, says in (("KX2", "full postcode"), ("KX2 4H", "full postcode"), ("Kelderby", "name of the ward")):
        with pytest.raises(PlaceError, match=says):
            eligibility.check(place)


def test_who_is_blocked_is_a_gap_with_its_reason_and_ward(cast):
    identify(cast.rosa)
    eligibility.note_blocked(eligibility.check("KX2 4HD", age=16), by=cast.rosa)
    identify(cast.dev)
    gap = Gap.objects.get()
    assert (gap.reason, gap.area, gap.source) == ("not_for", cast.ward, "referral")
    assert gap.words == "They are younger than those the team there may help. Aged 16."
