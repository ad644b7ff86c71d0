"""What is written in a crisis: one question to the person, that somebody waits to a worker, a word to a champion."""

from datetime import datetime, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import links, messages
from connect.people.champions.models import Champion
from connect.people.models import User
from referrals import outgoing
from referrals.crisis.models import Crisis, CrisisCheck
from referrals.going import writing
from referrals.states import Purpose

PURPOSE = "crisis"
KIND = "crisis_check"
WORKS_ON = timedelta(days=2)  # an answer that comes late is an answer
CHANNELS = ("sms", "email")


def ask(check: CrisisCheck) -> bool:
    """Are you all right? By the ways that are safe and agreed to, and not to somebody who had enough this week."""
    referral, person = check.referral, check.referral.person
    ways = writing.ways(person)
    if not ways or not writing.may_write(referral) or writing.is_enough(person, KIND):
        return False
    until = check.lead_by + WORKS_ON
    link = links.mint(PURPOSE, check.pk, [referral.pk, check.pk], until, discreet=True, language=person.language)
    for channel, to in ways:
        messages.queue(
            recipient_key=person.pk, cause=_cause(check, channel), channel=channel, to=to, template="crisis_check",
            context={"name": person.friendly_name, **outgoing.from_connector(referral)}, language=person.language,
            about_id=referral.pk, under_id=referral.team.scheme_id, link=link, useless_after=check.lead_by,
            valid_until=referral.holds_until(Purpose.CONTACT, Purpose.CRISIS),
        )  # fmt: skip
    return True


def unsay(check: CrisisCheck) -> None:
    """What has not left does not leave. A link that they have goes on: they may yet ask to be rung."""
    for channel in CHANNELS:
        messages.cancel(about_id=check.referral_id, cause=_cause(check, channel))


def stop(check: CrisisCheck) -> None:
    """And their link says that it is over."""
    unsay(check)
    links.revoke(check.pk)


def _cause(check: CrisisCheck, channel: str) -> str:
    return f"{KIND}:{channel}:{check.pk}"


def waits(user: User, *, cause: str, late: bool, under: object = None) -> None:
    """To whoever rings, or leads: that somebody waits. How many, and who, stands inside."""
    address = settings.SITE_URL.rstrip("/") + reverse("crisis_list")
    messages.queue(
        recipient_key=user.pk, cause=cause, channel="email", to=user.email, template="crisis_waits",
        context={"name": user.first_name, "late": late, "address": address}, under_id=under,
    )  # fmt: skip


def hour(moment: datetime | None = None) -> str:
    """One letter an hour is enough, however many wait."""
    return timezone.localtime(moment or timezone.now()).strftime("%Y-%m-%d %H")


def to_champion(champion: Champion, crisis: Crisis) -> None:
    """Once in a crisis: that we look in on people, and whom to ring. About nobody."""
    with acting_as("reminders"):  # a lead puts no words into the outbox by hand
        messages.queue(
            recipient_key=champion.pk, cause=f"crisis_champion:{crisis.pk}", channel="email", to=champion.email,
            template="crisis_champion", language=champion.language, under_id=crisis.team.scheme_id,
            context={"name": champion.first_name, "why": crisis.why, "phone": crisis.team.phone,
                     "team": crisis.team.name},
        )  # fmt: skip
