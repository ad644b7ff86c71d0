"""A worker from elsewhere is asked in, or asks and is answered; and who leads. The person's own yes comes first."""

import hashlib
import uuid
from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils import timezone

from connect.identity import acting_as, in_person
from connect.people.models import Membership, User
from referrals import actions, refusals
from referrals.models import Happened, Partner, Referral
from referrals.person import consenting, consents
from referrals.person.states import Decision
from referrals.states import HELD, Purpose
from referrals.together import ending, notices
from referrals.together.states import Over

JOB = "round"


class InAlready(refusals.ReferralError):
    """They work with this person already, by a row of their own or because the referral is theirs."""


@transaction.atomic
def ask_in(
    referral: Referral,
    *,
    partner: Membership,
    why: str,
    level: str,
    until: date,
    agreed: bool,
    by: User,
    made: Mapping[str, object],
) -> Partner:
    """From now until that day this worker sees the person's page at this level. `agreed` is the person's yes to them.

    Whoever asked for it themselves meanwhile is answered with yes. Raises NotAgreed, NotNamed or InAlready.
    """
    referral = actions.held(referral)
    _may_be_asked(referral, partner.user)
    place = Partner.objects.filter(referral=referral, user=partner.user, ended_at=None).first()
    if place and place.is_live:
        raise InAlready
    if place and place.yes:  # its day is past
        ending.end(Partner.objects.filter(pk=place.pk), why=Over.NOT_NEEDED, by=by, silently=True)
    elif place:
        return agree(place, level=level, until=until, agreed=agreed, by=by)
    name = recipient(partner)
    said = _yes(referral, name, level, until, agreed=agreed, by=by)
    place = Partner.objects.create(
        referral=referral, reference=referral.reference, user=partner.user, organisation_id=partner.organisation_id,
        recipient=name, why=why, asked_by=by, **said, **made,
    )  # fmt: skip
    notices.asked_in(place, referral)
    return place


def recipient(partner: Membership) -> str:
    """As the person's yes names them; as long as a consent can."""
    return f"{partner.user.name}, {partner.organisation.name}"[:100]


def _may_be_asked(referral: Referral, user: User) -> None:
    """Of somebody restricted only whoever is on the list knows: they are named first, on its own page."""
    if referral.named is not None and user.pk not in referral.named:
        raise refusals.NotNamed
    if user.pk == referral.connector_id:
        raise InAlready


def _yes(referral: Referral, name: str, level: str, until: date, *, agreed: bool, by: User) -> dict[str, object]:
    """Their consent, said now or holding from before; and the columns of a yes, which outlasts no consent."""
    answer = consents.latest(referral).get((Purpose.TOGETHER, name))
    if answer is None or not answer.is_given:
        if not agreed or not referral.agreed_to(Purpose.CONTACT):
            raise refusals.NotAgreed
        said = {"purpose": Purpose.TOGETHER, "recipient": name, "decision": Decision.GIVEN}
        answer = consenting.record(referral, **said, by=by)
    actions.happened(referral, kind=Happened.HELD, to="beside", by=by)
    last = min(until, answer.review_on or until)
    return {"yes": True, "decided_by": by, "decided_at": timezone.now(), "level": level, "until": last}


@transaction.atomic
def agree(place: Partner, *, level: str, until: date, agreed: bool, by: User) -> Partner:
    """Yes to one who asked. Two who decide at once: the first counts."""
    referral = actions.held(place.referral)
    _may_be_asked(referral, place.user)
    said = _yes(referral, place.recipient, level, until, agreed=agreed, by=by)
    if not Partner.objects.asked().filter(pk=place.pk).update(**said):
        raise refusals.SomebodyWasFaster
    place.refresh_from_db()
    notices.answered(place)
    return place


@transaction.atomic
def refuse(place: Partner, *, by: User) -> None:
    """No. They hear that there is an answer, and on their page that it was not agreed to; never why."""
    now = timezone.now()
    said = {"yes": False, "decided_by": by, "decided_at": now, "ended_at": now, "ended_by": by}
    if not Partner.objects.asked().filter(pk=place.pk).update(**said, ended_why=Over.REFUSED):
        raise refusals.SomebodyWasFaster
    notices.answered(place)


@transaction.atomic
def take_away(place: Partner, *, why: str, by: User) -> None:
    """From this moment they see nothing. Where the person took it back, that is written down as theirs."""
    referral = actions.held(place.referral)
    if why == Over.TAKEN_BACK:
        _taken_back(referral, place.recipient, by)
    ending.end(Partner.objects.filter(pk=place.pk), why=why, by=by)
    actions.happened(referral, kind=Happened.HELD, to="beside_over", by=by)


def _taken_back(referral: Referral, name: str, by: User) -> None:
    said = {"purpose": Purpose.TOGETHER, "recipient": name, "decision": Decision.WITHDRAWN}
    if consents.latest(referral).get((Purpose.TOGETHER, name)):
        consenting.record(referral, **said, by=by)


@transaction.atomic
def leave(place: Partner, *, by: User) -> None:
    """They say themselves that they are no longer in it."""
    with in_person(by, JOB):
        ending.end(Partner.objects.filter(pk=place.pk, user=by), why=Over.LEFT, by=by, silently=True)


@transaction.atomic
def name_lead(referral: Referral, *, lead: User, by: User) -> None:
    """Whom the person and everybody round them turn to first; whoever holds it, unless somebody else is named."""
    referral = actions.held(referral)
    Referral.objects.filter(pk=referral.pk).update(lead=None if lead.pk == referral.connector_id else lead)
    actions.happened(referral, kind=Happened.HELD, to="lead", by=by)


@transaction.atomic
def ask_for(*, reference: str, why: str, by: User, made: Mapping[str, object]) -> Partner:
    """A worker elsewhere asks by a reference that they know. What comes of it looks the same whatever it means."""
    earlier = Partner.objects.filter(user=by, reference=reference, ended_at=None).first()
    return earlier or _asked(_meant(reference, by), reference, why, by, made)  # asked already, or in it


@transaction.atomic
def ask_others(referral: Referral, *, why: str, by: User) -> None:
    """Whoever else works with this person is asked. Their own list says "asked", whether there is anybody or not."""
    if Partner.objects.filter(user=by, reference=referral.reference, ended_at=None).exists():
        return
    with acting_as("asking_in", key=referral.person_id):
        rows = Referral.objects.filter(person=referral.person_id, state__in=HELD).exclude(pk=referral.pk)
        others = [row for row in rows.exclude(team_id=referral.team_id) if _may_know(row, by)]
    for other in others or [None]:
        if other is None or not Partner.objects.filter(user=by, referral=other.pk, ended_at=None).exists():
            _asked(other, referral.reference, why, by, actions.new_key())


def _meant(reference: str, by: User) -> Referral | None:
    key = uuid.UUID(hashlib.md5(reference.encode(), usedforsecurity=False).hexdigest())
    with acting_as("asking_in", key=key):
        found = Referral.objects.filter(reference=reference, state__in=HELD).first()
    return found if found and _may_know(found, by) else None


def _may_know(referral: Referral, user: User) -> bool:
    return referral.named is None or user.pk in referral.named


def _asked(referral: Referral | None, reference: str, why: str, by: User, made: Mapping[str, object]) -> Partner:
    place = Partner.objects.create(
        referral=referral, reference=reference, user=by, organisation_id=by.acting.organisation_id,
        recipient=recipient(by.acting), why=why, asked_by=by, **made,
    )  # fmt: skip
    if referral:
        notices.asked_for(place, referral)
    return place
