"""Writing to the person: whether, by which ways, how often in a week, and with which words."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from connect.messaging.models import Link, Message
from connect.messaging.states import State
from referrals import outgoing
from referrals.accompanying import reading as along
from referrals.belonging import Occasion
from referrals.going import asking_by_hand
from referrals.models import Particulars, Person, Referral
from referrals.outgoing import from_connector  # noqa: F401 - whoever asks how somebody is writes from there, too
from referrals.person.states import ContactMethod, Format
from referrals.states import OPEN, Purpose

A_WEEK = timedelta(days=7)
METHODS = {"sms": ContactMethod.TEXT, "email": ContactMethod.EMAIL}
# So many fewer than the most of a week: a question gives way before a reminder, what they asked for to nothing.
ASKED_FOR = ("own_code", "how_was_it_discreet", "how_was_it_full", "text_read")
GIVES_WAY = {"did_you_go": 1, "settled": 0, "reminder": 0, "crisis_check": 0}  # whoever had enough is rung


def may_write(referral: Referral) -> bool:
    """They said that a message is safe and that we may, and have not asked us to stop."""
    agreed = referral.person.may_be_written_to and referral.agreed_to(Purpose.CONTACT)
    return agreed and not has_stopped(referral)


def has_stopped(referral: Referral) -> bool:
    """They asked us to write no more, and have not taken that back since."""
    asked = any(one.purpose == Purpose.MESSAGES for one in referral.consents.all())
    return (asked or Purpose.MESSAGES in referral.refused) and not referral.agreed_to(Purpose.MESSAGES)


def may_be_full(referral: Referral) -> bool:
    return referral.agreed_to(Purpose.FULL_MESSAGES)


def ways(person: Person) -> list[tuple[str, str]]:
    """(channel, to): of the safe ways those that reach them, as they said. None where it has to be a voice or paper."""
    safe, kept = person.safe_ways(), _kept(person)
    if not safe or kept is None:
        return safe
    named, formats = set(kept.contact_methods), set(kept.formats)
    if named & set(METHODS.values()):
        return [(channel, to) for channel, to in safe if METHODS[channel] in named]
    if Format.EMAIL_TEXT in formats:
        return [(channel, to) for channel, to in safe if channel == "email"]
    return [] if named or formats else safe


def _kept(person: Person) -> Particulars | None:
    if "particulars" in person._state.fields_cache:
        return person._state.fields_cache["particulars"]
    return Particulars.objects.filter(person=person).first()


def to_person(occasion: Occasion, kind: str, *, also: Iterable[Occasion] = (), link: Link | None = None,
              useless_after: datetime | None = None) -> bool:  # fmt: skip
    """Whether anything was queued. Never about a life that has moved on; where nothing reaches them, a human is asked.

    `also` are sessions of the same day that the same message tells of.
    """
    referral = occasion.referral
    if occasion.called_off_at or referral.state not in OPEN or not may_write(referral):
        return False
    found = [way for way in ways(referral.person) if kind != "how_was_it" or way[0] == "sms"]  # they texted
    if not found:
        asking_by_hand.ask(occasion, kind)
    elif is_enough(referral.person, kind):
        return False
    _queue(occasion, kind, found, list(also), link, useless_after)
    return bool(found)


def _queue(occasion: Occasion, kind: str, found: list[tuple[str, str]], also: list[Occasion], link: Link | None,
           useless_after: datetime | None) -> None:  # fmt: skip
    full = may_be_full(occasion.referral)
    outgoing.to_person(
        occasion.referral,
        kind,
        occasion.pk,
        ways=found,
        template=f"{kind}_{'full' if full else 'discreet'}",
        context={
            "starts_at": occasion.starts_at,
            "place": occasion.place if full else "",
            "meet": along.met_by(occasion) if full else "",
            "also": [(one.starts_at, one.place if full else "") for one in also],
        },
        full=full,
        on_any_day=kind == "reminder",  # it cannot wait for Boxing Day
        link=link,
        useless_after=useless_after,
    )


def is_enough(person: Person, kind: str) -> bool:
    """Few messages: counted by what they are about, so that a text and its e-mail are one."""
    if kind not in GIVES_WAY:
        return False
    rows = Message.objects.filter(recipient_key=person.pk, created_at__gt=timezone.now() - A_WEEK)
    rows = rows.exclude(state=State.CANCELLED).exclude(template__in=ASKED_FOR)
    causes = {cause.replace(":sms:", ":").replace(":email:", ":") for cause in rows.values_list("cause", flat=True)}
    return len(causes) >= settings.MOST_MESSAGES_A_WEEK - GIVES_WAY[kind]
