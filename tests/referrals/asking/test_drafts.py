"""What is begun is its writer's alone, and gone when it is sent, thrown away, or three days old."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, identify
from connect.people.models import Membership
from referrals.asking import drafts
from referrals.asking.models import Draft

pytestmark = pytest.mark.django_db
NOTHING = []


def saved():
    with acting_as("seed"):
        return list(Draft.objects.all())


@pytest.fixture
def begun(cast, sign_in, sent_form):
    """Rosa was called away with half of it typed."""
    form = sent_form(phone="", consent="")
    sign_in(cast.rosa).post(reverse("refer_save"), form)
    return form


def test_saved_half_finished_and_gone_on_with_on_another_phone(cast, sign_in, begun):
    rosa = sign_in(cast.rosa)
    assert "Stanley" in rosa.get(reverse("refer")).content.decode()
    text = rosa.get(reverse("refer_draft", args=[begun["key"]])).content.decode()
    assert "A Tuesday." in text
    assert begun["key"] in text


def test_nobody_else_opens_it_and_the_database_shows_it_to_nobody_else(cast, sign_in, begun):
    for name in ("ravi", "lena", "carl", "tess", "nia", "colm", "dev"):
        other = getattr(cast, name)
        page = sign_in(other).get(reverse("refer_draft", args=[begun["key"]]), follow=True)
        assert "Stanley" not in page.content.decode()
        identify(other)
        assert list(Draft.objects.all()) == NOTHING


def test_ravi_cannot_write_over_it_nor_throw_it_away(cast, sign_in, begun, sent_form):
    ravi = sign_in(cast.ravi)
    answer = ravi.post(reverse("refer_save") + "?keep=on", sent_form(key=begun["key"], given_name="Wilma"))
    ravi.post(reverse("refer_drop", args=[begun["key"]]))
    assert (answer.status_code, [draft.name for draft in saved()]) == (409, ["Stanley"])


def test_sending_it_erases_it_and_back_leads_to_the_receipt(cast, sign_in, sent_form, begun):
    rosa = sign_in(cast.rosa)
    rosa.post(reverse("refer"), sent_form(key=begun["key"]))
    assert saved() == NOTHING
    back = rosa.get(reverse("refer_draft", args=[begun["key"]]))
    assert back["Location"] == reverse("sent", args=[begun["key"]])


def test_a_form_that_could_not_be_sent_keeps_its_draft(cast, sign_in, sent_form, begun):
    sign_in(cast.rosa).post(reverse("refer"), sent_form(key=begun["key"], consent=""))
    assert len(saved()) == 1


def test_thrown_away_it_is_gone(cast, sign_in, begun):
    page = sign_in(cast.rosa).post(reverse("refer_drop", args=[begun["key"]]), follow=True)
    assert ("Erased" in page.content.decode(), saved()) == (True, NOTHING)


def test_after_three_days_the_sweep_erases_it_and_could_not_see_it_before(cast, begun):
    with acting_as("clocks"):
        assert list(Draft.objects.all()) == NOTHING
        assert drafts.sweep() == 0
    identify(cast.rosa)
    Draft.objects.update(saved_at=timezone.now() - timedelta(hours=72, minutes=1))
    with acting_as("clocks"):
        assert drafts.sweep() == 1
    assert saved() == NOTHING


def test_whoever_leaves_leaves_their_drafts_unseen(cast, sign_in, begun):
    Membership.objects.filter(user=cast.rosa).update(organisation=cast.council)
    assert "Stanley" not in sign_in(cast.rosa).get(reverse("refer")).content.decode()


def test_a_script_saves_as_they_type_and_is_told_nothing_but_that(cast, sign_in, sent_form):
    answer = sign_in(cast.rosa).post(reverse("refer_save") + "?keep=on", sent_form())
    assert (answer.status_code, answer.content, len(saved())) == (204, b"", 1)


def test_a_place_alone_is_no_draft_worth_showing(cast, sign_in):
    rosa = sign_in(cast.rosa)
    rosa.post(reverse("refer_where"), {"key": str(uuid.uuid4()), "postcode": "KX2 4HD"})
    assert (len(saved()), "Not sent yet" in rosa.get(reverse("refer")).content.decode()) == (1, False)


def test_more_than_any_form_holds_is_not_kept(cast, sign_in, sent_form):
    answer = sign_in(cast.rosa).post(reverse("refer_save"), sent_form(words="x" * 20_001))
    assert (answer.status_code, saved()) == (422, NOTHING)


def test_signing_out_empties_what_the_phone_has_kept(cast, sign_in):
    assert sign_in(cast.rosa).post(reverse("account_logout"))["Clear-Site-Data"] == '"storage"'


@pytest.mark.parametrize("changes", [{"words": "a\x00b"}, {"age": "9" * 5000}, {"age": "٨٢"}])
def test_what_no_form_would_take_is_kept_as_a_draft_and_opens_again(cast, sign_in, sent_form, changes):
    form, rosa = sent_form(consent="", **changes), sign_in(cast.rosa)
    assert rosa.post(reverse("refer_save"), form).status_code == 302
    assert rosa.get(reverse("refer_draft", args=[form["key"]])).status_code == 200
