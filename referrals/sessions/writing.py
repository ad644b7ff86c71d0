"""What is written about a session: that it is off or moved, that somebody waits, that there is a place."""

from datetime import timedelta

from django.utils import timezone

from connect.messaging import links, messages
from connect.messaging.models import Link
from referrals import outgoing, telling
from referrals.belonging import Occasion
from referrals.going import writing as going
from referrals.models import Referral
from referrals.sessions.models import Offer, Wait
from referrals.states import OPEN, Purpose

AHEAD = ("introduced", "reminder")  # what was to be said of a session that is not
CHANNELS = ("sms", "email")


def unsay(occasion: Occasion) -> None:
    """What has not left yet of a session that is off, or is at another hour now."""
    for kind in AHEAD:
        for channel in CHANNELS:
            messages.cancel(recipient_key=occasion.referral.person_id, cause=f"{kind}:{channel}:{occasion.pk}")


def unsay_offer(offer: Offer) -> None:
    for channel in CHANNELS:
        messages.cancel(recipient_key=offer.referral.person_id, cause=f"place_offer:{channel}:{offer.pk}")


def called_off(occasion: Occasion) -> bool:
    """That nobody is there that day, and when they are expected next. Useless once it has begun."""
    if occasion.starts_at <= timezone.now():
        return False
    after = (
        occasion.connection.occasions.filter(called_off_at=None, starts_at__gt=occasion.starts_at)
        .order_by("starts_at")
        .first()
    )
    return _to_person(
        occasion.referral, "called_off", occasion.pk, useless_after=occasion.starts_at, place=occasion.place,
        starts_at=occasion.starts_at, after=after and after.starts_at,
    )  # fmt: skip


def moved(occasion: Occasion, *, was: object) -> bool:
    """The hour has changed, or the door. The moment is in the cause: what moves twice is said twice."""
    return _to_person(
        occasion.referral, "moved", f"{occasion.pk}:{occasion.starts_at.timestamp():.0f}", place=occasion.place,
        useless_after=occasion.starts_at, starts_at=occasion.starts_at, was=was,
    )  # fmt: skip


def joined(waits: Wait, number: int) -> bool:
    """There is no place yet, and which number they are. In a day it is no news any more."""
    return _to_person(
        waits.referral, "place_wait", waits.pk, number=number, useless_after=timezone.now() + timedelta(days=3)
    )


def offered(offer: Offer) -> bool:
    """A place is held for them, until when; the answer is one press away, or a call."""
    referral = offer.referral
    discreet = not referral.agreed_to(Purpose.FULL_MESSAGES)
    if not telling.can_write_to(referral) or referral.state not in OPEN:
        return False
    link = links.mint(
        "place", offer.pk, [offer.referral_id, offer.wait_id, offer.pk], offer.answer_by,
        discreet=discreet, language=referral.person.language,
    )  # fmt: skip
    where = offer.service.locations.first()
    return _to_person(
        referral, "place_offer", offer.pk, link=link, starts_at=offer.starts_at, until=offer.answer_by,
        useless_after=offer.answer_by, place=str(where or ""),
    )  # fmt: skip


def passed_on(offer: Offer) -> bool:
    """Nobody answered in time: the place went on, their turn did not."""
    later = timezone.now() + timedelta(days=3)
    return _to_person(offer.referral, "place_missed", offer.pk, starts_at=offer.starts_at, useless_after=later)


def _to_person(referral: Referral, kind: str, about: object, *, link: Link | None = None, useless_after: object = None,
               **context: object) -> bool:  # fmt: skip
    """By each way that is safe; whether anything was queued. Where none is, somebody rings."""
    if referral.state not in OPEN or not telling.can_write_to(referral):
        return False
    full = referral.agreed_to(Purpose.FULL_MESSAGES)
    named = {**context, "place": context.get("place", "") if full else ""}
    outgoing.to_person(
        referral, kind, about, ways=going.ways(referral.person), context=named, full=bool(named["place"]), link=link,
        useless_after=useless_after,
    )  # fmt: skip
    return True


def coming_up(register: list[Occasion]) -> bool:
    """The day before, to the organiser: who is expected stands behind the link; it prints, and it can call it off."""
    named = [one for one in register if _may_be_named(one)]
    if not named or not named[0].service.contact_email:
        return False
    first, service, referral = named[0], named[0].service, named[0].referral
    until = first.ends_at + timedelta(hours=telling.ORGANISER_HOURS)
    scope = [key for one in named for key in (one.referral_id, one.pk)]
    outgoing.to_organiser(
        referral, service, "coming_up", f"coming_up:{first.register_id}", context={"starts_at": first.starts_at},
        link=links.mint("register", first.register_id, scope, until), useless_after=first.starts_at,
    )  # fmt: skip
    return True


def _may_be_named(occasion: Occasion) -> bool:
    referral = occasion.referral
    return referral.state in OPEN and not referral.person.restricted and referral.agreed_to(Purpose.CONTACT)


def not_coming(occasion: Occasion) -> None:
    """To the organiser, who looks out for somebody who cannot come that day. Without a name: they know whom."""
    service, referral = occasion.service, occasion.referral
    if occasion.generated or not service.contact_email or referral.person.restricted:
        return
    if not referral.agreed_to(Purpose.CONTACT):
        return
    outgoing.to_organiser(
        referral, service, "not_coming", f"not_coming:{occasion.pk}", context={"starts_at": occasion.starts_at},
        useless_after=occasion.starts_at,
    )  # fmt: skip
