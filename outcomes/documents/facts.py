"""All that a document is made of, read once: the same number of questions for everybody."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils import timezone

from connect.people.models import Tenant
from outcomes.documents.models import FirstAnswers
from outcomes.measuring import comparing
from outcomes.measuring.models import Reading
from referrals.belonging import Connection
from referrals.caseload import wants
from referrals.models import Marker, Particulars, Referral, Relation
from referrals.states import Known


@dataclass
class Facts:
    """`readings` are read only where scores may be told."""

    referral: Referral
    first: FirstAnswers
    particulars: Particulars
    relations: list[Relation]
    markers: list[Marker]
    connections: list[Connection]
    readings: list[Reading]
    needs: list[str]
    tenant: Tenant
    made_at: object = field(default_factory=timezone.now)


def of(referral: Referral, *, scores: bool) -> Facts:
    person = referral.person
    return Facts(
        referral=referral,
        first=FirstAnswers.objects.filter(referral=referral).first() or FirstAnswers(referral=referral),
        particulars=Particulars.objects.filter(person=person).first() or Particulars(person=person),
        relations=list(person.relations.filter(ended_at=None, their_yes=Known.YES)),
        markers=list(person.markers.filter(ended_at=None)),
        connections=list(referral.connections.select_related("service").order_by("made_at")),
        readings=_readings(referral.readings.all()) if scores else [],
        needs=[wants.names().get(code, code) for code in referral.wants] if referral.wants else [],
        tenant=Tenant.current(),
    )


def _readings(rows: Iterable[Reading]) -> list[Reading]:
    return sorted(comparing.standing(rows), key=lambda row: (row.instrument, row.taken_on))
