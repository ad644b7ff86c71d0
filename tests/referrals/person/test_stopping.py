"""Whoever changes a yes, a number or a restriction changes what waits to be sent, in that very moment."""

import random
import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from connect.identity import acting_as, identify
from connect.messaging.models import Link, Message
from directory.schedule import Session
from referrals import actions, telling
from referrals.introductions import actions as introductions
from referrals.models import Occasion, Person, Referral
from referrals.person import consenting, particulars, restricting
from referrals.sessions import actions as sessions
from tests.answers import answered
from tests.cast import mr_ames

pytestmark = pytest.mark.django_db


@pytest.fixture
def carls(cast):
    """Mr Ames, expected at the lunch club; Carl is at work."""
    with acting_as("seed"):
        referral = mr_ames(cast)
        actions.accept(referral, by=cast.carl)
        actions.move(referral, to="contacted", by=cast.carl)
        introductions.introduce(referral, service=cast.lunch, by=cast.carl, made=actions.new_key())
    identify(cast.carl)
    return again(referral)


def again(referral):
    return Referral.objects.select_related("person", "team__organisation").get(pk=referral.pk)


def waiting(referral):
    with acting_as("delivery"):
        rows = Message.objects.filter(recipient_key=referral.person_id, state__in=["queued", "sending"])
        return sorted(rows.values_list("channel", "to"))


def write(referral, **typed):
    current = particulars.now(again(referral))
    by = referral.connector
    return particulars.save(again(referral), typed=typed, seen=particulars.seal_of(current), by=by)


def test_a_new_number_takes_what_waits_along(carls):
    assert waiting(carls) == [("email", "ames@example.org"), ("sms", "07700 900 126")]
    write(carls, phone="07700900555")
    assert waiting(carls) == [("email", "ames@example.org"), ("sms", "07700900555")]


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ({"safe_to_message": "no"}, []),
        ({"safe_to_message": "unsure"}, []),
        ({"safe_to_email": "no"}, [("sms", "07700 900 126")]),
        ({"safe_to_message": "no", "safe_to_email": "yes"}, [("email", "ames@example.org")]),
        ({"phone": "01632960042"}, [("email", "ames@example.org")]),  # a landline would read it out to anybody
        ({"email": ""}, [("sms", "07700 900 126")]),
    ],
)
def test_what_is_no_longer_safe_is_not_sent_there(carls, typed, left):
    write(carls, **typed)
    assert waiting(carls) == left


def test_with_the_first_yes_gone_the_group_hears_it_and_expects_nobody(cast, carls):
    occasion = Occasion.objects.get()
    link = Link.objects.create(
        purpose="register", subject=occasion.register_id, scope=[carls.pk, occasion.pk], expires_at="2999-01-01T00:00Z"
    )
    consenting.record(carls, purpose="contact", decision="withdrawn", by=cast.carl)
    link.refresh_from_db()
    assert (waiting(carls), link.works()) == ([], False)
    assert Occasion.objects.filter(called_off_at=None).count() == 0
    with acting_as("delivery"):
        told = Message.objects.get(template="no_longer_expected")
    assert (told.to, "Stanley" in told.body, "Ames" in told.body) == ("olive@example.org", False, False)


def test_the_worker_who_was_told_hears_that_it_is_over_and_not_why(cast, carls):
    consenting.record(carls, purpose="tell_referrer", decision="withdrawn", by=cast.carl)
    with acting_as("delivery"):
        told = Message.objects.get(template="no_longer_told")
    assert (told.to, carls.reference in told.body, "Stanley" in told.body) == (cast.rosa.email, True, False)


def test_a_no_that_was_never_a_yes_tells_nobody_anything(cast, carls):
    consenting.record(carls, purpose="full_messages", decision="refused", by=cast.carl)
    with acting_as("delivery"):
        assert Message.objects.filter(template__startswith="no_longer").count() == 0
    assert len(waiting(carls)) == 2


def expected_again(referral, days):
    """One more day he goes along, and word of it to him as ever."""
    at = timezone.now() + timedelta(days=days, hours=random.randrange(12))
    occasion = sessions.expect(referral.connections.first(), Session(at, at + timedelta(hours=2), None))
    telling.introduced(Occasion.objects.select_related("referral__person", "service").get(pk=occasion.pk))


SAFE = ["yes", "no", "unsure"]
PHONES = ["07700900555", "07700900666", "01632960042", ""]
EMAILS = ["new@example.org", "old@example.org", ""]


def changes(cast, chance, days):
    """What may happen next to somebody: by name, and how it is done."""

    def consent(decision):
        return lambda row: consenting.record(row, purpose="contact", decision=decision, by=cast.carl)

    def hide(row):
        return (
            days > 9
            and not row.person.restricted
            and restricting.restrict(row, why="abuse", by=cast.carl, owner=cast.carl)
        )

    return [
        lambda row: expected_again(row, days),
        lambda row: expected_again(row, days),
        lambda row: write(row, phone=chance.choice(PHONES), email=chance.choice(EMAILS)),
        lambda row: write(row, safe_to_message=chance.choice(SAFE)),
        lambda row: write(row, safe_to_email=chance.choice([*SAFE, ""])),
        consent("withdrawn"),
        consent("given"),
        hide,
    ]


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_changed_in_whatever_order_nothing_waits_to_go_where_it_may_not(cast, carls, seed):
    chance = random.Random(seed)
    for days in range(2, 14):
        chance.choice(changes(cast, chance, days))(again(carls))
        person, now = Person.objects.get(pk=carls.person_id), again(carls)
        may = person.safe_ways() if now.agreed_to("contact") and not person.restricted else []
        assert set(waiting(carls)) <= set(may)


def test_the_latest_answer_counts_and_a_yes_runs_out(cast, carls):
    assert carls.agreed_to("contact") is True
    answered(carls, "full_messages")
    assert again(carls).agreed_to("full_messages") is True
    answered(carls, "full_messages", "withdrawn")
    assert again(carls).agreed_to("full_messages") is False
    answered(carls, "full_messages", "given", review_on=timezone.localdate() - timedelta(days=1))
    assert again(carls).agreed_to("full_messages") is False
    answered(carls, "full_messages", "given", review_on=timezone.localdate())
    assert again(carls).agreed_to("full_messages") is True


def test_a_yes_for_her_daughter_is_no_yes_for_the_worker(carls):
    identify()
    answered(carls, "full_messages", "given", recipient="her daughter Ann")
    with acting_as("seed"):
        assert again(carls).agreed_to("full_messages") is False


def test_a_form_sent_by_key_alone_cannot_forge_a_seal(carls):
    with pytest.raises(particulars.BothChanged):
        particulars.save(again(carls), typed={"phone": "07700900555"}, seen=str(uuid.uuid4()), by=carls.connector)


def test_what_is_tried_again_is_tried_at_the_new_number(carls):
    """A worker had taken it up and did not come back: the next one must not write to the old number."""
    with acting_as("delivery"):
        Message.objects.filter(recipient_key=carls.person_id).update(state="sending", lease_until=timezone.now())
    write(carls, phone="07700900555")
    assert waiting(carls) == [("email", "ames@example.org"), ("sms", "07700900555")]
