"""What is to be put right: found, led to where it is mended, gone when it is mended; own people only."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, identify
from outcomes.quality import listing, today
from outcomes.quality.checks import CHECKS
from referrals import actions
from referrals.models import Person, Referral
from tests.cast import mr_ames


def found(user):
    identify(user)
    return {one.check.key: [row.pk for row, _address in one.rows] for one in listing.listed(user)}


def changed(referral, person=None, **fields):
    with acting_as("seed"):
        if fields:
            Referral.objects.filter(pk=referral.pk).update(**fields)
        if person:
            Person.objects.filter(pk=referral.person_id).update(**person)


LONG_AGO = timezone.now() - timedelta(days=60)
BROKEN = {
    "no_next": {"next_on": None},
    "next_long_ago": {"next_on": LONG_AGO.date()},
    "no_baseline": {"first_contact_at": LONG_AGO},
    "born_when": {"person": {"date_of_birth": "1850-01-01"}},
    "age_differs": {"person": {"date_of_birth": "1990-01-01"}, "age_then": 80},
    "out_of_order": {"submitted_at": timezone.now() + timedelta(days=3)},
}


@pytest.mark.parametrize("key", BROKEN)
def test_what_is_wrong_is_found_and_its_address_is_one(sign_in, cast, with_carl, key):
    assert key not in found(cast.carl)
    changed(with_carl, **BROKEN[key])
    assert found(cast.carl)[key] == [with_carl.pk]
    carl = sign_in(cast.carl)
    page = carl.get(reverse("quality"))
    [address] = [address for one in page.context["found"] if one.check.key == key for _row, address in one.rows]
    where, _hash, part = address.partition("#")
    mended = carl.get(where)
    assert mended.status_code == 200
    assert not part or f'id="{part}"' in mended.text


def test_each_page_to_which_a_check_leads_has_the_place_it_names(sign_in, cast, with_carl):
    carl = sign_in(cast.carl)
    pages = {name: carl.get(reverse(name, args=[with_carl.pk])).text for name in {one.page for one in CHECKS}}
    lost = [
        one.key for one in CHECKS if one.part and one.key != "no_word" and f'id="{one.part}"' not in pages[one.page]
    ]
    assert lost == []


def test_nothing_for_six_weeks_is_stuck_and_a_note_unsticks_it(cast, with_carl):
    from unittest import mock

    assert "stuck" not in found(cast.carl)
    with mock.patch(
        "outcomes.quality.checks.timezone.localdate", return_value=timezone.localdate() + timedelta(days=50)
    ):
        assert "stuck" in found(cast.carl)


def test_a_ward_the_team_does_not_serve(cast, with_carl):
    cast.team.areas.clear()
    assert found(cast.carl)["ward_unknown"] == [with_carl.pk]


def test_what_is_mended_leaves_the_list(cast, with_carl):
    changed(with_carl, next_on=None)
    assert "no_next" in found(cast.carl)
    changed(with_carl, next_on=timezone.localdate())
    assert "no_next" not in found(cast.carl)


@pytest.mark.parametrize("who", ["nia", "cora"])
def test_nobody_elses_people_stand_on_it(sign_in, cast, with_carl, who):
    changed(with_carl, next_on=None)
    assert found(getattr(cast, who)) == {}
    assert "Stanley" not in sign_in(getattr(cast, who)).get(reverse("quality")).text


@pytest.mark.parametrize("who", ["rosa", "colm", "dora", "vera"])
def test_who_works_with_nobody_has_no_such_page(sign_in, cast, who):
    assert sign_in(getattr(cast, who)).get(reverse("quality")).status_code == 404


def test_the_leads_today_counts_exactly_the_rows_of_the_page(sign_in, cast, with_carl):
    changed(with_carl, next_on=None, person={"date_of_birth": "1850-01-01"})
    identify(cast.tess)
    [line] = today.lines(cast.tess)
    page = sign_in(cast.tess).get(line.address)
    assert line.count == sum(one.count for one in page.context["found"]) > 2


def test_as_many_questions_for_one_as_for_many(cast, with_carl, django_assert_max_num_queries):
    changed(with_carl, next_on=None)
    identify(cast.carl)
    with django_assert_max_num_queries(2 * len(CHECKS)):
        first = len(listing.listed(cast.carl))
    with acting_as("seed"):
        for _ in range(5):
            actions.accept(mr_ames(cast), by=cast.carl)
    Referral.objects.update(next_on=None)
    identify(cast.carl)
    with django_assert_max_num_queries(2 * len(CHECKS)):
        assert len(listing.listed(cast.carl)) >= first
