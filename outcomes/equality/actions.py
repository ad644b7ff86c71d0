"""Asking, by link or on paper; keeping the answers apart; and a no, which is an answer."""

from collections.abc import Mapping
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from connect.messaging import links, messages
from connect.people.models import User
from outcomes.equality import answers
from outcomes.equality.answers import Given
from outcomes.equality.models import EqualityAsked
from outcomes.equality.states import Became, How
from referrals import telling
from referrals.actions import held, new_key
from referrals.going import writing
from referrals.models import Referral
from referrals.refusals import ReferralError
from referrals.states import OPEN, Purpose

LINK_DAYS = 14


class CannotWrite(ReferralError):
    """No message is safe, or agreed to: give them the paper."""


class AreOut(ReferralError):
    """They have a link already that still opens."""


def stands(referral: Referral) -> EqualityAsked | None:
    """The latest of asked, answered, declined: all that is known of one person."""
    return EqualityAsked.objects.filter(referral=referral).order_by("at").last()


@transaction.atomic
def send(referral: Referral, *, by: User, made: Mapping[str, object]) -> EqualityAsked:
    """By text and e-mail, as they said is safe; the message says no more than that there are questions."""
    referral = held(referral)
    if earlier := EqualityAsked.objects.filter(key=made["key"]).first():
        return earlier
    now = stands(referral)
    if now and now.became == Became.ASKED and now.open_until and now.open_until > timezone.now():
        raise AreOut
    if referral.state not in OPEN or not telling.can_write_to(referral):
        raise CannotWrite
    until = timezone.now() + timedelta(days=LINK_DAYS)
    row = EqualityAsked.objects.create(referral=referral, how=How.LINK, by=by, open_until=until, **made)
    _write(row)
    return row


def _write(row: EqualityAsked) -> None:
    referral, person = row.referral, row.referral.person
    link = links.mint("equality", row.pk, [referral.pk, row.pk], row.open_until, language=person.language)
    for channel, to in writing.ways(person):
        messages.queue(
            recipient_key=person.pk, cause=f"equality:{channel}:{row.pk}", channel=channel, to=to,
            template="equality", context={"name": person.friendly_name, **writing.from_connector(referral)},
            language=person.language, about_id=referral.pk, under_id=referral.team.scheme_id,
            valid_until=referral.holds_until(Purpose.CONTACT), nation=referral.team.organisation.nation, link=link,
            useless_after=row.open_until,
        )  # fmt: skip


@transaction.atomic
def key_in(referral: Referral, *, given: Given, by: User, made: Mapping[str, object]) -> EqualityAsked:
    """From paper: the answers go where whoever keyed them cannot read them again. Sent twice, kept once."""
    if earlier := EqualityAsked.objects.filter(key=made["key"]).first():
        return earlier
    row = EqualityAsked.objects.create(referral=referral, how=How.PAPER, became=_became(given), by=by, **made)
    answers.keep(referral.pk, given=given, how=How.PAPER)
    return row


@transaction.atomic
def decline(referral: Referral, *, by: User, made: Mapping[str, object]) -> EqualityAsked:
    """They would rather not: nobody asks again."""
    if earlier := EqualityAsked.objects.filter(key=made["key"]).first():
        return earlier
    return EqualityAsked.objects.create(referral=referral, how=How.PAPER, became=Became.DECLINED, by=by, **made)


@transaction.atomic
def answer(row: EqualityAsked, *, given: Given) -> None:
    """By their own link. Answered again, the later answers count."""
    EqualityAsked.objects.bulk_create(
        [
            EqualityAsked(
                referral_id=row.referral_id, how=How.LINK, became=_became(given), by=None, reply_to=row, **new_key()
            )
        ]
    )
    if any(given.values()):
        answers.keep(row.referral_id, given=given, how=How.LINK)


def _became(given: Given) -> str:
    """A sheet on which nothing is ticked is somebody who would rather not."""
    return Became.ANSWERED if any(given.values()) else Became.DECLINED
