"""Who may be the same person, and why one would think so: reasons in words, never a number shown."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F, Func, Q, QuerySet, Value
from django.db.models.functions import Lower, Replace, Right
from django.utils.translation import gettext_lazy as _

from connect.identity import reading_as
from connect.people.models import User
from referrals.alike import names
from referrals.alike.models import Apart
from referrals.models import Person, Referral
from referrals.states import OPEN

LAST_DIGITS = 9  # 07700 900126 and +44 7700 900126 are one number
ENOUGH = 4
MOST = 5
# What speaks for it and how much, and what speaks against it. Only the words are ever shown.
WEIGHT = {"phone": 3, "email": 3, "birth": 3, "first_name": 1, "last_name": 2, "postcode": 1,
          "other_first_name": -6, "other_last_name": -1, "other_birth": -3}  # fmt: skip
WORDS = {
    "phone": _("the same phone number"),
    "email": _("the same e-mail"),
    "birth": _("the same date of birth"),
    "first_name": _("first names that are alike"),
    "last_name": _("last names that are alike"),
    "postcode": _("the same postcode"),
    "other_first_name": _("but another first name"),
    "other_last_name": _("but another last name"),
    "other_birth": _("but another date of birth"),
}


@dataclass(frozen=True)
class Facts:
    """What two people are compared by."""

    pk: UUID
    first: frozenset[str]  # given name, and the one they like
    last: str
    phone: str
    email: str
    postcode: str
    birth: date | None

    @classmethod
    def of(cls, person: Person) -> "Facts":
        return cls(
            pk=person.pk,
            first=frozenset(filter(None, (person.given_name, person.known_as))),
            last=person.family_name,
            phone=digits(person.phone),
            email=person.email.strip().casefold(),
            postcode=person.postcode.replace(" ", "").upper(),
            birth=person.date_of_birth,
        )


@dataclass(frozen=True)
class Alike:
    """Somebody who may be the same person. `referral` is None where the reader may not see theirs."""

    person_id: UUID
    reasons: tuple[str, ...]
    referral: Referral | None
    with_whom: str  # the connector's name; "" while nobody has accepted them
    is_open: bool
    is_older: bool  # known to us for longer than the one who is asked about

    @property
    def because(self) -> list[str]:
        return [str(WORDS[reason]) for reason in self.reasons]


def digits(phone: str) -> str:
    return re.sub(r"\D", "", phone)[-LAST_DIGITS:]


def reasons(one: Facts, other: Facts) -> list[str]:
    """What speaks for and against these two being one, the strongest first."""
    found = [name for name in ("phone", "email", "birth", "postcode") if getattr(one, name) and _same(one, other, name)]
    if one.birth and other.birth and one.birth != other.birth and not _turned_about(one.birth, other.birth):
        found.append("other_birth")
    if any(names.alike(a, b) for a in one.first for b in other.first):
        found.append("first_name")
    else:
        found.append("other_first_name")
    if one.last and other.last:
        found.append("last_name" if names.alike(one.last, other.last) else "other_last_name")
    return sorted(found, key=lambda name: -WEIGHT[name])


def _same(one: Facts, other: Facts, name: str) -> bool:
    return getattr(one, name) == getattr(other, name) or (
        name == "birth" and other.birth is not None and _turned_about(one.birth, other.birth)
    )


def _turned_about(a: date, b: date) -> bool:
    """Day and month in the American order."""
    return (a.year, a.month, a.day) == (b.year, b.day, b.month)


def is_enough(found: Iterable[str]) -> bool:
    return _weight(found) >= ENOUGH


def likely(referral: Referral, user: User) -> list[Alike]:
    """Those of the same team who may be this very person: for whoever works with the person, and for the lead.

    Looks as a job of its own, which sees one team and nobody restricted. Of somebody whom the reader may not see it
    hands on why one would think so, and whose they are: nothing the reader does not know already.
    """
    return likely_and_earlier(referral, user)[0]


def likely_and_earlier(referral: Referral, user: User) -> tuple[list[Alike], list["Earlier"]]:
    """Both that a person's page shows, looked up together; `earlier` are their own other referrals to this team."""
    mine = Facts.of(referral.person)
    own = Q(person=referral.person_id)
    seen = list(_rows(Referral.objects.visible_to(user), referral, _in_common(mine) | own))
    theirs = {row.person_id: row for row in seen if row.person_id != referral.person_id}
    with reading_as("alike", scope=[referral.team_id]):
        rows = _rows(Referral.objects.filter(person__restricted=False).exclude(own), referral, _in_common(mine))
        close = _close(({row.person_id: row for row in rows} | theirs).values(), mine)
        apart = _apart(referral.person_id) if close else set()
        before = list(_earlier(referral))
    close = [one for one in close if one[1].person_id not in apart][:MOST]
    alike = [_alike(why, row, referral, row.person_id in theirs) for why, row in close]
    return alike, _told(before, {row.pk for row in seen})


def _rows(rows: QuerySet[Referral], referral: Referral, wanted: Q) -> QuerySet[Referral]:
    """In this team, the newest last, so that it is the one that stays of each person."""
    rows = rows.filter(team=referral.team_id).annotate(**COMPARED).filter(wanted)
    return rows.select_related("person", "connector").order_by("submitted_at")


def _close(rows: Iterable[Referral], mine: Facts) -> list[tuple[list[str], Referral]]:
    """(why, row), the likeliest first."""
    found = [(reasons(mine, Facts.of(row.person)), row) for row in rows]
    return sorted((one for one in found if is_enough(one[0])), key=lambda one: -_weight(one[0]))


# Kept as people typed them, compared without what they differ in.
COMPARED = {
    "bare_phone": Right(
        Func(F("person__phone"), Value(r"\D"), Value(""), Value("g"), function="regexp_replace"), LAST_DIGITS
    ),
    "bare_email": Lower("person__email"),
    "bare_postcode": Replace(F("person__postcode"), Value(" ")),
}


def _in_common(mine: Facts) -> Q:
    """Nobody is alike by name alone, so that only those are read who share something else."""
    shared = {
        "bare_phone": mine.phone, "bare_email": mine.email, "bare_postcode": mine.postcode,
        "person__date_of_birth__in": [mine.birth, _american(mine.birth)] if mine.birth else None,
    }  # fmt: skip
    asked = [Q(**{name: value}) for name, value in shared.items() if value]
    return Q(*asked, _connector=Q.OR) if asked else Q(pk=None)


def _american(day: date) -> date:
    return day.replace(month=day.day, day=day.month) if day.day <= 12 else day


def _apart(person_id: UUID) -> set[UUID]:
    """Of whom somebody has said that they are not this person."""
    pairs = Apart.objects.filter(Q(one=person_id) | Q(other=person_id)).values_list("one_id", "other_id")
    return {pk for pair in pairs for pk in pair} - {person_id}


def _weight(found: Iterable[str]) -> int:
    return sum(WEIGHT[name] for name in found)


def _alike(why: list[str], row: Referral, referral: Referral, is_seen: bool) -> Alike:
    return Alike(
        person_id=row.person_id,
        reasons=tuple(why),
        referral=row if is_seen else None,
        with_whom=row.connector.name if row.connector else "",
        is_open=row.state in OPEN,
        is_older=row.person.created_at < referral.person.created_at,
    )


@dataclass(frozen=True)
class Earlier:
    """That they were here before: as much as somebody who works with them now should know."""

    reference: str
    submitted_at: datetime
    state: str
    closed_at: datetime | None
    why: str
    connector: str
    pk: UUID | None  # where the reader may open it


def earlier(referral: Referral, user: User) -> list[Earlier]:
    """The other referrals of this person to the same team, the newest first: somebody may come back years later."""
    return likely_and_earlier(referral, user)[1]


def _earlier(referral: Referral) -> QuerySet[Referral]:
    rows = Referral.objects.filter(person=referral.person_id, team=referral.team_id, named=None)
    return rows.exclude(pk=referral.pk).select_related("connector").order_by("-submitted_at")[:20]


def _told(rows: list[Referral], may_open: set[UUID]) -> list[Earlier]:
    return [
        Earlier(
            reference=row.reference,
            submitted_at=row.submitted_at,
            state=row.get_state_display(),
            closed_at=row.closed_at,
            why=row.get_closed_why_display() if row.closed_why else "",
            connector=row.connector.name if row.connector else "",
            pk=row.pk if row.pk in may_open else None,
        )
        for row in rows
    ]
