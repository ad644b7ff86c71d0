"""What Mr Ames answered to what the lunch club asks: kept by Carl, read by Olive only with his yes."""

import pytest
from django.urls import reverse

from connect.identity import acting_as, acting_for, identify
from connect.messaging import links
from connect.messaging.models import Link
from directory.wanting import actions as wanted
from referrals import actions
from referrals.belonging import Connection
from referrals.models import Referral, Wanting
from referrals.person import consenting
from referrals.states import Purpose
from referrals.wanting import actions as wanting
from referrals.wanting.forms import form_for, name_of
from tests.cast import mr_ames

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(cast):
    """Steps, which Olive reads if he agrees; and how he comes, which she does not."""
    steps = wanted.ask(cast.lunch, by=cast.dev, words="Six steps?", kind="yes_no", required=True, seen_by="organiser")
    way = wanted.ask(cast.lunch, by=cast.dev, words="How do you come?", kind="one_of", choices=["Bus", "On foot"])
    return steps, way


@pytest.fixture
def ames(cast, asked) -> Referral:
    referral = mr_ames(cast)
    with acting_as("seed"):
        actions.accept(referral, by=cast.carl)
        Connection.objects.create(
            referral=referral, person=referral.person, service=cast.lunch, made_by=cast.carl, **actions.new_key()
        )
    identify(cast.carl)
    return referral


def sent(asked, **more):
    steps, way = asked
    return {f"wanted-{name_of(steps)}": "yes", f"wanted-{name_of(way)}": "Bus"} | more


def test_the_form_asks_what_the_listing_asks_and_says_what_is_missing(cast, ames, asked):
    form = form_for(cast.lunch, ames, sent(asked))
    assert (form.is_valid(), form.agreed) == (True, False)
    assert [(one.words, words) for one, words in form.answers()] == [("Six steps?", "Yes"), ("How do you come?", "Bus")]
    missing = form_for(cast.lunch, ames, {})
    assert missing.errors == {name_of(asked[0]): ["Ask them, and choose what they say"]}


def test_a_listing_that_asks_nothing_adds_nothing(cast, ames, asked):
    for one in asked:
        wanted.stop(one)
    form = form_for(cast.lunch, ames, {})
    assert (list(form.fields), form.is_valid(), form.answers()) == ([], True, [])


def keep(cast, ames, asked, **more):
    form = form_for(cast.lunch, ames, sent(asked, **more))
    assert form.is_valid()
    return wanting.keep(ames, service=cast.lunch, answers=form.answers(), agreed=form.agreed, by=cast.carl)


def read_by_olive(ames) -> list[str]:
    with acting_for([ames.pk]):
        return list(Wanting.objects.values_list("words", flat=True))


def test_olive_reads_nothing_without_his_yes_and_with_it_only_what_is_for_her(cast, ames, asked):
    keep(cast, ames, asked)
    assert (read_by_olive(ames), ames.consents.filter(purpose=Purpose.TELL_GROUP).count()) == ([], 0)
    identify(cast.carl)
    keep(cast, ames, asked, **{"wanted-agreed": "on"})
    assert read_by_olive(ames) == ["Yes"]
    identify(cast.carl)
    said = ames.consents.get(purpose=Purpose.TELL_GROUP)
    assert (said.recipient, Wanting.objects.count()) == ("St Mark's lunch club", 2)


@pytest.mark.parametrize("purpose", [Purpose.TELL_GROUP, Purpose.CONTACT])
def test_a_yes_taken_back_hides_them_at_once(cast, ames, asked, purpose):
    keep(cast, ames, asked, **{"wanted-agreed": "on"})
    recipient = "St Mark's lunch club" if purpose == Purpose.TELL_GROUP else ""
    with acting_as("own_page", scope=[ames.pk]):
        consenting.record(ames, purpose=purpose, recipient=recipient, decision="withdrawn", by=None)
    assert read_by_olive(ames) == []


@pytest.mark.parametrize("name", ["nia", "cora", "rosa", "ravi", "colm", "dev", "vera"])
def test_nobody_else_reads_an_answer(cast, ames, asked, name):
    keep(cast, ames, asked, **{"wanted-agreed": "on"})
    identify(getattr(cast, name))
    assert Wanting.objects.count() == 0


def test_what_was_answered_before_stands_in_the_form(cast, ames, asked):
    keep(cast, ames, asked)
    assert set(form_for(cast.lunch, ames, None).initial.values()) == {"yes", "Bus"}


def test_carl_is_asked_on_the_page_that_introduces_and_olive_reads_what_he_agreed_to(cast, asked, sign_in, client):
    referral = mr_ames(cast)
    with acting_as("seed"):
        actions.accept(referral, by=cast.carl)
        actions.move(Referral.objects.get(pk=referral.pk), to="contacted", by=None)
    carl, address = sign_in(cast.carl), reverse("introduce", args=[referral.pk])
    page = carl.get(address, {"service": cast.lunch.pk})
    typed = {"service": cast.lunch.pk, "key": page.context["form"]["key"].value(), "how": "phone"}
    typed["starts_at"] = page.context["form"].fields["starts_at"].initial
    missing = carl.post(address, typed)
    assert (missing.status_code, "Ask them, and choose what they say" in missing.content.decode()) == (422, True)
    done = carl.post(address, typed | sent(asked, **{"wanted-agreed": "on"}))
    assert done["Location"] == reverse("person", args=[referral.pk])
    assert "Six steps?" in carl.get(reverse("person", args=[referral.pk])).content.decode()
    client.get(f"/l/{links.token(Link.objects.get(purpose='introduction'))}/")
    hers = client.get(reverse("introduction")).content.decode()
    assert ("Six steps?" in hers, "How do you come?" in hers) == (True, False)
