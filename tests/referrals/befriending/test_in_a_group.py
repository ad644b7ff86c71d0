"""A small group with one volunteer: one letter, one register for all, and nobody in it who is not of it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, identify
from connect.messaging import links
from connect.messaging.models import Link, Message
from referrals import actions
from referrals.befriending import matching, sweeping, wanting
from referrals.befriending.models import BefrienderMatch, BefrienderVisit
from referrals.models import Heard, Occasion, Person
from tests.cast import mr_ames
from tests.referrals.befriending.conftest import in_days

pytestmark = pytest.mark.django_db


def referred(cast, name):
    """Another like Mr Ames, whom Carl has spoken with."""
    referral = mr_ames(cast)
    with acting_as("seed"):
        Person.objects.filter(pk=referral.person_id).update(given_name=name, known_as="")
        actions.accept(referral, by=cast.carl)
        actions.record_contact(referral, channel="call", reached=True, note="", by=cast.carl, made=actions.new_key())
        return type(referral).objects.get(pk=referral.pk)


def in_the_group(scheme, vera, name):
    wish = wanting.ask(referred(scheme, name), kind="group", by=scheme.carl, made=actions.new_key(), times=["tue-pm"])
    identify(scheme.cleo)
    match = matching.propose(wish, volunteer=vera, by=scheme.cleo, made=actions.new_key())
    matching.volunteer_says(match, yes=True)
    matching.person_says(match, yes=True, by=scheme.cleo)
    ahead = timezone.now() + timedelta(days=2)
    return matching.arrange(match, meets_at=ahead, place="", agreed="The blue door", every_days=7, by=scheme.cleo)


@pytest.fixture
def group(scheme, volunteer):
    """Pearl and Winnie met yesterday for the first time, with Vera; Joan comes next week."""
    vera = volunteer(user=scheme.vera, kinds=["group"], most=4)
    for name in ("Pearl", "Winnie", "Joan"):
        identify(scheme.carl)
        in_the_group(scheme, vera, name)
    with acting_as("seed"):
        yesterday = timezone.now() - timedelta(days=1)
        day = timezone.localdate(yesterday)
        came = BefrienderMatch.objects.exclude(told__known_as="Joan")
        came.update(meets_at=yesterday, next_on=day, alarm_on=day + timedelta(days=2))
        Occasion.objects.filter(connection__in=came.values("connection")).update(
            starts_at=yesterday, ends_at=yesterday + timedelta(hours=1)
        )
        return {one.told.known_as: one for one in BefrienderMatch.objects.select_related("told")}


@pytest.fixture
def at_the_link(group, client):
    with acting_as("reminders"):
        assert [sweeping.ask_how_it_was(), sweeping.ask_how_it_was()] == [1, 0]
    with acting_as("delivery"):
        assert Message.objects.filter(template="befriender_log").count() == 1  # and not one for each of them
    client.get(reverse("link", args=[links.token(Link.objects.latest("created_at"))]))
    return client


def visits():
    with acting_as("seed"):
        rows = BefrienderVisit.objects.order_by("match__told__known_as").select_related("match__told")
        return [(one.match.told.known_as, one.went, one.words) for one in rows]


def said(group, **more):
    return {"on": in_days(-1).isoformat(), "minutes": "60", f"went-{group['Pearl'].pk}": "met"} | more


def test_one_register_asks_about_all_who_have_met_and_a_tap_each_is_enough(group, at_the_link):
    page = at_the_link.get(reverse("befriender_visits"), follow=True)
    assert [one.told.known_as for one, *_fields in page.context["form"].rows()] == ["Pearl", "Winnie"]
    more = {f"went-{group['Winnie'].pk}": "not_in", f"words-{group['Winnie'].pk}": "Her knee hurts"}
    for _twice in range(2):
        sent = at_the_link.post(reverse("befriender_group"), said(group, **more))
        assert (sent.status_code, sent.url) == (302, reverse("befriender_thanks"))
    assert visits() == [("Pearl", "met", ""), ("Winnie", "not_in", "Her knee hurts")]
    with acting_as("seed"):
        heard = Heard.objects.get()  # read as words about her, by somebody with a name
    assert (heard.text, heard.referral_id) == ("Her knee hurts", group["Winnie"].referral_id)
    again = at_the_link.get(reverse("befriender_group")).context["form"]  # who changes one thing loses nothing else
    assert [(went.value(), words.value()) for _one, went, words in again.rows()] == [
        ("met", ""), ("not_in", "Her knee hurts"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"went-Pearl": ""}, "Say of at least one of them whether they came"),
        ({"words-Winnie": "Her knee hurts"}, "Say whether they came"),
        ({"on": "yesterday"}, "Choose the day, like 24 11 2026"),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(group, at_the_link, change, error):
    sent = said(group, **{f"words-{group['Pearl'].pk}": "Sang with us"})
    for name, value in change.items():
        what, _dash, who = name.partition("-")
        sent[f"{what}-{group[who].pk}" if who else what] = value
    page = at_the_link.post(reverse("befriender_group"), sent)
    assert (page.status_code, error in page.text, "Sang with us" in page.text, visits()) == (422, True, True, [])


def test_with_an_account_it_is_the_same_register(group, scheme, sign_in):
    vera = sign_in(scheme.vera)
    assert reverse("my_group") in vera.get(reverse("my_befriending")).text
    assert vera.post(reverse("my_group"), said(group)).status_code == 302
    assert visits() == [("Pearl", "met", "")]


def test_who_left_the_group_is_on_no_register_of_it_any_more(group, scheme, at_the_link):
    identify(scheme.cleo)
    matching.not_after_all(group["Winnie"], by=scheme.cleo)
    page = at_the_link.get(reverse("befriender_group"))
    text = page.text if page.status_code == 200 else ""
    assert "Winnie" not in text


def test_a_silent_group_alarms_once(group):
    with acting_as("reminders"):
        BefrienderMatch.objects.exclude(told__known_as="Joan").update(alarm_on=timezone.localdate())
        assert [sweeping.raise_alarms(), sweeping.raise_alarms()] == [1, 0]


@pytest.mark.parametrize("name", ["nia", "carl", "cora", "rosa"])
def test_nobody_else_opens_the_register(group, scheme, sign_in, name):
    assert sign_in(getattr(scheme, name)).get(reverse("my_group")).status_code == 404
