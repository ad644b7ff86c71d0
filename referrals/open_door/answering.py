"""Knocks are answered here, moments later and out of sight of whoever knocked: a code, a letter, or nothing at all."""

import logging
import uuid
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Func, QuerySet, TextField, Value
from django.utils import timezone
from django.utils.crypto import salted_hmac

from connect.identity import acting_as
from connect.messaging import hours, links, messages
from connect.messaging.models import Link, Message
from connect.people.models import Organisation
from referrals.models import Outsider, Person, Referral
from referrals.open_door.models import For, Knock
from referrals.states import OPEN, Purpose

log = logging.getLogger(__name__)
CODE_MINUTES, LETTER_HOURS = 10, 24
A_DAY = timedelta(days=1)
MOST_A_DAY = 3  # to one person, however often somebody knocks in their name
LAST_DIGITS = 10  # of a phone number: +44 7700 900126 and 07700 900 126 are one
AT_ONCE = 200


def answer_due() -> int:
    """Answer what was asked, one knock a transaction; returns how many."""
    return sum(_once(pk) for pk in Knock.objects.unanswered().values_list("pk", flat=True)[:AT_ONCE])


def forget_old() -> int:
    """Knocks of yesterday are of no use to anybody."""
    return Knock.objects.filter(asked_at__lt=timezone.now() - A_DAY).delete()[0]


def _once(pk: uuid.UUID) -> bool:
    try:
        with transaction.atomic():
            rows = Knock.objects.unanswered().filter(pk=pk).select_for_update(skip_locked=True, no_key=True)
            if not (found := rows.first()):
                return False
            return _answered(pk, {For.OWN_PAGE: _code, For.LETTER: _letter}[For(found.what)](found))
    except Exception as error:  # asked again, it would fail again, every few seconds
        log.error("knock %s could not be answered: %s", pk, type(error).__qualname__)
        return _answered(pk, None)


def _answered(pk: uuid.UUID, link: Link | None) -> bool:
    values = {"answered_at": timezone.now(), "to": "", "first_name": "", "link": link}
    return Knock.objects.filter(pk=pk).update(**values) == 1


# ---------- a code to the person ----------


def _code(knock: Knock) -> Link | None:
    """Sent only where they said that a message is safe, and while they say that we may write at all."""
    until = knock.asked_at + timedelta(minutes=CODE_MINUTES)
    referral = _about(knock)
    if referral is None or until <= timezone.now() or not _may_leave_now() or _had_codes(referral.person):
        return None
    person = referral.person
    channel, to = next(way for way in person.safe_ways() if _is_for(knock.to, way))
    link = links.mint("own_code", person.pk, [referral.pk, person.pk], until, language=person.language)
    messages.queue(
        recipient_key=person.pk,
        cause=f"own_code:{knock.pk}",
        channel=channel,
        to=to,
        template="own_code",
        context={},
        language=person.language,
        about_id=referral.pk,
        link=link,
        useless_after=until,
    )
    return link


def _had_codes(person: Person) -> bool:
    """Counted by the number or address, whoever asks and for however many who share it."""
    ways = [way for way in (person.phone, person.email) if way]
    sent = Message.objects.filter(template="own_code", to__in=ways, created_at__gt=timezone.now() - A_DAY)
    return sent.count() >= MOST_A_DAY


def _may_leave_now() -> bool:
    return not settings.QUIET_HOURS or hours.allowed(timezone.now())


def _about(knock: Knock) -> Referral | None:
    """The referral of whoever has that address, if it is one person. Of several, their first name tells which."""
    people = [person for person in _people(knock.to) if any(_is_for(knock.to, way) for way in person.safe_ways())]
    if not _is_one(people):
        people = [person for person in people if _is_called(person, knock.first_name)]
    if not people or not _is_one(people):
        return None
    found = [referral for referral in _referrals(people) if referral.agreed_to(Purpose.CONTACT)]
    return next((one for one in found if one.state in OPEN), next(iter(found), None))


def _is_one(people: list[Person]) -> bool:
    """Rows with one name and one address are taken for one person who asked twice; a last name may be missing."""
    given = {person.given_name.casefold() for person in people}
    family = {person.family_name.casefold() for person in people} - {""}
    return len(given) <= 1 and len(family) <= 1


def _is_for(to: str, way: tuple[str, str]) -> bool:
    """Asked for by e-mail it goes by e-mail, if that is safe, and never by the way that is not."""
    return (way[0] == "email") == ("@" in to)


def _people(to: str) -> QuerySet[Person]:
    if "@" in to:
        return Person.objects.filter(email__iexact=to)
    text = TextField()
    digits = Func("phone", Value(r"\D"), Value(""), Value("g"), function="regexp_replace", output_field=text)
    last = Func(digits, Value(LAST_DIGITS), function="right", output_field=text)
    return Person.objects.annotate(last=last).filter(last=to[-LAST_DIGITS:])


def _is_called(person: Person, first_name: str) -> bool:
    said = first_name.strip().casefold()
    return said in {person.given_name.casefold(), person.known_as.casefold()} - {""}


def _referrals(people: list[Person]) -> QuerySet[Referral]:
    rows = Referral.objects.filter(person__in=people).select_related("person").prefetch_related("consents")
    return rows.order_by("-submitted_at")


# ---------- a letter to a worker ----------


def _letter(knock: Knock) -> Link | None:
    """To an address at one of the organisations on the list; it opens the form, and shows what they asked before."""
    organisation = _organisation(knock.to)
    key = outsider_key(knock.to)
    if organisation is None or _had_letters(key):
        return None
    with acting_as("front_door", scope=[key]):
        new = Outsider(id=key, name="", email=knock.to, organisation=organisation)
        Outsider.objects.bulk_create([new], ignore_conflicts=True)
    before = Referral.objects.filter(outsider=key).values_list("pk", flat=True)
    link = links.mint("outside", key, [key, *before], timezone.now() + timedelta(hours=LETTER_HOURS))
    messages.queue(
        recipient_key=key,
        cause=f"letter:{knock.pk}",
        channel="email",
        to=knock.to,
        template="outside_letter",
        context={},
        about_id=key,
        link=link,
        useless_after=link.expires_at,
    )
    return link


def _organisation(email: str) -> Organisation | None:
    domain = email.rpartition("@")[2]
    return Organisation.objects.filter(email_domains__contains=[domain]).order_by("name").first()


def outsider_key(email: str) -> uuid.UUID:
    """One row an address, found without reading the others; the key gives the address to nobody."""
    digest = salted_hmac("referrals.open_door.outsider", email.strip().lower(), algorithm="sha256").digest()
    return uuid.UUID(bytes=digest[:16], version=4)


def _had_letters(key: uuid.UUID) -> bool:
    sent = Link.objects.filter(purpose="outside", subject=key, created_at__gt=timezone.now() - A_DAY)
    return sent.count() >= MOST_A_DAY
