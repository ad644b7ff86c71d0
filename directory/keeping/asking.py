"""Is this still right? Asked of organisers when a listing is due; what their silence and their answer lead to."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, islice
from uuid import UUID

from django.db import transaction
from django.db.models import DateField, F, IntegerField, Value
from django.db.models.functions import Cast, Coalesce, TruncDate
from django.utils import timezone

from connect.identity import acting_as
from connect.one_by_one import one_by_one
from connect.people.models import User
from directory.keeping import actions, checking, organiser, overdue, proposing
from directory.keeping.overdue import Kept, Step
from directory.models import Ask, Capacity, KindGuide, Schedule, Service, Verification
from directory.states import How, Outcome, Status, Via

AT_A_TIME = 200
UNSUCCESSFUL = (Outcome.NO_ANSWER, Outcome.CALL_AGAIN)


class AskedLately(Exception):
    """Nobody is asked twice in a fortnight."""


class NoWay(Exception):
    """No e-mail address and no mobile: somebody has to ring."""


# ---------- the sweep ----------


def sweep() -> int:
    """What each listing that is due is owed: an ask, being hidden, or being brought back. One listing a transaction."""
    give_dates()
    with acting_as("reminders"):
        owed = list(islice(((service, step) for service, step in due() if step != Step.NOTHING), AT_A_TIME))
    asked = [service for service, step in owed if step == Step.ASK]
    done = _each([service.pk for service, step in owed if step == Step.WITHHOLD], _withhold)
    done += _each([service.pk for service, step in owed if step == Step.BRING_BACK], _bring_back)
    groups = [tuple(service.pk for service in group) for group in _by_address(asked)]
    return done + one_by_one(groups, _ask_together, "asking about listings", job="reminders")


def due() -> Iterator[tuple[Service, Step]]:
    """Every listing whose date is near or gone by, and what the rule says of it. Most are owed nothing."""
    today = timezone.localdate()
    rows = Service.objects.published().exclude(status=Status.DEFUNCT).filter(check_by__lte=today + overdue.BEFORE)
    keys = iter(rows.order_by("check_by", "pk").values_list("pk", flat=True))
    while batch := list(islice(keys, AT_A_TIME)):
        found = list(Service.objects.filter(pk__in=batch).select_related("organisation", "standing"))
        situations = known(found)
        yield from ((service, overdue.step(situations[service.pk], today)) for service in found)


def kept(service: Service) -> Kept:
    """One listing, as the rule sees it."""
    return known([service])[service.pk]


def known(services: list[Service]) -> dict[UUID, Kept]:
    asks = Ask.objects.filter(service__in=services, about=Ask.About.CHECK, answered_at=None)
    missed = Verification.objects.filter(service__in=services, how=How.RANG, outcome__in=UNSUCCESSFUL)
    every = dict(KindGuide.objects.values_list("kind", "check_every_days"))
    asked_on, missed_on = _days(asks), _days(missed)
    return {
        one.pk: Kept(
            check_by=one.check_by,
            every_days=one.check_every_days or every.get(one.kind) or checking.USUALLY,
            asks=asked_on.get(one.pk, ()),
            missed_calls=missed_on.get(one.pk, ()),
            attended_on=one.standing.last_attended_on if hasattr(one, "standing") else None,
            can_be_asked=organiser.way_to(one) is not None,
            is_withheld=one.withheld_at is not None,
        )
        for one in services
    }


def _days(rows: Iterable) -> dict[UUID, tuple]:
    days: dict[UUID, tuple] = {}
    for service_id, at in rows.values_list("service_id", "at"):
        days[service_id] = (*days.get(service_id, ()), timezone.localdate(at))
    return days


def _by_address(services: list[Service]) -> list[list[Service]]:
    """Whoever runs four groups is written to once about the four."""
    where = {service.pk: organiser.way_to(service) for service in services}
    ordered = sorted(services, key=lambda one: (where[one.pk].to.lower(), one.check_by, one.name))
    return [list(group) for _to, group in groupby(ordered, key=lambda one: where[one.pk].to.lower())]


def _each(keys: list[UUID], do: Callable[[Service], bool]) -> int:
    def once(pk: UUID) -> bool:
        service = _claimed(pk)
        return bool(service and do(service))

    return one_by_one(keys, once, "listing", job="reminders")


def _claimed(pk: UUID) -> Service | None:
    """The row, if no other sweep and no editor holds it."""
    rows = Service.objects.select_for_update(skip_locked=True, of=("self",), no_key=True)
    return rows.select_related("organisation", "standing").filter(pk=pk).first()


def _still(service: Service, step: Step) -> bool:
    """Between reading and claiming somebody may have answered."""
    return overdue.step(kept(service), timezone.localdate()) == step


def _ask_together(group: tuple[UUID, ...]) -> int:
    """One message about all of them; the row of each says that it was asked."""
    found = [service for pk in group[:AT_A_TIME] if (service := _claimed(pk)) and _still(service, Step.ASK)]
    if found:
        _ask(found)
    return len(found)


def _ask(services: list[Service]) -> None:
    first, link = services[0], organiser.link_to(services)
    way = organiser.way_to(first)
    others = len(services) - 1
    cause = f"still_right:{timezone.localdate().isoformat()}"
    message = organiser.write(first, way, "still_right", cause=cause, link=link, others=others)
    Ask.objects.bulk_create(Ask(service=one, message_id=message.pk, link_id=link.pk) for one in services)


def _withhold(service: Service) -> bool:
    """Out of the public search, and the organiser is told. Its page, staff and people who go there are unaffected."""
    if not _still(service, Step.WITHHOLD):
        return False
    Service.objects.filter(pk=service.pk).update(withheld_at=timezone.now())
    asked = Ask(service=service, about=Ask.About.HIDDEN)
    if way := organiser.way_to(service):
        link = organiser.link_to([service])
        message = organiser.write(service, way, "hidden", cause=f"hidden:{service.check_by}", link=link)
        asked.message_id, asked.link_id = message.pk, link.pk
    asked.save()
    return True


def _bring_back(service: Service) -> bool:
    if not _still(service, Step.BRING_BACK):
        return False
    Service.objects.filter(pk=service.pk).update(withheld_at=None)
    return True


def give_dates() -> int:
    """Listings without a check-by date get one: a period after they were checked, or made. A feed keeps its own."""
    undated = Service.objects.filter(check_by=None, feed=None, is_template=False, merged_into=None)
    every = dict(KindGuide.objects.values_list("kind", "check_every_days"))
    since = Coalesce(TruncDate("verified_at"), TruncDate("created"))
    done = 0
    for kind in undated.order_by().values_list("kind", flat=True).distinct():
        period = Coalesce(F("check_every_days"), Value(every.get(kind, checking.USUALLY)))
        days = Cast(period, IntegerField())
        done += undated.filter(kind=kind).update(check_by=Cast(since, DateField()) + days)
    return done


# ---------- an editor asks ----------


@transaction.atomic
def ask_now(service: Service, *, by: User) -> Ask:
    """The organiser's link, sent because an editor says so; no more often than the sweep would."""
    actions.held(service)  # pressed twice at one moment would count as two asks unanswered
    since = timezone.now() - overdue.PATIENCE
    if Ask.objects.filter(service=service, about=Ask.About.CHECK, at__gt=since).exists():
        raise AskedLately
    if organiser.way_to(service) is None:
        raise NoWay
    with acting_as("reminders"):
        _ask([service])
    return Ask.objects.filter(service=service, about=Ask.About.CHECK).latest("at")


# ---------- the organiser answers, by their link ----------


@transaction.atomic
def still_right(service: Service) -> None:
    name = service.contact_name
    checking.log(service, how=How.ORGANISER, outcome=Outcome.RIGHT, by_name=name)
    checking.confirm(service, name=name, body=service.organisation.name, answer=Outcome.RIGHT)


@transaction.atomic
def has_stopped(service: Service) -> None:
    """Shut from today, because people would stand at a door; closed for good once an editor has agreed."""
    today = timezone.localdate().isoformat()
    name = service.contact_name
    if _is_theirs_to_shut(service):
        actions.change(service, {"status": "temporarily closed", "shut_from": today}, via=Via.ORGANISER, by_name=name)
    proposing.propose(service, {"status": "defunct"}, via=Via.ORGANISER, by_name=name)
    checking.log(service, how=How.ORGANISER, outcome=Outcome.GONE, by_name=name)
    checking.open_asks(service).update(answered_at=timezone.now(), answer=Outcome.GONE)


@transaction.atomic
def shut_for_now(service: Service, *, part: dict[str, object]) -> None:
    """Dated, and said by whoever runs it: it counts at once, and an editor sees it in the history."""
    name = service.contact_name
    if _is_theirs_to_shut(service):
        actions.change(service, part, via=Via.ORGANISER, by_name=name)
    else:
        proposing.propose(service, part, via=Via.ORGANISER, by_name=name)
    answered(service)


def _is_theirs_to_shut(service: Service) -> bool:
    """Open or shut. What an editor has not published, taken out or closed, only an editor shows again."""
    actions.held(service)
    return service.status in (Status.ACTIVE, Status.SHUT)


@transaction.atomic
def say_room(
    service: Service,
    *,
    schedule: Schedule | None,
    available: int | None,
    maximum: int | None = None,
    waiting_days: int | None = None,
    said_by_name: str,
    by: User | None = None,
) -> Capacity:
    """How many places are left at one session (or at any), and who said so. The latest counts."""
    said = {"available": available, "maximum": maximum, "waiting_days": waiting_days}
    room = Capacity(service=service, schedule=schedule, said_by_name=said_by_name, by=by, **said)
    room.save()
    return room


def answered(service: Service) -> None:
    """They wrote back with a change: the question is answered, and nothing is hidden while an editor looks."""
    open_now = checking.open_asks(service).update(answered_at=timezone.now(), answer=Outcome.CHANGED)
    if open_now or service.withheld_at:
        Service.objects.filter(pk=service.pk).update(withheld_at=None)
        if service.check_by and service.check_by < timezone.localdate() + checking.A_WHILE:
            Service.objects.filter(pk=service.pk).update(check_by=timezone.localdate() + checking.A_WHILE)
