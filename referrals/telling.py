"""What we write to whom about a referral: the only place that decides whether somebody may be written to, and how."""

from collections.abc import Iterator
from datetime import time, timedelta

from connect.messaging import hours, links, messages
from connect.people.models import User
from referrals.belonging import Connection, Occasion
from referrals.hearing import actions as hearing
from referrals.hearing import following
from referrals.hearing.states import News
from referrals.models import Person, Referral
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


def introduced(occasion: Occasion) -> None:
    """When and with whom, as soon as it is agreed."""
    _to_person(occasion, "introduced", useless_after=occasion.starts_at)


def remind(occasion: Occasion) -> None:
    """The day before: "see you tomorrow" is wrong from midnight on, so it never leaves later."""
    _to_person(occasion, "reminder", useless_after=hours.days_from(occasion.starts_at, 0, time(0)))


def ask_the_person(occasion: Occasion) -> None:
    """Did you go? A page behind a signed link, which knows no more than the message did."""
    link = links.mint(
        "attendance",
        occasion.pk,
        [occasion.referral_id, occasion.pk],
        occasion.ends_at + timedelta(days=LINK_DAYS),
        discreet=not _may_be_full(occasion),
        language=occasion.referral.person.language,
    )
    _to_person(occasion, "did_you_go", link=link)


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
    messages.queue(
        recipient_key=service.pk,
        cause=cause,
        channel="email",
        to=service.contact_email,
        template=template,
        context={
            **_from_connector(first.referral),
            "name": service.contact_name.split(" ")[0],
            "service": service.name,
            "starts_at": first.starts_at,
            "until": until,
        },
        about_id=first.referral_id,
        under_id=first.referral.team.scheme_id,
        nation=first.referral.team.organisation.nation,
        link=links.mint("register", first.register_id, scope, until),
    )


def stop(referral: Referral, purpose: str) -> None:
    """What rested on a yes that was taken back: word to the worker, or everything to the person."""
    if purpose == Purpose.TELL_REFERRER:
        hearing.take_back(referral)
        return
    if purpose == Purpose.TELL_MORE:
        return  # their page asks each time; nothing of it is ever in a message
    messages.cancel(about_id=referral.pk, recipient_key=referral.person_id)
    for occasion in referral.occasions.all():
        links.revoke(occasion.pk)


def can_write_to(referral: Referral) -> bool:
    """Whether a text or an e-mail will reach them; where none will, the connector rings."""
    return _may_write(referral) and any(_ways(referral.person))


def _may_be_named(occasion: Occasion) -> bool:
    """An organiser sees first names of those who are still expected and have said yes to this."""
    referral = occasion.referral
    still_expected = occasion.called_off_at is None and referral.state in OPEN
    return still_expected and not referral.person.restricted and referral.agreed_to(Purpose.CONTACT)


def _to_person(occasion: Occasion, kind: str, **more: object) -> None:
    """By text and by e-mail, where there is one and writing is safe; never about a life that has moved on."""
    referral, person = occasion.referral, occasion.referral.person
    if occasion.called_off_at or referral.state not in OPEN or not _may_write(referral):
        return
    form = "full" if _may_be_full(occasion) else "discreet"
    nation = None if kind == "reminder" else referral.team.organisation.nation  # a reminder cannot wait for Boxing Day
    for channel, to in _ways(person):
        messages.queue(
            recipient_key=person.pk,
            cause=f"{kind}:{channel}:{occasion.pk}",
            channel=channel,
            to=to,
            template=f"{kind}_{form}",
            context={
                **_from_connector(referral),
                "name": person.friendly_name,
                "starts_at": occasion.starts_at,
                "place": occasion.place if form == "full" else "",
                "meet": occasion.service.met_by if form == "full" else "",
            },
            language=person.language,
            about_id=referral.pk,
            under_id=referral.team.scheme_id,
            valid_until=referral.holds_until(Purpose.CONTACT, *([Purpose.FULL_MESSAGES] if form == "full" else [])),
            nation=nation,
            **more,
        )


def _ways(person: Person) -> Iterator[tuple[str, str]]:
    yield from person.safe_ways()


def _may_write(referral: Referral) -> bool:
    return referral.person.may_be_written_to and referral.agreed_to(Purpose.CONTACT)


def _may_be_full(occasion: Occasion) -> bool:
    return occasion.referral.agreed_to(Purpose.FULL_MESSAGES)


def _from_connector(referral: Referral) -> dict[str, str]:
    connector = referral.connector
    return {"connector": connector.first_name if connector else "", "phone": referral.team.phone}
