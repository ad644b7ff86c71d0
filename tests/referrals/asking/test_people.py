"""A worker's people on one page: found by a word or a state, page by page, in the same number of queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from connect.identity import acting_as
from referrals import actions
from referrals.models import Person
from tests.cast import mr_ames, person

pytestmark = pytest.mark.django_db


def named(cast, name, **more):
    referral = mr_ames(cast, **more)
    with acting_as("seed"):
        Person.objects.filter(pk=referral.person_id).update(given_name=name)
    return referral


def page(client, query=""):
    return client.get(reverse("referrals") + query).content.decode()


def queries(client, query=""):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        page(client, query)
    return len(asked)


def test_what_came_back_stands_first_and_is_one_of_the_states(cast, sign_in):
    back, _new = named(cast, "Hari"), named(cast, "Maud")
    with acting_as("seed"):
        actions.give_back(back, by=cast.carl, why="missing")
    rosa = sign_in(cast.rosa)
    everybody, hers = page(rosa), page(rosa, "?state=you")
    assert everybody.index("Hari") < everybody.index("Maud")
    assert ("Hari" in hers, "Maud" in hers) == (True, False)


def test_somebody_is_found_by_their_name_or_by_the_reference(cast, sign_in):
    hari, _maud = named(cast, "Hari"), named(cast, "Maud")
    rosa = sign_in(cast.rosa)
    for words in ("hari ames", hari.reference.lower()):
        found = page(rosa, f"?q={words}")
        assert ("Hari" in found, "Maud" in found) == (True, False)


@pytest.mark.parametrize("query", ["?q=%00", "?page=-3", "?page=x", "?state=closed';--", "?q=" + "a+" * 99])
def test_what_nobody_would_type_is_a_page_all_the_same(cast, sign_in, query):
    assert sign_in(cast.rosa).get(reverse("referrals") + query).status_code == 200


def test_thirty_people_are_two_pages_and_cost_what_three_cost(cast, sign_in):
    rosa = sign_in(cast.rosa)
    for _ in range(3):
        mr_ames(cast)
    page(rosa)
    few = queries(rosa)
    for _ in range(27):
        mr_ames(cast)
    assert queries(rosa) == few
    assert page(rosa).count("Stanley Ames") == 25
    assert page(rosa, "?page=2").count("Stanley Ames") == 5


def test_how_far_it_is_beyond_what_was_agreed_cannot_be_filtered(cast, sign_in):
    named(cast, "Hari")
    rosa = sign_in(cast.rosa)
    assert page(rosa, "?state=active").count("Hari") == page(rosa).count("Hari")


def test_lena_who_leads_sees_her_organisations_people_and_nia_nobodys(cast, sign_in):
    named(cast, "Hari")
    assert "Hari" in page(sign_in(cast.lena))
    assert "Hari" not in page(sign_in(cast.ravi))
    assert "Hari" not in page(sign_in(cast.nia))
    assert "Hari" not in page(sign_in(person("Lou Farr", "LEAD", cast.council)))
