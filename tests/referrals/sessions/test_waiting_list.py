"""A fair waiting list: the next place to the next person, held for them, and everybody told."""

import threading
from datetime import datetime, timedelta

import pytest
from django.db import connection as database
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import hours, links
from connect.messaging.models import Link, Message
from directory.models import Service
from referrals.models import Occasion, Offer, Referral, Wait
from referrals.sessions import actions, offering, places
from referrals.sessions.states import Said
from referrals.states import Says, Step
from tests.referrals.sessions.conftest import MONDAY, pulse

pytestmark = pytest.mark.django_db
DEADLINE = datetime(2026, 11, 25, 17, tzinfo=hours.LONDON)  # two working days, at five
FROM = datetime(2026, 12, 1, 12, tzinfo=hours.LONDON)  # the first lunch after it


@pytest.fixture
def three(now, cast, newcomer, room):
    """Jean, Ken and Lowri wait, in this order, an hour apart; the club is full."""
    now.move_to(MONDAY - timedelta(hours=10))
    room(0)
    found = []
    for hour, name in enumerate(("Jean", "Ken", "Lowri")):
        now.move_to(MONDAY - timedelta(hours=9 - hour))
        with acting_as("seed"):
            found.append(actions.wait_for(newcomer(name), by=cast.carl))
    now.move_to(MONDAY)
    return found


def offers():
    with acting_as("seed"):
        rows = Offer.objects.order_by("made_at", "pk").select_related("wait__connection__person")
        return [(one.wait.connection.person.given_name, one.said) for one in rows]


def letters(template):
    with acting_as("delivery"):
        return list(Message.objects.filter(template=template, channel="sms").order_by("pk"))


def says(name, said, by=None):
    with acting_as("seed"):
        offer = Offer.objects.get(wait__connection__person__given_name=name, said="")
        return actions.say(offer, said=said, said_by=Says.CONNECTOR if by else Says.PERSON, by=by)


def test_while_it_is_full_nobody_is_offered_anything_and_each_knows_their_number(three):
    pulse()
    assert offers() == []
    assert sorted(one.body.split(".")[1] for one in letters("place_wait")) == [
        f" You are number {n} in line and keep your turn" for n in (1, 2, 3)
    ]


def test_the_first_place_goes_to_who_waited_longest_with_time_to_answer(three, room):
    room(1)
    for _ in range(3):
        pulse()
    assert offers() == [("Jean", "")]
    with acting_as("seed"):
        offer = Offer.objects.get()
        assert (offer.answer_by, offer.starts_at) == (DEADLINE, FROM)
    assert letters("place_offer")[0].body.startswith(
        "Hi Jean, there is room for you from Tuesday 1 December. Yes or no by Wednesday? {link}"
    )


def test_two_places_are_two_offers(three, room):
    room(2)
    pulse()
    assert offers() == [("Jean", ""), ("Ken", "")]


def test_no_thank_you_goes_on_to_the_next_and_takes_them_off_the_list(three, room):
    room(1)
    pulse()
    says("Jean", Said.NO)
    pulse()
    assert offers() == [("Jean", "no"), ("Ken", "")]
    with acting_as("seed"):
        assert Wait.objects.filter(ended_at=None).count() == 2


def test_not_yet_goes_on_to_the_next_and_they_are_first_for_the_one_after(three, room, now):
    room(1)
    pulse()
    says("Jean", Said.KEEP)
    pulse()
    says("Ken", Said.YES)
    pulse()
    now.move_to(FROM + timedelta(days=1))
    room(1)
    pulse()
    assert offers() == [("Jean", "keep"), ("Ken", "yes"), ("Jean", "")]


def test_no_answer_in_time_goes_on_and_costs_no_turn_and_is_told(three, room, now):
    room(1)
    pulse()
    now.move_to(DEADLINE)
    for _ in range(2):
        pulse()
    assert offers() == [("Jean", "late"), ("Ken", "")]
    assert "You keep your turn in line" in letters("place_missed")[0].body
    with acting_as("seed"):
        jean = Wait.objects.select_related("referral").get(connection__person__given_name="Jean")
        assert (places.ahead_of(jean), jean.unanswered, jean.rests_since) == (0, 1, None)
        assert jean.referral.next_step == "ring"


def test_twice_unanswered_rests_until_somebody_has_spoken_with_them(cast, three, room, now):
    with acting_as("seed"):
        Wait.objects.filter(connection__person__given_name="Jean").update(unanswered=1)
    room(1)
    pulse()
    now.move_to(DEADLINE)
    room(3)
    pulse()
    assert offers() == [("Jean", "late"), ("Ken", ""), ("Lowri", "")]
    with acting_as("seed"):
        actions.still_wants(three[0], by=cast.carl)
    pulse()
    assert len(offers()) == 3  # not again for the same session
    now.move_to(FROM + timedelta(hours=4))
    room(3)
    pulse()
    assert ("Jean", "") in offers()[3:]


def test_who_was_never_told_has_missed_nothing(three, room, now):
    with acting_as("seed"):
        three[0].referral.person.__class__.objects.update(safe_to_message="no")
    room(1)
    pulse()
    with acting_as("seed"):
        assert Referral.objects.get(pk=three[0].referral_id).next_step == "ring"
    now.move_to(DEADLINE)
    pulse()
    with acting_as("seed"):
        assert Wait.objects.get(pk=three[0].pk).unanswered == 0
    assert letters("place_offer") + letters("place_missed") == []


def test_yes_by_link_and_the_group_expects_them_and_everybody_is_told(cast, three, room, client, sign_in):
    room(1)
    pulse()
    link = Link.objects.get(purpose="place")
    page = client.get(reverse("link", args=[links.token(link)]), follow=True).content.decode()
    assert ("There is room for you, as you asked." in page, "lunch" in page) == (True, False)
    assert offers() == [("Jean", "")]
    for _ in range(2):
        page = client.post(reverse("place"), {"link": link.pk, "answer": "yes"}, follow=True).content.decode()
    assert "Lovely. The place is yours." in page
    for _ in range(2):
        pulse()
    assert offers() == [("Jean", "yes")]
    with acting_as("seed"):
        occasion = Occasion.objects.get()
        assert (occasion.known_as, occasion.starts_at, occasion.connection.state) == ("Jean A", FROM, Step.INTRODUCED)
        assert Wait.objects.filter(became="placed").count() == 1
    with acting_as("delivery"):
        told = Message.objects.filter(about_id=occasion.referral_id)
        assert {"expecting", "introduced_discreet"} <= set(told.values_list("template", flat=True))


def test_pressing_nothing_is_an_error_and_after_the_day_the_link_is_gone(three, room, client, now):
    room(1)
    pulse()
    link = Link.objects.get(purpose="place")
    client.get(reverse("link", args=[links.token(link)]), follow=True)
    assert client.post(reverse("place"), {"link": link.pk}).status_code == 422
    now.move_to(DEADLINE + timedelta(minutes=1))
    assert client.get(reverse("place")).status_code == 410


def test_a_place_that_somebody_of_ours_leaves_goes_to_the_next(cast, three, newcomer, room, now):
    from referrals.introductions import actions as introductions

    now.move_to(MONDAY - timedelta(days=3))
    goes = newcomer("Maud", state=Step.INTRODUCED)
    now.move_to(MONDAY - timedelta(hours=1))
    room(0)
    now.move_to(MONDAY)
    pulse()
    assert offers() == []
    with acting_as("seed"):
        introductions.step(goes, to=Step.DID_NOT_START, by=cast.carl)
    pulse()
    assert offers() == [("Jean", "")]


def test_what_is_older_than_a_fortnight_is_no_answer_and_offers_nobody_a_place(three, room, now):
    room(2)
    now.move_to(MONDAY + timedelta(days=15))
    pulse()
    assert offers() == []


def test_a_newcomer_is_told_how_many_places_there_are_and_who_is_before_them(cast, three, room, now, newcomer):
    room(5)
    with acting_as("seed"):
        found = places.left(cast.lunch, [FROM])[FROM]
        assert (found.left, found.waiting) == (5, 3)
    newcomer("Otto", state=Step.INTRODUCED)
    with acting_as("seed"):
        assert places.left(cast.lunch, [FROM])[FROM].left == 4


def test_full_says_the_organiser_and_they_are_called_off_and_wait(cast, now, newcomer):
    connection = newcomer("Jean", state=Step.INTRODUCED)
    with acting_as("seed"):
        for _ in range(2):
            actions.wait_for(connection, by=cast.carl)
        assert Occasion.objects.values_list("called_off_why", flat=True).get() == "full"
        assert (Wait.objects.count(), places.said_of(cast.lunch)) == (1, 0)
    pulse()
    with acting_as("seed"):
        assert Occasion.objects.count() == 1


def test_whoever_stops_stops_waiting(three):
    with acting_as("seed"):
        Referral.objects.filter(pk=three[0].referral_id).update(state="closed")
    pulse()
    with acting_as("seed"):
        assert Wait.objects.get(pk=three[0].pk).became == "over"


def test_two_listings_made_one_keep_everybodys_turn(cast, three):
    stays = Service.objects.create(organisation=cast.lunch.organisation, name="The lunch club")
    Service.objects.filter(pk=cast.lunch.pk).update(merged_into=stays)
    pulse()
    with acting_as("seed"):
        assert list(Wait.objects.filter(service=stays).in_turn()) == three


@pytest.mark.django_db(transaction=True)
def test_two_sweeps_at_one_moment_offer_one_place_once(cast, newcomer, room):
    room(0)
    with acting_as("seed"):
        for name in ("Jean", "Ken"):
            actions.wait_for(newcomer(name), by=cast.carl)
    room(1)
    start = threading.Barrier(4, timeout=20)

    def sweep():
        start.wait()
        with acting_as("reminders"):
            offering.offer_places()
        database.close()

    threads = [threading.Thread(target=sweep) for _ in range(4)]
    [one.start() for one in threads], [one.join() for one in threads]
    assert offers() == [("Jean", "")]
    assert timezone.now()
