"""A call or a form on paper, keyed in on one screen by whoever took it."""

import uuid

import pytest
from django.urls import reverse

from connect.identity import acting_as
from referrals.models import Heard, Outsider, Referral

pytestmark = pytest.mark.django_db
PAGE = "/key-in/"


def form(**changes):
    return {
        "key": str(uuid.uuid4()), "source": "self", "given_name": "Stanley", "postcode": "KX2 4HD", "adult": "on",
        "phone": "07700 900 126", "safe_to_message": "no", "wants": ["company"], "consent": "on",
    } | changes  # fmt: skip


def made():
    with acting_as("seed"):
        return Referral.objects.select_related("entered_by", "person__created_by").get()


def test_carl_keys_in_a_call(cast, sign_in):
    page = sign_in(cast.carl).post(PAGE, form(), follow=True).content.decode()
    referral = made()
    assert (referral.source, referral.referrer, referral.entered_by) == ("self", None, cast.carl)
    assert (referral.reference in page, "Kelderby connectors answers by" in page) == (True, True)
    with acting_as("seed"):
        assert list(referral.consents.values_list("purpose", "said_to")) == [("contact", cast.carl.pk)]


def test_tess_keys_in_what_a_daughter_said(cast, sign_in):
    asker = {"source": "family", "asker_name": "Joan Ames", "tie": "his daughter", "asker_phone": "07700 900 127"}
    sign_in(cast.tess).post(PAGE, form(**asker))
    with acting_as("seed"):
        assert made().asked_by == "Joan Ames, his daughter"
        assert Outsider.objects.get().email == ""


def test_for_somebody_who_lives_elsewhere_it_goes_to_the_team_there(cast, sign_in):
    page = sign_in(cast.nia).post(PAGE, form(), follow=True)
    assert (page.status_code, made().team) == (200, cast.team)
    assert sign_in(cast.nia).get(reverse("person", args=[made().pk])).status_code == 404


def test_sent_twice_it_is_made_once(cast, sign_in):
    carl, same = sign_in(cast.carl), form()
    assert {carl.post(PAGE, same).status_code for _ in range(2)} == {302}
    assert made().state == "submitted"


def test_a_younger_person_is_not_lost_and_what_was_typed_stays(cast, sign_in):
    answer = sign_in(cast.carl).post(PAGE, form(adult="", age="15", words="Drums."))
    page = answer.content.decode()
    assert (answer.status_code, "younger than those" in page, "Drums." in page) == (422, True, True)
    with acting_as("seed"):
        assert not Referral.objects.exists()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"adult": ""}, "Tick if they are 18 or over"),
        ({"source": "family"}, "Enter the name of whoever asked"),
        ({"consent": ""}, "Tick to say that they have agreed"),
        ({"postcode": "nowhere at all"}, "nowhere at all"),
    ],
)
def test_what_is_missing_is_said(cast, sign_in, change, said):
    answer = sign_in(cast.carl).post(PAGE, form(**change))
    assert (answer.status_code, said in answer.content.decode()) == (422, True)


def test_who_does_not_take_calls_finds_no_such_page(cast, sign_in):
    assert [sign_in(user).get(PAGE).status_code for user in (cast.rosa, cast.colm, cast.dev)] == [404, 404, 404]


def test_the_receipt_opens_for_who_sent_it_only(cast, sign_in):
    sign_in(cast.carl).post(PAGE, form())
    assert sign_in(cast.cora).get(reverse("keyed_in", args=[made().key])).status_code == 404


@pytest.mark.parametrize("name", ["carl", "nia"])
def test_what_somebody_said_on_the_telephone_waits_for_a_reader(cast, sign_in, name):
    """Nia takes calls elsewhere: what she keys in goes to the team of the place, whose people she does not see."""
    sign_in(getattr(cast, name)).post(PAGE, form(words="He hits me."))
    with acting_as("seed"):
        assert [(row.text, row.danger, row.team) for row in Heard.objects.all()] == [("He hits me.", True, cast.team)]
