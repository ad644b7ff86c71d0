"""Whose number a text came from, and which question of ours it can answer. Read as a job; nothing is written here."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Func, QuerySet, TextField, Value
from django.utils import timezone

from connect.identity import acting_as, reading_as
from connect.messaging.inbound.providers import plain
from connect.messaging.models import Link, Message
from connect.messaging.states import Channel, State
from referrals.models import Person, Referral, Whereabouts
from referrals.states import OPEN

LAST_DIGITS = 10  # of a phone number: +44 7700 900126 and 07700 900 126 are one
LEFT = (State.SENT, State.SENDING, State.UNRESOLVED)  # they may have it


@dataclass(frozen=True)
class Known:
    """Everything we have of whoever uses a number, newest first, and whether that is more than one person."""

    referrals: list[Referral]

    @property
    def people(self) -> set[tuple[str, str]]:
        """Rows with one name and one number are one person who was referred twice."""
        names = ((one.person.given_name, one.person.family_name) for one in self.referrals)
        return {(given.casefold(), family.casefold()) for given, family in names}

    @property
    def restricted(self) -> list[Referral]:
        return [one for one in self.referrals if one.person.restricted]

    @property
    def is_shared(self) -> bool:
        return len(self.people) > 1

    @property
    def latest(self) -> Referral:
        return max(self.referrals, key=lambda one: (one.state in OPEN, one.submitted_at))


def of_person(person_id: UUID) -> list[Referral]:
    """Everything we have of one person, also where they were referred twice with one name and one number."""
    with reading_as("reminders"):
        person = Person.objects.get(pk=person_id)
        rows = Referral.objects.filter(person=person).select_related("person", "team__organisation", "connector")
        mine = list(rows.prefetch_related("consents"))
    twins = of_number(plain(person.phone)).referrals if person.phone else []
    name = (person.given_name.casefold(), person.family_name.casefold())
    same = [one for one in twins if (one.person.given_name.casefold(), one.person.family_name.casefold()) == name]
    return list({one.pk: one for one in (*mine, *same)}.values())


def of_number(number: str) -> Known:
    with reading_as("reminders"):
        keys = {*_people(number).values_list("pk", flat=True), *_hidden(number)}
        rows = Referral.objects.filter(person__in=keys).select_related("person", "team__organisation", "connector")
        return Known(list(rows.prefetch_related("consents").order_by("-submitted_at")))


def _people(number: str) -> QuerySet[Person]:
    text = TextField()
    digits = Func("phone", Value(r"\D"), Value(""), Value("g"), function="regexp_replace", output_field=text)
    last = Func(digits, Value(LAST_DIGITS), function="right", output_field=text)
    found = Person.objects.exclude(phone="").annotate(last=last)
    return found.filter(last=number[-LAST_DIGITS:]) if len(number) >= LAST_DIGITS else found.none()


def _hidden(number: str) -> set[UUID]:
    """Numbers of people who must not be found stand sealed: they are opened one after the other. There are few."""
    hidden = list(Person.objects.filter(restricted=True).values_list("pk", flat=True))
    with acting_as("guarding", scope=hidden):
        rows = Whereabouts.objects.filter(person__in=hidden)
        return {one.person_id for one in rows if one.phone and plain(one.phone) == number}


@dataclass(frozen=True)
class Question:
    """What we asked of that number last about one session, by the link that answers it."""

    link: Link
    how: bool  # "how was it?"; otherwise "did you go?"


def questions_to(known: Known) -> list[Question]:
    """The sessions they were asked about by text and whose link still works, each with the last thing we asked."""
    people = {one.person_id for one in known.referrals}
    with reading_as("reminders"):
        asked = Message.objects.filter(
            channel=Channel.SMS, recipient_key__in=people, state__in=LEFT, link__purpose="attendance",
            link__revoked_at=None, link__expires_at__gt=timezone.now(),
        )  # fmt: skip
        last = {one.link.subject: one for one in asked.select_related("link").order_by("created_at")}
    return [Question(one.link, one.template.startswith("how_was_it")) for one in last.values()]
