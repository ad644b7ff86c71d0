"""A yes of its own, for whoever works in health or care: asked in the folded part, and asked again on their page."""

import pytest
from django.urls import reverse

from connect.identity import acting_as
from referrals.asking.forms import ChangeForm, ReferForm
from referrals.models import Consent

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("ticked", "said"), [({"tell_more": "on"}, ["given"]), ({}, [])])
def test_it_is_written_down_with_the_words_that_were_said(cast, sign_in, sent_form, ticked, said):
    assert sign_in(cast.rosa).post(reverse("refer"), sent_form(**ticked)).status_code == 302
    with acting_as("seed"):
        rows = Consent.objects.filter(purpose="tell_more").select_related("statement")
        assert [(row.decision, bool(row.statement.words)) for row in rows] == [(one, True) for one in said]


def test_it_stands_in_the_folded_part_and_a_change_does_not_ask_again():
    assert ("tell_more" in ReferForm.MORE, "tell_more" in ReferForm.FIRST, "tell_more" in ChangeForm().fields) == (
        True, False, False,
    )  # fmt: skip


def test_the_page_of_consents_asks_it_too(cast, sign_in, with_carl):
    page = sign_in(cast.carl).get(reverse("consents", args=[with_carl.pk]))
    assert "tell_more" in dict(page.context["form"].fields["purpose"].choices)


def test_rosas_people_lead_to_the_month_in_numbers(cast, sign_in, with_carl):
    assert reverse("became") in sign_in(cast.rosa).get(reverse("referrals")).content.decode()
    assert reverse("became") not in sign_in(cast.ravi).get(reverse("referrals")).content.decode()
