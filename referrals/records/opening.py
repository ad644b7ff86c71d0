"""Opening one person's record: for a reason, for an hour; a broken glass is told to the lead and to data protection."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Concat, Trim
from django.urls import reverse
from django.utils import timezone

from connect.audit.actions import rights_changed
from connect.identity import acting_as, in_person, reading_as
from connect.messaging import messages
from connect.people.access import opened_scope
from connect.people.models import Membership, User
from connect.people.roles import Role
from referrals.models import Person, Referral
from referrals.records.models import Opening
from referrals.records.states import OPEN_FOR

MOST_FOUND = 20
_SPACE = Value(" ")


def found(asked: str, *, glass: bool, by: User) -> list[Referral]:
    """Whose record is meant: by reference, number or address exactly, or by the whole name.

    Somebody restricted is found by reference alone, and only where the glass is to be broken.
    """
    reaches = glass and opened_scope(by.acting.role, "RESTRICTED_PERSON", glass=True) is not None
    with reading_as("reminders"):
        rows = Referral.objects.select_related("person", "team").order_by("-submitted_at")
        named = rows.annotate(whole=Trim(Concat("person__given_name", _SPACE, "person__family_name")))
        by_person = Q(whole__iexact=asked) | Q(person__phone=asked) | Q(person__email__iexact=asked)
        known = Q(reference__iexact=asked) if reaches else Q(reference__iexact=asked, named=None)
        return _one_each(named.filter(known | (by_person & Q(named=None)))[: MOST_FOUND * 3])


def _one_each(rows: QuerySet[Referral]) -> list[Referral]:
    """The last referral of each person."""
    first: dict[UUID, Referral] = {}
    for row in rows:
        first.setdefault(row.person_id, row)
    return list(first.values())[:MOST_FOUND]


@transaction.atomic
def begin(referral: Referral, *, why: str, words: str, glass: bool, by: User, made: Mapping[str, object]) -> Opening:
    """`referral` was found for them; the row is what the database asks for at every page."""
    now = timezone.now()
    said = {"why": why, "words": words, "glass": glass, "opened_at": now, "until": now + OPEN_FOR}
    opening = Opening.objects.create(person_key=referral.person_id, by=by, role=by.acting.role, **said, **made)
    rights_changed(what="record opened", about=referral.person_id, by=by, detail=f"{why}{' glass' if glass else ''}")
    if glass:
        _tell(opening, referral.person_id)
    return opening


def _tell(opening: Opening, person: UUID) -> None:
    """The leads of every team that knows them, and the others who answer for what is kept."""
    with acting_as("reminders"):
        theirs = list(Referral.objects.filter(person=person).values_list("team", "reference"))
        wanted = Q(role=Role.TL, team__in=[team for team, _reference in theirs]) | Q(role=Role.DPO)
        members = Membership.objects.current().filter(wanted).exclude(user=opening.by).select_related("user")
        for user in {one.user for one in members}:
            messages.queue(
                recipient_key=user.pk, cause=f"record_opened:{opening.pk}", channel="email", to=user.email,
                template="record_opened", about_id=None,
                context={"name": user.first_name, "reference": theirs[0][1], "who": opening.by.name,
                         "why": opening.get_why_display(), "address": settings.SITE_URL + reverse("running")},
            )  # fmt: skip


@transaction.atomic
def close(opening: Opening) -> None:
    Opening.objects.filter(pk=opening.pk, closed_at=None).update(closed_at=timezone.now())


@contextmanager
def inside(opening: Opening, user: User) -> Iterator[Person | None]:
    """What is asked in here is asked as the reader of this one record; nobody, once the hour is over."""
    with in_person(user, "opened", key=opening.pk):
        yield Person.objects.filter(pk=opening.person_key).first()


def shows(user: User, opening: Opening, thing: str) -> bool:
    """What the matrix gives this reader once a record is open, and what only a broken glass adds."""
    return opened_scope(user.acting.role, thing, glass=opening.glass) is not None
