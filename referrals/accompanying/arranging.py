"""The first visit as a task with an owner: begun with an introduction, settled before the day, moved with it."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from connect.people.models import User
from directory.schedule import Session
from referrals.accompanying.models import Accompaniment, FirstVisit
from referrals.accompanying.states import Company, How
from referrals.actions import ReferralError, held, new_key
from referrals.belonging import Connection, Occasion
from referrals.models import Referral
from referrals.states import OPEN


class ChangedMeanwhile(ReferralError):
    """Somebody saved it after this page was drawn; `now` says what stands there."""

    def __init__(self, now: FirstVisit) -> None:
        super().__init__()
        self.now = now


class NotOpen(ReferralError):
    """Nothing more is done for them, so nobody goes along."""


def begin(occasion: Occasion, *, by: User) -> FirstVisit:
    """Somebody sees to it by the day before; the same group twice is one first visit."""
    day_before = timezone.localdate(occasion.starts_at) - timedelta(days=1)
    made = {
        "referral_id": occasion.referral_id,
        "owner_id": occasion.referral.connector_id or by.pk,
        "due_on": max(day_before, timezone.localdate()),
        "changed_by": by,
    }
    found, _new = FirstVisit.objects.get_or_create(connection_id=occasion.connection_id, defaults=made)
    return found


@transaction.atomic
def arrange(first: FirstVisit, *, seen: int, by: User, settled: bool, **said: object) -> FirstVisit:
    """Who goes along, how they get there, which door. `seen` is the version that the page was drawn with."""
    referral = _open(first.referral)
    was = FirstVisit.objects.get(pk=first.pk)
    at = (was.arranged_at or timezone.now()) if settled else None
    said |= _without_strangers(said)
    rows = FirstVisit.objects.filter(pk=first.pk, version=seen)
    if not rows.update(**said, arranged_at=at, changed_by=by, version=F("version") + 1):
        raise ChangedMeanwhile(was)
    first.refresh_from_db()
    goes = first.colleague if first.company == Company.TEAM else None
    still = Accompaniment.objects.filter(connection=first.connection_id, went="", called_off_at=None)
    still.update(colleague=goes, guarded=referral.person.restricted)
    return first


def _without_strangers(said: Mapping[str, object]) -> dict[str, object]:
    """Nothing is kept of somebody who does not go along, nor an address of whoever did not agree to it."""
    company, agreed = said.get("company"), said.get("companion_agreed")
    empty: dict[str, object] = {}
    if company != Company.TEAM:
        empty["colleague"] = None
    if company not in (Company.VOLUNTEER, Company.THEIRS):
        empty |= {"companion": "", "tie": "", "companion_email": "", "companion_agreed": False}
    elif not agreed:
        empty["companion_email"] = ""
    return empty


@transaction.atomic
def taper(first: FirstVisit, *, hows: Mapping[datetime, str], sessions: list[Session], by: User) -> list[Accompaniment]:
    """A step for each coming session: with them, inside, ring afterwards, alone. "" is no plan for that day."""
    _open(first.referral)
    done = [_planned(first, one, hows.get(one.starts_at, ""), by) for one in sessions]
    return [one for one in done if one]


def _planned(first: FirstVisit, session: Session, how: str, by: User) -> Accompaniment | None:
    live = Accompaniment.objects.filter(connection=first.connection_id, starts_at=session.starts_at, called_off_at=None)
    there = live.first()
    if there and there.went:
        return there
    if not how:
        live.update(called_off_at=timezone.now())
        return None
    goes = first.colleague if first.company == Company.TEAM else None
    if there:
        live.update(how=how, colleague=goes)
        return there
    return put_down(first, session.starts_at, session.ends_at, how, by, colleague=goes)


def put_down(
    first: FirstVisit, starts_at: datetime, ends_at: datetime | None, how: str, by: User, **more: object
) -> Accompaniment:
    connection = Connection.objects.select_related("service", "referral__person").get(pk=first.connection_id)
    person = connection.referral.person
    return Accompaniment.objects.create(
        referral_id=first.referral_id, connection=connection, service=connection.service, known_as=person.short_name,
        starts_at=starts_at, ends_at=ends_at or starts_at + timedelta(hours=2), how=how, made_by=by,
        guarded=person.restricted, **new_key(), **more,
    )  # fmt: skip


def moved(connection_id: object, *, was: Occasion, to: Occasion, by: User) -> None:
    """The day was moved: so is what stood there, and by when it is to be settled."""
    first = FirstVisit.objects.filter(connection=connection_id).first()
    if first is None or was.pk == to.pk:
        return
    due_on = max(timezone.localdate(to.starts_at) - timedelta(days=1), timezone.localdate())
    FirstVisit.objects.filter(pk=first.pk).update(due_on=due_on, arranged_at=None, version=F("version") + 1)
    live = Accompaniment.objects.filter(connection=connection_id, called_off_at=None, went="")
    there = live.filter(starts_at=was.starts_at).first()
    if there and not live.filter(starts_at=to.starts_at).exists():
        put_down(first, to.starts_at, to.ends_at, How(there.how), by, colleague=there.colleague)
    live.filter(starts_at=was.starts_at).update(called_off_at=timezone.now())


def at_another_hour(occasion: Occasion, *, was: datetime) -> int:
    """The group meets at another hour that day: whoever goes along is there then; the bus has to be looked up anew."""
    live = Accompaniment.objects.filter(connection=occasion.connection_id, starts_at=was, called_off_at=None, went="")
    changed = live.update(starts_at=occasion.starts_at, ends_at=occasion.ends_at)
    if changed:
        first = FirstVisit.objects.filter(connection=occasion.connection_id)
        first.update(arranged_at=None, version=F("version") + 1)
    return changed


def _open(referral: Referral) -> Referral:
    now = held(referral)
    if now.state not in OPEN:
        raise NotOpen
    return now
