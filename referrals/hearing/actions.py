"""Telling whoever asked that something happened: a row each time, and word of it where they may have it."""

import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, reading_as
from connect.messaging import messages
from connect.people.models import Membership
from referrals.hearing.models import Reply
from referrals.hearing.states import HEALTH_AND_CARE, OF_THE_ASKING, Detail, News, WhyNot
from referrals.models import Person, Referral
from referrals.open_door import letters
from referrals.states import Purpose, Source
from referrals.webhooks import actions as webhooks

NO_NEWS_NOW = ("late_asker", "late_no_answer")  # something has happened since
AT_ONCE = {News.RETURNED}  # it waits for their answer; everything else may settle first


def tell(referral: Referral, news: str, *, event_at: datetime, cause: str) -> None:
    """One reply, and its message. Told again for the same cause, it is told once."""
    if Reply.objects.filter(referral=referral, cause=cause).exists():
        return
    why_not = why_untold(referral, news)
    Reply.objects.bulk_create(
        [
            Reply(
                referral=referral,
                recipient_key=recipient_of(referral),
                news=news,
                cause=cause,
                event_at=event_at,
                why_not=why_not,
            )
        ],
        ignore_conflicts=True,  # asks for no right to read the row that was there before
    )
    if not why_not:
        write(referral, news, cause)
    elif why_not in (WhyNot.LEFT, WhyNot.RESTRICTED) and recipient_of(referral):
        messages.cancel(about_id=referral.pk, recipient_key=recipient_of(referral))
    if why_not != WhyNot.RESTRICTED:
        webhooks.owe(referral, news, at=event_at, cause=cause, told=not why_not)


def detail_for(referral: Referral) -> Detail:
    """How much of it: a line with the person's yes; more only inside health and care, with a yes of its own."""
    if not referral.agreed_to(Purpose.TELL_REFERRER):
        return Detail.STATUS
    in_care = referral.referrer_job in HEALTH_AND_CARE
    return Detail.FULL if in_care and referral.agreed_to(Purpose.TELL_MORE) else Detail.LINE


def why_untold(referral: Referral, news: str) -> str:
    """The first reason against it; "" where word may leave."""
    unwritten = why_unwritten(referral)
    needs_yes = news not in OF_THE_ASKING and unwritten not in (WhyNot.RESTRICTED, WhyNot.THEMSELVES)
    if needs_yes and detail_for(referral) == Detail.STATUS:
        return WhyNot.NO_CONSENT
    return unwritten


def why_unwritten(referral: Referral) -> str:
    """Why whoever asked is not written to at all, whatever it is about."""
    if is_restricted(referral):
        return WhyNot.RESTRICTED
    if referral.source == Source.FAMILY and not referral.agreed_to(Purpose.TELL_REFERRER):
        return WhyNot.NO_CONSENT  # a relative knows nothing of it without the person’s yes
    return WhyNot.THEMSELVES if referral.source == Source.SELF else _why_unreached(referral)


def _why_unreached(referral: Referral) -> str:
    if referral.referrer_id:
        still_there = Membership.objects.current().filter(organisation=referral.referring_organisation_id)
        return "" if still_there.filter(user=referral.referrer_id).exists() else WhyNot.LEFT
    outsider = referral.outsider
    proved = outsider and outsider.email and outsider.verified_at
    return "" if proved and letters.status_link(referral) else WhyNot.NO_ADDRESS


def is_restricted(referral: Referral) -> bool:
    """Asked as a job: the holder of a link may not read a person, and must all the same start no letter."""
    with reading_as("reminders"):
        return Person.objects.filter(pk=referral.person_id, restricted=True).exists()


def recipient_of(referral: Referral) -> uuid.UUID | None:
    return referral.referrer_id or referral.outsider_id


def write(referral: Referral, news: str, cause: str) -> None:
    """An e-mail that says that there is news, and where to read it. What is no news any more does not leave.

    Other letters stay: that somebody wrote to them, where they look how far we are.
    """
    template = "word_back" if referral.referrer_id else "word_back_outside"
    gone = (template, *NO_NEWS_NOW)
    messages.cancel(about_id=referral.pk, recipient_key=recipient_of(referral), templates=gone)
    settles = timedelta(seconds=0 if news in AT_ONCE else settings.WORD_SETTLES_SECONDS)
    told = {
        "recipient_key": recipient_of(referral),
        "cause": cause,
        "channel": "email",
        "about_id": referral.pk,
        "under_id": referral.team.scheme_id,
        "valid_until": None if news in OF_THE_ASKING else referral.holds_until(Purpose.TELL_REFERRER),
        "due_at": timezone.now() + settles,
    }
    if referral.referrer_id:
        address = settings.SITE_URL + reverse("referral", args=[referral.pk])
        context = {"reference": referral.reference, "news": news, "address": address}
        messages.queue(**told, to=referral.referrer.email, template=template, context=context)
    else:
        context, link = {"reference": referral.reference, "news": news}, letters.status_link(referral)
        messages.queue(**told, to=referral.outsider.email, template=template, context=context, link=link)


def take_back(referral: Referral) -> None:
    """The person took their yes back: what has not left does not leave, and the row says why."""
    if recipient := recipient_of(referral):
        messages.cancel(about_id=referral.pk, recipient_key=recipient)
    with acting_as("reminders"):  # rows that only the sweep changes otherwise
        Reply.objects.under_way().filter(referral=referral).update(why_not=WhyNot.TAKEN_BACK)
    webhooks.hold_back([referral], all_but=referral.team.organisation)
