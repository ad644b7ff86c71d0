"""A scheme's own reasons: offered or not, in its words, with its advice; the codes stay."""

import pytest
from django.urls import reverse

from connect.identity import identify
from connect.people.running.models import SchemeReason
from referrals import actions
from referrals.life.forms import GiveBackForm
from referrals.models import Referral
from referrals.reasons import offering
from tests.cast import mr_ames

pytestmark = pytest.mark.django_db


def told(cast, **changed):
    """The page of why it goes back, as it is drawn, with these changes."""
    codes = [code for code, _label in offering.STEPS["returned"].choices]
    sent = {f"offered_{code}": "on" for code in codes}
    return {name: value for name, value in (sent | changed).items() if value}


@pytest.mark.parametrize(("name", "status"), [("tess", 302), ("adam", 302), ("nia", 404), ("carl", 404), ("lena", 404),
                                              ("dora", 404), ("rosa", 404)])  # fmt: skip
def test_the_lead_of_the_scheme_says_which_reasons_it_offers(cast, sign_in, name, status):
    answer = sign_in(getattr(cast, name)).post(
        reverse("scheme_reasons", args=[cast.scheme.pk]), told(cast, offered_full="")
    )  # fmt: skip
    assert (answer.status_code, SchemeReason.objects.count()) == (status, int(status == 302))


def test_nobody_sets_anothers(cast, sign_in):
    assert sign_in(cast.tess).get(reverse("scheme_reasons", args=[cast.other_scheme.pk])).status_code == 404


def test_tess_comes_straight_to_her_own(cast, sign_in):
    assert sign_in(cast.tess).get(reverse("reasons"))["Location"] == reverse("scheme_reasons", args=[cast.scheme.pk])


def test_what_is_not_offered_is_not_asked_and_the_rest_is_in_their_words(cast, sign_in):
    said = told(cast, offered_full="", wording_missing="We need a number", advice_missing="Ask them for one.")
    sign_in(cast.tess).post(reverse("scheme_reasons", args=[cast.scheme.pk]), said)
    referral = mr_ames(cast)
    identify(cast.carl)
    form = GiveBackForm()
    offering.narrow(form, Referral.objects.select_related("team").get(pk=referral.pk))
    choices = dict(form.fields["why"].choices)
    assert ("full" in choices, choices["missing"]) == (False, "We need a number Ask them for one.")
    page = sign_in(cast.carl).get(reverse("give_back", args=[referral.pk])).content.decode()
    assert ("We need a number" in page, 'value="full"' in page) == (True, False)
    assert sign_in(cast.carl).post(reverse("give_back", args=[referral.pk]), {"why": "full"}).status_code == 422


def test_whoever_asked_reads_the_schemes_own_words(cast, sign_in):
    SchemeReason.objects.create(scheme=cast.scheme, step="returned", code="missing", wording="We need a number")
    referral = mr_ames(cast)
    identify(cast.carl)
    row = Referral.objects.select_related("team__scheme", "team__organisation").get(pk=referral.pk)
    actions.give_back(row, by=cast.carl, why="missing")
    assert "We need a number" in sign_in(cast.rosa).get(reverse("referral", args=[referral.pk])).content.decode()


def test_without_a_row_the_house_speaks(cast):
    identify(cast.carl)
    form = GiveBackForm()
    house = list(form.fields["why"].choices)
    offering.narrow(form, mr_ames(cast))
    assert list(form.fields["why"].choices) == house


def test_at_least_one_reason_stays(cast, sign_in):
    page = sign_in(cast.tess).post(reverse("scheme_reasons", args=[cast.scheme.pk]), {})
    assert (page.status_code, SchemeReason.objects.count()) == (422, 0)
