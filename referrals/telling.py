"""What we write to whom about a referral: the only place that decides whether somebody may be written to, and how."""

from datetime import time, timedelta

from django.utils import timezone

from connect.messaging import hours, links, messages
from connect.messaging.models import Link
from connect.people.models import User
from referrals import outgoing
from referrals.belonging import Connection, Occasion
from referrals.crisis import ending as looking_in
from referrals.going import same_day, writing
from referrals.hearing import actions as hearing
from referrals.hearing import following
from referrals.hearing.states import News
from referrals.models import Referral
from referrals.states import OPEN, Answer, Purpose

LINK_DAYS = 7
MOBILE = ("07", "+447")
ORGANISER_HOURS = 72  # a capability for one session, not a sign-in


NEWS = {Answer.WENT: News.WENT, Answer.NOT: News.NOT, "two answers": News.UNSURE}


def moved(referral: Referral, *, was: str, by: User | None) -> None:
    """Whoever asked hears that it was accepted, came back, or is finished; every move of a referral comes by here."""
    following.moved(referral, was=was, by=by)


def stepped(connection: Connection, *, by: User | None) -> None:
    """They hear of an introduction, of settling and of stopping; every step of a connection comes by here."""
    following.stepped(connection, by=by)


def word_back(occasion: Occasion) -> None:
    """Whether the person went, if they agreed that the worker may know: once while it stays the same.

    It waits a while before it leaves, because answers change in the first minutes: one settled line, not three.
    """
    referral, news = occasion.referral, NEWS.get(occasion.verdict)
    if not news or news == referral.told:
        return
    if referral.agreed_to(Purpose.TELL_REFERRER):
        Referral.objects.filter(pk=referral.pk).update(told=news)
    cause = f"{news}:{occasion.pk}:{occasion.attendances.count()}"
    hearing.tell(referral, news, event_at=occasion.starts_at, cause=cause)


def introduced(occasion: Occasion) -> bool:
    """When and with whom, as soon as it is agreed; whether anything was written."""
    return writing.to_person(occasion, "introduced", useless_after=occasion.starts_at)


def remind(occasion: Occasion) -> None:
    """The day before: "see you tomorrow" is wrong from midnight on, so it never leaves later. Once a day."""
    also = same_day.to_remind_of(occasion)
    until = hours.days_from(occasion.starts_at, 0, time(0))
    if writing.to_person(occasion, "reminder", also=also, useless_after=until):
        same_day.reminded(also)


def ask_the_person(occasion: Occasion) -> None:
    """Did you go? A page behind a signed link, which knows no more than the message did. Once a day."""
    if same_day.is_asked_about(occasion):
        return  # the connector asks about the other
    link = links.mint(
        "attendance",
        occasion.pk,
        [occasion.referral_id, occasion.pk, occasion.referral.person_id],
        occasion.ends_at + timedelta(days=LINK_DAYS),
        discreet=not writing.may_be_full(occasion.referral),
        language=occasion.referral.person.language,
    )
    writing.to_person(occasion, "did_you_go", link=link)


def ask_how_it_was(occasion: Occasion, *, link: Link) -> None:
    """They answered by text that they went: how was it? By the same link, and by text alone."""
    writing.to_person(occasion, "how_was_it", link=link, useless_after=link.expires_at)


def ask_the_organiser(register: list[Occasion]) -> None:
    """Who came? One link for one session and the people we introduced to it."""
    if register:
        _to_organiser(register, "register", cause=f"register:{register[0].register_id}")


def _to_organiser(register: list[Occasion], template: str, *, cause: str) -> None:
    named = [one for one in register if _may_be_named(one)]
    if not named or not named[0].service.contact_email:
        return
    first, service = named[0], named[0].service
    until = first.ends_at + timedelta(hours=ORGANISER_HOURS)
    scope = [key for one in named for key in (one.referral_id, one.pk)]
    outgoing.to_organiser(
        first.referral,
        service,
        template,
        cause,
        context={"service": service.name, "starts_at": first.starts_at, "until": until},
        nation=first.referral.team.organisation.nation,
        link=links.mint("register", first.register_id, scope, until),
    )


def text_read(referral: Referral) -> None:
    """They texted words: that a person reads them, and who answers at any hour.

    The same whatever they wrote, once a day, and only where a text is safe to them and was not stopped.
    """
    found = [way for way in referral.person.safe_ways() if way[0] == "sms"]
    if found and writing.may_write(referral):
        outgoing.to_person(referral, "text_read", timezone.localdate(), ways=found, on_any_day=True)


def stop(referral: Referral, purpose: str) -> None:
    """What rested on a yes that was taken back: word to the worker, or everything to the person."""
    if purpose == Purpose.TELL_REFERRER:
        hearing.take_back(referral)
        return
    if purpose == Purpose.TELL_MORE:
        return  # their page asks each time; nothing of it is ever in a message
    if purpose == Purpose.CRISIS:
        looking_in.over(referral)
        return
    if purpose == Purpose.MESSAGES:
        messages.cancel(recipient_key=referral.person_id)
        return  # where they are expected they stay, and a link they have goes on
    if purpose == Purpose.CONTACT:
        looking_in.over(referral)
    messages.cancel(about_id=referral.pk, recipient_key=referral.person_id)
    for occasion in referral.occasions.all():
        links.revoke(occasion.pk)


def can_write_to(referral: Referral) -> bool:
    """Whether a text or an e-mail will reach them; where none will, the connector rings."""
    return writing.may_write(referral) and bool(writing.ways(referral.person))


def _may_be_named(occasion: Occasion) -> bool:
    """An organiser sees first names of those who are still expected and have said yes to this."""
    referral = occasion.referral
    still_expected = occasion.called_off_at is None and referral.state in OPEN
    return still_expected and not referral.person.restricted and referral.agreed_to(Purpose.CONTACT)
