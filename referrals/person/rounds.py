"""Who is round somebody, and what to keep in mind: rows that are added, and ended, and never taken away."""

import uuid
from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from connect.people.models import User
from referrals.models import Marker, Referral, Relation
from referrals.states import Known


@transaction.atomic
def add_relation(referral: Referral, *, by: User, made: Mapping[str, object], **fields: object) -> Relation:
    """Somebody at home, a carer, family: with what the person agreed to about them, and what they did themselves."""
    agreed = fields.get("their_yes") in (Known.YES, Known.NO)
    told = {"their_yes_on": timezone.localdate(), "their_yes_to": by} if agreed else {}
    return Relation.objects.create(person_id=referral.person_id, made_by=by, **made, **told, **fields)


@transaction.atomic
def answer(referral: Referral, *, pk: uuid.UUID, their_yes: str, may_speak: str, by: User) -> None:
    """What they say themselves about our keeping their details; a no takes the details away."""
    told = {"their_yes": their_yes, "may_speak": may_speak}
    told |= {"their_yes_on": timezone.localdate(), "their_yes_to": by}
    if their_yes == Known.NO:
        told |= {"phone": "", "needs": ""}
    Relation.objects.filter(pk=pk, person_id=referral.person_id, ended_at=None).update(**told)


@transaction.atomic
def end_relation(referral: Referral, *, pk: uuid.UUID) -> None:
    Relation.objects.filter(pk=pk, person_id=referral.person_id, ended_at=None).update(ended_at=timezone.now())


@transaction.atomic
def add_marker(referral: Referral, *, by: User, made: Mapping[str, object], **fields: object) -> Marker:
    return Marker.objects.create(person_id=referral.person_id, made_by=by, **made, **fields)


@transaction.atomic
def end_marker(referral: Referral, *, pk: uuid.UUID, by: User) -> None:
    """It no longer holds; who said so stays."""
    rows = Marker.objects.filter(pk=pk, person_id=referral.person_id, ended_at=None)
    rows.update(ended_at=timezone.now(), ended_by=by)
