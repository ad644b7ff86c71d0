"""Something small is asked without a name, a helper offers, is introduced, does it and is thanked."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, identify
from connect.messaging.models import Message
from connect.people.roles import Role
from referrals import actions as referrals
from referrals.actions import new_key
from referrals.helping import actions, ending
from referrals.helping.models import HelpOffer, HelpRequest
from referrals.models import Consent
from referrals.person import restricting
from tests import cast as stage

pytestmark = pytest.mark.django_db
SECRET = "Ring 01632 960 111, green door"


@pytest.fixture
def hana(cast):
    return stage.person("Hana Brook", Role.HLP, cast.action)  # hangs lamps and reads letters


@pytest.fixture
def hugh(cast):
    return stage.person("Hugh Fell", Role.HLP, cast.elsewhere)  # helps in Farside; must see nothing here


@pytest.fixture
def lamp(cast, with_carl):
    return asked(cast.carl, with_carl)


def asked(carl, referral, **more):
    identify(carl)
    said = {"kind": "job", "words": "A lamp to hang", "when": "A morning", "minutes": 30,
            "until": timezone.localdate() + timedelta(days=14)}  # fmt: skip
    return actions.post(referral, agreed=True, by=carl, made=new_key(), **said | more)


def offered(helper, lamp, words="On Tuesday"):
    identify(helper)
    actions.offer(lamp, words=words, by=helper, made=new_key())
    return HelpOffer.objects.get(helper=helper)


def introduced(carl, helper, lamp):
    offer = offered(helper, lamp)
    identify(carl)
    actions.introduce(lamp, offer=offer, name="Stanley", told=SECRET, agreed=True, by=carl)
    return lamp


def letters():
    with acting_as("delivery"):
        return list(
            Message.objects.filter(template__startswith="help_")
            .order_by("created_at")
            .values_list("template", flat=True)
        )


# The way through


def test_carl_asks_on_one_page_and_sent_twice_it_is_asked_once(cast, with_carl, sign_in):
    carl = sign_in(cast.carl)
    address = reverse("small_help_ask", args=[with_carl.pk])
    key = carl.get(address).context["form"]["key"].value()
    typed = {"key": key, "kind": "digital", "words": "Learn to send a picture", "when": "An afternoon", "minutes": "60",
             "until": timezone.localdate().isoformat(), "agreed": "on"}  # fmt: skip
    for _ in range(2):
        assert carl.post(address, typed).status_code == 302
    identify(cast.carl)
    assert HelpRequest.objects.get(referral=with_carl).kind == "digital"


def test_without_their_yes_nothing_is_asked_and_what_was_typed_is_kept(cast, with_carl, sign_in):
    typed = {"key": uuid.uuid4(), "words": "A lamp to hang"}
    page = sign_in(cast.carl).post(reverse("small_help_ask", args=[with_carl.pk]), typed)
    assert (page.status_code, "A lamp to hang" in page.text) == (422, True)
    assert set(page.context["form"].errors) == {"kind", "when", "minutes", "until", "agreed"}


def test_helpers_read_what_it_is_and_not_who_it_is_for(lamp, hana, sign_in):
    page = sign_in(hana).get(reverse("helping")).text
    assert "A lamp to hang" in page
    assert not [name for name in ("Stanley", "Ames", "Carl") if name in page]


def test_hana_offers_and_takes_it_back_and_offers_again(lamp, hana, sign_in, cast):
    client = sign_in(hana)
    for said, address in (("offered", "help_offer"), ("back", "help_offer_back"), ("offered", "help_offer")):
        client.post(reverse(address, args=[lamp.pk]), {"key": uuid.uuid4(), "words": "On Tuesday"})
        identify(hana)
        assert HelpOffer.objects.get().said == said


def test_only_the_one_who_is_introduced_reads_the_name_and_the_others_are_told_that_somebody_helps(
    lamp, hana, cast, sign_in
):
    other = stage.person("Hope Lane", Role.HLP, cast.action)
    offered(other, lamp)
    introduced(cast.carl, hana, lamp)
    address = reverse("help_mine", args=[lamp.pk])
    assert SECRET in sign_in(hana).get(address).text
    assert sign_in(other).get(address).status_code == 404
    identify(other)
    assert (list(HelpRequest.objects.all()), HelpOffer.objects.get().said) == ([], "not_needed")
    assert letters() == ["help_chosen"]


def test_the_yes_to_this_helper_is_written_down_as_the_person_s_own(lamp, hana, cast, with_carl):
    introduced(cast.carl, hana, lamp)
    assert Consent.objects.filter(referral=with_carl, recipient="Hana Brook, helper").get().decision == "given"


def test_done_and_thanked(lamp, hana, cast, sign_in):
    introduced(cast.carl, hana, lamp)
    sign_in(hana).post(reverse("help_done", args=[lamp.pk]), {"took": "30"})
    form = {"do": "thank", "words": "It shines"}
    page = sign_in(cast.carl).post(reverse("small_help_step", args=[lamp.pk]), form, follow=True)
    assert [str(one) for one in page.context["messages"]] == ["Sent. They read your thanks"]
    assert "It shines" in sign_in(hana).get(reverse("helping")).text
    assert sorted(letters()) == ["help_chosen", "help_thanks"]


def test_an_offer_taken_back_while_carl_looks_is_not_introduced(lamp, hana, cast):
    offer = offered(hana, lamp)
    actions.take_back(offer, by=hana)
    identify(cast.carl)
    with pytest.raises(actions.SomebodyWasFaster):
        actions.introduce(lamp, offer=offer, name="Stanley", told=SECRET, agreed=True, by=cast.carl)


def test_a_day_brings_offers_to_look_at_and_thanks_to_give(lamp, hana, cast):
    from referrals.helping.today import lines

    identify(cast.carl)
    assert [line.count for line in lines(cast.carl)] == [0, 0]
    offered(hana, lamp)
    identify(cast.carl)
    assert [line.count for line in lines(cast.carl)] == [1, 0]


# Over


def over(how, cast, referral):
    identify(cast.carl)
    if how == "closed":
        referrals.close(referral, by=cast.carl, why="moved_away")
    elif how == "restricted":
        restricting.restrict(referral, why="abuse", by=cast.carl, owner=cast.tess)
    else:
        ending.yes_gone(referral, "Hana Brook, helper")


@pytest.mark.parametrize("how", ["closed", "restricted", "taken back"])
def test_when_it_is_over_the_helper_hears_that_and_reads_the_name_no_longer(lamp, hana, cast, with_carl, sign_in, how):
    introduced(cast.carl, hana, lamp)
    over(how, cast, with_carl)
    assert sign_in(hana).get(reverse("help_mine", args=[lamp.pk])).status_code == 404
    with acting_as("seed"):
        assert HelpRequest.objects.values_list("standing", "name", "told").get() == ("gone", "", "")
    assert letters() == ["help_chosen", "help_over"]


def test_a_month_after_it_was_done_nobody_reads_who_it_was(lamp, hana, cast):
    introduced(cast.carl, hana, lamp)
    actions.done(lamp, took=None)
    with acting_as("reminders"):
        HelpRequest.objects.update(done_at=timezone.now() - timedelta(days=31))
        assert (ending.forget(), ending.forget()) == (1, 0)


def test_somebody_restricted_is_not_put_on_a_board(cast, with_carl):
    identify(cast.carl)
    restricting.restrict(with_carl, why="abuse", by=cast.carl, owner=cast.tess)
    identify(cast.carl)
    with_carl.refresh_from_db()
    with pytest.raises(actions.Guarded):
        asked(cast.carl, with_carl)


# Who must see nothing


@pytest.mark.parametrize("who", ["nia", "cora", "rosa", "vera", "colm"])
def test_whoever_does_not_have_him_in_hand_sees_no_row_and_no_page(lamp, cast, sign_in, who):
    user = getattr(cast, who)
    assert sign_in(user).get(reverse("small_help", args=[lamp.pk])).status_code == 404
    identify(user)
    assert list(HelpRequest.objects.all()) == []


def test_a_helper_of_another_organisation_sees_nothing(lamp, hugh, sign_in):
    assert "A lamp to hang" not in sign_in(hugh).get(reverse("helping")).text
    assert sign_in(hugh).get(reverse("help_offer", args=[lamp.pk])).status_code == 404
    identify(hugh)
    assert list(HelpRequest.objects.all()) == []


def test_the_board_asks_as_often_for_one_as_for_many(
    lamp, hana, cast, with_carl, sign_in, django_assert_max_num_queries
):
    client = sign_in(hana)
    client.get(reverse("helping"))
    with django_assert_max_num_queries(20) as few:
        client.get(reverse("helping"))
    for _ in range(5):
        asked(cast.carl, with_carl)
    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get(reverse("helping"))
