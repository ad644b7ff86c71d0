"""Writing down what was asked at first contact; and a request for a copy, from the asking to the giving."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db import IntegrityError, transaction
from django.utils import timezone

from connect.messaging import hours
from connect.people.models import User
from outcomes.documents.models import AccessRequest, FirstAnswers
from outcomes.documents.states import CameBy, Gender, Practice, Risks
from referrals.actions import held
from referrals.models import Referral
from referrals.person import particulars
from referrals.refusals import ReferralError

OF_PERSON = ("family_name", "date_of_birth")
OF_FIRST = (
    "practice", "practice_name", "practice_code", "nhs_number", "gender", "gender_words", "risks", "risks_words",
    "matters",
)  # fmt: skip
MONTHS, LONGER = 1, 3


class BothChanged(ReferralError):
    """A colleague wrote down something else meanwhile; nothing has been saved. `names` says which answers."""

    def __init__(self, names: list[str]):
        self.names = names
        super().__init__()


class AskedAlready(ReferralError):
    """A copy is on its way already."""


class NotReady(ReferralError):
    """It was given, called off, or is not prepared."""


def now(referral: Referral) -> dict[str, object]:
    """Every answer as it stands."""
    first = FirstAnswers.objects.filter(referral=referral).first() or FirstAnswers(referral=referral)
    of_person = {name: getattr(referral.person, name) for name in OF_PERSON}
    return of_person | {name: getattr(first, name) for name in OF_FIRST}


@transaction.atomic
def save_first(referral: Referral, *, typed: Mapping[str, object], seen: str, by: User) -> None:
    """What was typed now, where nobody else changed the same meanwhile. Raises BothChanged."""
    row = held(referral)
    was, current = particulars.read_seal(seen), now(row)
    mine = {name: value for name, value in typed.items() if particulars.digest(name, value) != was.get(name)}
    differs = [
        name for name, value in mine.items()
        if particulars.digest(name, current[name]) not in (was.get(name), particulars.digest(name, value))
    ]  # fmt: skip
    if differs:
        raise BothChanged(differs)
    if of_first := {name: value for name, value in mine.items() if name in OF_FIRST}:
        stamped = _settled(current | of_first) | {"changed_by": by, "changed_at": timezone.now()}
        FirstAnswers.objects.update_or_create(referral=row, defaults=stamped)
    if of_person := {name: value for name, value in mine.items() if name in OF_PERSON}:
        particulars.save(row, typed=of_person, seen=particulars.seal_of(particulars.now(row)), by=by)


def _settled(said: Mapping[str, object]) -> dict[str, object]:
    """Words that belong to an answer that was changed go with it."""
    kept = {name: said[name] for name in OF_FIRST}
    if kept["practice"] != Practice.REGISTERED:
        kept |= {"practice_name": "", "practice_code": ""}
    if kept["gender"] != Gender.OTHER:
        kept["gender_words"] = ""
    if kept["risks"] != Risks.SOME:
        kept["risks_words"] = ""
    return kept


@transaction.atomic
def ask_copy(
    referral: Referral,
    *,
    came_by: str,
    made: Mapping[str, object],
    by: User | None,
    asked_on: date | None = None,
) -> AccessRequest:
    """The clock begins the day they asked. Asked again while one is on its way, it is the same one."""
    on = asked_on or timezone.localdate()
    nation = referral.team.organisation.nation
    row = AccessRequest(
        referral=referral, person_key=referral.person_id, team_id=referral.team_id, reference=referral.reference,
        came_by=came_by, asked_on=on, noted_by=by, due_on=due(on, MONTHS, nation), **made,
    )  # fmt: skip
    try:
        with transaction.atomic():
            AccessRequest.objects.bulk_create([row])
    except IntegrityError as error:
        raise AskedAlready from error
    return row


def due(asked_on: date, months: int, nation: str) -> date:
    """The same day of a later month, or its last; and if nobody works then, the next day that somebody does."""
    day = asked_on + relativedelta(months=months)
    return hours.add_working_days(day - hours.ONE_DAY, 1, nation)


def take_longer(row: AccessRequest, *, why: str, nation: str, by: User) -> None:
    """Once, and not after the month is over."""
    waiting = AccessRequest.objects.waiting().filter(pk=row.pk, longer_why="", due_on__gte=timezone.localdate())
    if not waiting.update(longer_why=why, due_on=due(row.asked_on, LONGER, nation)):
        raise NotReady


def prepare(row: AccessRequest, *, known_by: str, withheld: list[str], by: User) -> None:
    said = {"known_by": known_by, "withheld": sorted(withheld), "prepared_at": timezone.now(), "prepared_by": by}
    if not AccessRequest.objects.waiting().filter(pk=row.pk).update(**said):
        raise NotReady


def give(row: AccessRequest, *, by: User) -> None:
    """It has been handed over: the clock stops."""
    ready = AccessRequest.objects.waiting().filter(pk=row.pk).exclude(prepared_at=None)
    if not ready.update(given_at=timezone.now(), given_by=by):
        raise NotReady


def call_off(row: AccessRequest, *, by: User) -> None:
    if not AccessRequest.objects.waiting().filter(pk=row.pk).update(called_off_at=timezone.now()):
        raise NotReady


def own_copy(referral: Referral, *, key: UUID) -> AccessRequest:
    """By the person, on their own page. Pressed twice, asked once."""
    return ask_copy(referral, came_by=CameBy.OWN_PAGE, by=None, made={"key": key, "content_hash": "", "made_in": ""})
