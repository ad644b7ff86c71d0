"""Who goes on attending is expected again; and what a timetable changed is moved or called off. Swept.

One source: the listing's own timetable, with its exceptions, terms, bank holidays and the days it is shut. An occasion
remembers the moment its timetable gave it (`planned_at`); what was agreed by hand is moved by nobody here.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice, takewhile
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Prefetch, Q, prefetch_related_objects
from django.utils import timezone

from connect.messaging import hours
from connect.messaging.models import Link
from connect.one_by_one import one_by_one
from directory import schedule
from directory.models import Service
from directory.recurrence import Here
from directory.schedule import Session
from referrals.accompanying import arranging
from referrals.actions import held, owe
from referrals.belonging import Connection, Occasion
from referrals.sessions import actions, writing
from referrals.sessions.models import SessionOff, Wait
from referrals.sessions.states import CalledOff
from referrals.states import Answer, Next, State, Step

AHEAD = timedelta(days=14)  # reminders need two; a connector likes to see the next fortnight
BACK = timedelta(days=60)
ENOUGH = 60  # sessions of one listing that are looked at: daily, for two months
FULL = ("connection", "service", "referral__person", "referral__connector", "referral__team__organisation")


@dataclass(frozen=True)
class Coming:
    """A listing with the sessions its timetable gives, as far ahead as anybody is expected."""

    service: Service
    sessions: Sequence[Session]

    @classmethod
    def of(cls, service: Service, now: datetime, until: datetime, here: Here) -> "Coming":
        found = islice(schedule.coming_sessions(service, now, here), ENOUGH)
        first = list(islice(found, 1))
        return cls(service, first + list(takewhile(lambda one: one.starts_at <= until, found)))

    def soon(self, now: datetime) -> Sequence[Session]:
        return [one for one in self.sessions if one.starts_at <= now + AHEAD] or self.sessions[:1]

    def at(self, moment: datetime) -> Session | None:
        return next((one for one in self.sessions if one.starts_at == moment), None)

    def that_day(self, moment: datetime, taken: Iterable[datetime]) -> Session | None:
        """The one session of the same day that nobody was expected at before."""
        free = [one for one in self.sessions if one.starts_at not in taken and _day(one.starts_at) == _day(moment)]
        return free[0] if len(free) == 1 else None


def _day(moment: datetime) -> date:
    return moment.astimezone(hours.LONDON).date()


def keep_up() -> int:
    """Follow what changed, then expect whoever goes on. Returns how many registers and people were touched."""
    now = timezone.now()
    planned, going = _planned(now), _going()
    furthest: dict[UUID, datetime] = defaultdict(lambda: now + AHEAD)
    for one in planned:
        furthest[one.service_id] = max(furthest[one.service_id], one.starts_at)
    keys = {one.service_id for one in planned} | {one.service_id for one in going}
    services = Service.objects.filter(pk__in=keys).prefetch_related("schedules__location")
    here = Here()
    coming = {service.pk: Coming.of(service, now, furthest[service.pk], here) for service in services}
    changed, new = _changed(planned, coming), _new(going, coming, now)
    done = one_by_one(changed, lambda pk: _follow(pk, *changed[pk]), "occasion")
    return done + one_by_one(new, lambda pk: _expect(pk, new[pk]), "next sessions of connection")


def _planned(now: datetime) -> list[Occasion]:
    rows = Occasion.objects.filter(starts_at__gt=now, called_off_at=None).filter(starts_at=F("planned_at"))
    only = ("pk", "service", "connection", "starts_at", "ends_at", "planned_at", "place")
    return list(rows.order_by("starts_at", "pk").only(*only))


# ---------- a timetable that changed ----------


def _changed(planned: list[Occasion], coming: dict[UUID, Coming]) -> dict[UUID, tuple[Session | None, Coming]]:
    taken = defaultdict(set)
    for one in planned:
        taken[one.service_id].add(one.planned_at)
    found = {}
    for one in planned:
        now = coming[one.service_id]
        session = now.at(one.planned_at)
        if not now.service.schedules.all():
            continue  # nobody says any more when it meets: a question for a person
        if session is None:
            found[one.pk] = (now.that_day(one.planned_at, taken[one.service_id]), now)
        elif one.place != str(session.location or "") or (session.ends_at and one.ends_at != session.ends_at):
            found[one.pk] = (session, now)
    return found


def _follow(pk: UUID, session: Session | None, now: Coming) -> bool:
    rows = Occasion.objects.select_for_update(no_key=True, of=("self",)).select_related(*FULL)
    occasion = rows.filter(pk=pk, called_off_at=None).first()
    if occasion is None:
        return False
    if session is None:
        shut = schedule.is_shut(now.service, _day(occasion.starts_at))
        return actions.call_off(occasion, why=CalledOff.SHUT if shut else CalledOff.TIMES)
    return _move(occasion, session)


def _move(occasion: Occasion, session: Session) -> bool:
    """To the hour and the door that the listing says now; the organiser's links go along."""
    was, place, register = occasion.starts_at, occasion.place, occasion.register_id
    if occasion.connection.occasions.filter(starts_at=session.starts_at).exclude(pk=occasion.pk).exists():
        return actions.call_off(occasion, why=CalledOff.TIMES)
    row = actions.register_row(occasion.connection, session, session.starts_at)
    changes = {name: row[name] for name in ("ends_at", "place", "register_id", "planned_at")}
    Occasion.objects.filter(pk=occasion.pk).update(starts_at=session.starts_at, **changes)
    Link.objects.filter(purpose="register", subject=register).update(subject=changes["register_id"])
    occasion.refresh_from_db()
    if was == occasion.starts_at and place == occasion.place:
        return True  # it only ends at another time
    writing.unsay(occasion)
    arranging.at_another_hour(occasion, was=was)
    told = writing.moved(occasion, was=was)
    referral = held(occasion.referral)
    if referral.next_step == Next.SESSION:
        owe(referral, Next.SESSION if told else Next.RING, _day(occasion.starts_at) if told else timezone.localdate())
    return True


# ---------- who goes on ----------


def _going() -> list[Connection]:
    """Introduced or going along, in a life that is under way, and waiting for no place; with what was chosen with them
    and their sessions of late."""
    waits = Wait.objects.filter(connection=OuterRef("pk"), ended_at=None)
    alive = Q(referral__state__in=[State.CONTACTED, State.ACTIVE], referral__person__restricted=False)
    rows = Connection.objects.filter(alive, ~Exists(waits), state__in=[Step.INTRODUCED, Step.ATTENDING])
    lately = Q(generated=False) | Q(starts_at__gt=timezone.now() - BACK)
    theirs = Occasion.objects.filter(lately).order_by("starts_at")
    return list(rows.order_by("introduced_at", "pk").prefetch_related(Prefetch("occasions", theirs)))


def _new(going: list[Connection], coming: dict[UUID, Coming], now: datetime) -> dict[UUID, list[Session]]:
    prefetch_related_objects([one for each in going for one in _to_look_at(each, now)], "attendances")
    off = set(SessionOff.objects.filter(starts_at__gt=now).values_list("service", "starts_at"))
    found = {}
    for connection in going:
        known = list(connection.occasions.all())
        if known and _goes_on(connection, known, now):
            had = {one.starts_at for one in known} | {one.planned_at for one in known}
            had |= {at for service, at in off if service == connection.service_id}
            wanted = _theirs(known, coming[connection.service_id].soon(now))
            found[connection.pk] = [one for one in wanted if one.starts_at not in had]
    return {pk: new for pk, new in found.items() if new}


def _to_look_at(connection: Connection, now: datetime) -> list[Occasion]:
    """The last session of whoever has not begun: what was said of it decides."""
    been = [one for one in connection.occasions.all() if one.starts_at <= now]
    return been[-1:] if connection.state == Step.INTRODUCED else []


def _goes_on(connection: Connection, known: list[Occasion], now: datetime) -> bool:
    """Whoever has not begun is expected again unless they stayed away: then somebody asks them first."""
    been = [one for one in known if one.starts_at <= now]
    if not been or connection.state == Step.ATTENDING:
        return bool(been)
    last = been[-1]
    return last.called_off_why in ("organiser", "shut") or Answer.NOT not in last.latest_answers().values()


def _theirs(known: list[Occasion], sessions: Sequence[Session]) -> list[Session]:
    """On the days of the week that somebody chose with them; if the group has left those, on its next one."""
    last = known[-1].starts_at if all(one.generated for one in known) else None
    chosen = {_day(one.starts_at).weekday() for one in known if not one.generated} or {_day(last).weekday()}
    return [one for one in sessions if _day(one.starts_at).weekday() in chosen] or _of_one_day(sessions)


def _of_one_day(sessions: Sequence[Session]) -> list[Session]:
    return [one for one in sessions if _day(one.starts_at).weekday() == _day(sessions[0].starts_at).weekday()]


@transaction.atomic
def _expect(pk: UUID, sessions: list[Session]) -> bool:
    """On the next registers. What is next for the connector stays as it is: nobody has promised anything new."""
    connection = Connection.objects.select_related("referral__person").get(pk=pk)
    rows = [
        Occasion(
            connection=connection, starts_at=one.starts_at, generated=True,
            **actions.register_row(connection, one, one.starts_at),
        )
        for one in sessions
    ]  # fmt: skip
    return bool(Occasion.objects.bulk_create(rows, ignore_conflicts=True))
