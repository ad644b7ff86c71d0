"""The desk's queues, most urgent first: what each holds, how many, and a line about each thing in it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, Count, F, Func, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from connect.people.models import User
from connect.templatetags import look
from directory.keeping import asking, wording
from directory.models import (
    ChangeRequest,
    Gap,
    LinkCheck,
    OnlineCommunity,
    Report,
    Service,
    Signpost,
    Usefulness,
    Verification,
)
from directory.states import Decision, How, Status, Via, Wrong

A_PAGE = 20
THIS_WEEK = timedelta(days=7)
A_SEASON = timedelta(days=90)
FOUND_SHUT = 3  # so many say it was shut: somebody rings today


@dataclass(frozen=True)
class Row:
    """One line of a queue. `kind` is how its tag looks; `by` is when it ought to be done."""

    name: str
    address: str
    tag: str
    kind: str
    known: str
    by: date | None
    verb: str


@dataclass(frozen=True)
class Queue:
    code: str
    label: str
    rows: Callable[[], QuerySet]
    line: Callable[[Iterable[Any]], Iterator[Row]]
    mine: str  # the field that says whose it is, or "" where nobody has it


def counts(user: User | None = None) -> dict[str, int]:
    return {queue.code: of(queue, user).count() for queue in QUEUES}


def of(queue: Queue, user: User | None = None) -> QuerySet:
    """Everybody's, or one editor's own."""
    rows = queue.rows()
    if user is None:
        return rows
    return rows.filter(**{queue.mine: user}) if queue.mine else rows.none()


def named(code: str) -> Queue:
    return next((queue for queue in QUEUES if queue.code == code), QUEUES[0])


def in_date() -> tuple[int, int]:
    """How many listings are in date, of all that we check."""
    ours = Service.objects.published().exclude(status=Status.DEFUNCT).exclude(check_by=None)
    return ours.filter(check_by__gte=timezone.localdate(), withheld_at=None).count(), ours.count()


# ---------- to check ----------


def _to_check() -> QuerySet[Service]:
    """Found shut by several, then late by days and use, then due this week."""
    today = timezone.localdate()
    rows = Service.objects.published().exclude(status=Status.DEFUNCT).select_related("standing")
    rows = rows.annotate(found_shut=_count(_said_shut()) + _count(_stood_before_it()), use=_count(_handed_on()))
    due = rows.filter(Q(check_by__lte=today + THIS_WEEK) | Q(found_shut__gte=FOUND_SHUT) | Q(withheld_at__isnull=False))
    urgent = Case(
        When(found_shut__gte=FOUND_SHUT, then=Value(0)), When(check_by__lt=today, then=Value(1)), default=Value(2),
        output_field=IntegerField(),
    )  # fmt: skip
    late = _days_since(Coalesce(F("check_by"), Value(today)), today) + Value(8)  # above nought
    weight = late * (F("use") + 1)
    return due.annotate(urgent=urgent).order_by("urgent", (-1 * weight), "check_by", "name", "pk")


def _days_since(day: Coalesce, today: date) -> Func:
    """Whole days, where Django's own subtraction would give an interval."""
    return Func(Value(today), day, template="(%(expressions)s)", arg_joiner=" - ", output_field=IntegerField())


def _count(rows: QuerySet) -> Coalesce:
    counted = rows.filter(service=OuterRef("pk")).order_by().values("service").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def _said_shut() -> QuerySet[Report]:
    return Report.objects.filter(what=Wrong.CLOSED, handled_at=None)


def _stood_before_it() -> QuerySet[Verification]:
    lately = timezone.now() - A_SEASON
    return Verification.objects.filter(how=How.VISIT, outcome__in=asking.UNSUCCESSFUL, at__gte=lately)


def _handed_on() -> QuerySet[Signpost]:
    return Signpost.objects.filter(at__gte=timezone.now() - A_SEASON)


def _check_lines(services: Iterable[Service]) -> Iterator[Row]:
    services = list(services)
    known = asking.known(services)
    for service in services:
        tag, kind = _why(service)
        kept, where = known[service.pk], reverse("desk_listing", args=[service.pk])
        told = what_we_know(service, len(kept.asks), len(kept.missed_calls), kept.attended_on)
        yield Row(service.name, where, tag, kind, told, service.check_by, _("Check"))


def _why(service: Service) -> tuple[str, str]:
    if service.found_shut >= FOUND_SHUT:
        return _("Found shut %(n)s times") % {"n": service.found_shut}, "bad"
    if service.withheld_at:
        return _("Hidden from the search"), "bad"
    if service.status == Status.SHUT and service.reopens_on:
        return _("Shut, opens %(day)s") % {"day": look.date_only(service.reopens_on)}, "warn"
    late = (timezone.localdate() - service.check_by).days if service.check_by else 0
    if late > 0:
        return ngettext("%(n)s day late", "%(n)s days late", late) % {"n": late}, "bad" if late > 14 else "warn"
    return _("Due"), ""


def what_we_know(service: Service, asks: int, calls: int, attended_on: date | None = None) -> str:
    """Two calls, one letter, no answer; that somebody went; or when it was last right."""
    tried = [
        ngettext("%(n)s call", "%(n)s calls", calls) % {"n": look.in_words(calls).lower()} if calls else "",
        ngettext("%(n)s letter", "%(n)s letters", asks) % {"n": look.in_words(asks).lower()} if asks else "",
    ]
    if any(tried):
        said = _("%(tried)s, no answer yet") % {"tried": ", ".join(each for each in tried if each).capitalize()}
    elif service.verified_at:
        said = _("Checked %(day)s") % {"day": look.date_only(service.verified_at)}
    else:
        said = _("Never checked")
    went = _("somebody went %(day)s") % {"day": look.date_only(attended_on)} if attended_on else ""
    return f"{said}; {went}" if went else said


# ---------- what others say ----------


def _changes(*via: str) -> Callable[[], QuerySet[ChangeRequest]]:
    return lambda: ChangeRequest.objects.filter(state=Decision.WAITING, via__in=via).select_related("service")


def _second() -> QuerySet[ChangeRequest]:
    return ChangeRequest.objects.filter(state=Decision.SECOND).select_related("service", "first_by")


def _change_lines(changes: Iterable[ChangeRequest]) -> Iterator[Row]:
    for change in changes:
        parts = ", ".join(wording.label(part) for part in change.proposed) or change.words[:80]
        if change.service is None:  # all of it is new: what it is says more than which parts it has
            parts = change.proposed.get("summary") or parts
        yield Row(
            change.service.name if change.service else change.proposed.get("name", _("A new group")), _address(change),
            str(SAID_BY.get(change.via, change.get_via_display())), "info", parts,
            timezone.localdate(change.made_at), _("Look"),
        )  # fmt: skip


SAID_BY = {
    Via.ORGANISER: gettext_lazy("The organiser"),
    Via.PUBLIC: gettext_lazy("A reader"),
    Via.SIGN_UP: gettext_lazy("New"),
    Via.EDITOR: gettext_lazy("An editor"),
    Via.FEED: gettext_lazy("The feed"),
}


def _address(change: ChangeRequest) -> str:
    if change.service is None:
        return reverse("desk_new", args=[change.pk])
    return f"{reverse('desk_listing', args=[change.service_id])}#change-{change.pk}"


def _second_lines(changes: Iterable[ChangeRequest]) -> Iterator[Row]:
    for change in changes:
        parts = ", ".join(wording.label(part) for part in change.proposed)
        who = _("%(name)s changed: %(parts)s") % {"name": change.first_by.first_name, "parts": parts}
        until = timezone.localdate(change.wait_until or change.made_at)
        yield Row(change.service.name, _address(change), _("Second pair of eyes"), "warn", who, until, _("Look"))


def _reports() -> QuerySet[Report]:
    unsafe = Case(When(what=Wrong.UNSAFE, then=Value(0)), default=Value(1), output_field=IntegerField())
    return Report.objects.filter(handled_at=None).select_related("service").order_by(unsafe, "made_at", "pk")


def _report_lines(reports: Iterable[Report]) -> Iterator[Row]:
    for report in reports:
        kind = "bad" if report.what == Wrong.UNSAFE else "warn"
        where = f"{reverse('desk_listing', args=[report.service_id])}#report-{report.pk}"
        said = report.words or _("Nothing more was said")
        yield Row(
            report.service.name, where, str(report.get_what_display()), kind, said[:120],
            timezone.localdate(report.made_at), _("Read"),
        )  # fmt: skip


def unsafe() -> QuerySet[Report]:
    return Report.objects.filter(handled_at=None, what=Wrong.UNSAFE)


def _said() -> QuerySet[Usefulness]:
    return Usefulness.objects.filter(read_at=None).exclude(words="").select_related("service")


def _said_lines(words: Iterable[Usefulness]) -> Iterator[Row]:
    for word in words:
        tag, kind = (_("Useful"), "good") if word.useful else (_("Not useful"), "warn")
        where = f"{reverse('desk_listing', args=[word.service_id])}#word-{word.pk}"
        yield Row(word.service.name, where, tag, kind, word.words[:120], timezone.localdate(word.at), _("Read"))


def gaps() -> int:
    """What people looked for in their own words and did not find: read on the page about gaps."""
    return Gap.objects.filter(read_at=None).exclude(words="").count()


# ---------- dead links ----------


def _links() -> QuerySet[Service]:
    """Listings whose address has not answered for three days."""
    dead = LinkCheck.objects.dead().values("pk")
    communities = OnlineCommunity.objects.filter(address__in=dead).values("pk")
    rows = Service.objects.published().exclude(status=Status.DEFUNCT)
    return rows.filter(Q(url__in=dead) | Q(pk__in=communities)).order_by("name", "pk")


def _link_lines(services: Iterable[Service]) -> Iterator[Row]:
    services = list(services)
    addresses = {service.pk: [service.url] for service in services}
    for pk, address in OnlineCommunity.objects.filter(pk__in=addresses).values_list("pk", "address"):
        addresses[pk].append(address)
    dead = LinkCheck.objects.dead().in_bulk([each for own in addresses.values() for each in own])
    for service in services:
        check = next(dead[address] for address in addresses[service.pk] if address in dead)
        since = timezone.localdate(check.failing_since)
        where = reverse("desk_listing", args=[service.pk])
        known = f"{check.address}: {check.problem}"
        yield Row(service.name, where, _("Dead link"), "warn", known, since, _("Put right"))


QUEUES = (
    Queue("check", gettext_lazy("To check"), _to_check, _check_lines, "assigned_to"),
    Queue(
        "changes", gettext_lazy("Changes asked for"), _changes(Via.ORGANISER, Via.PUBLIC, Via.EDITOR), _change_lines,
        "service__assigned_to",
    ),
    Queue("second", gettext_lazy("Second pair of eyes"), _second, _second_lines, "service__assigned_to"),
    Queue("reports", gettext_lazy("Reports"), _reports, _report_lines, "service__assigned_to"),
    Queue("new", gettext_lazy("New"), _changes(Via.SIGN_UP), _change_lines, ""),
    Queue("feeds", gettext_lazy("From feeds"), _changes(Via.FEED), _change_lines, "service__assigned_to"),
    Queue("said", gettext_lazy("Said to us"), _said, _said_lines, "service__assigned_to"),
    Queue("links", gettext_lazy("Dead links"), _links, _link_lines, "assigned_to"),
)  # fmt: skip
