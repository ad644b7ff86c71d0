"""A thread as its reader sees it, and what waits to be read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from operator import attrgetter

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, prefetch_related_objects
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connect.people.models import User
from connect.people.roles import Role
from referrals.belonging import Connection
from referrals.case import there
from referrals.models import Referral
from referrals.states import Step
from referrals.threads import actions
from referrals.threads.forms import LineForm
from referrals.threads.models import Line, LineRead
from referrals.threads.states import Side, Speaker

WORKERS = (Role.CON, Role.TL)
STILL_GOING = (Step.SUGGESTED, Step.AGREED, Step.INTRODUCED, Step.ATTENDING, Step.SETTLED)
NOT_TOLD = {
    "no_consent": gettext_lazy(
        "They have not agreed that the worker hears how it goes. What the worker writes still comes here."
    ),
    "restricted": gettext_lazy("Nobody is written to about them."),
    "left": gettext_lazy("Whoever asked no longer works there."),
    "no_address": gettext_lazy("There is no address to write to. Ring them."),
    "themselves": gettext_lazy("They asked for themselves: ring them."),
}


@dataclass
class Thread:
    """`connection` is None for the thread with whoever asked; `why_not` says in words why nothing may be written."""

    referral: Referral
    key: str
    title: str
    side: str
    connection: Connection | None = None
    lines: list[Line] = field(default_factory=list)
    unread: int = 0
    why_not: str = ""
    label: str = ""
    hint: str = ""
    form: LineForm = None

    def __post_init__(self) -> None:
        self.form = self.form or LineForm(auto_id=f"id_{self.key}_%s", label=self.label, hint=self.hint)

    @property
    def may_write(self) -> bool:
        return not self.why_not

    @property
    def last(self) -> Line | None:
        return self.lines[-1] if self.lines else None


def threads_of(referral: Referral, user: User) -> list[Thread]:
    """For whoever works with the person: with the referrer first, then one for each group."""
    (_asker, first), *others = _by_thread(referral, _lines(Line.objects.filter(referral=referral), user))
    return [
        _with_referrer(referral, first),
        *(_with_organiser(referral, connection, lines) for connection, lines in others),
    ]


@dataclass(frozen=True)
class InALine:
    """A thread on a person's page: the way to it, what is new and what was said last. Nothing is written there."""

    key: str
    title: str
    unread: int
    last: Line | None


def in_a_line(referral: Referral, user: User) -> list[InALine]:
    """The same threads; whether somebody may be written to, and the form for it, belong to the page of the words."""
    return [
        InALine(
            str(connection.pk) if connection else "referrer",
            _title(connection) if connection else _with_asker(referral),
            _unread(lines, Speaker.CONNECTOR),
            lines[-1] if lines else None,
        )
        for connection, lines in _by_thread(referral, _lines_about(referral, user))
    ]


def _lines_about(referral: Referral, user: User) -> list[Line]:
    return _lines(Line.objects.filter(referral=referral), user) if there.has(referral, "lines") else []


def _by_thread(referral: Referral, lines: list[Line]) -> Iterator[tuple[Connection | None, list[Line]]]:
    """With whoever asked first, then one for each group that is going on or was written with."""
    yield None, [line for line in lines if line.side == Side.REFERRER]
    if not referral.connector_id:
        return
    prefetch_related_objects([referral], Prefetch("connections", Connection.objects.select_related("service")))
    for connection in sorted(referral.connections.all(), key=attrgetter("made_at")):
        of_it = [line for line in lines if line.connection_id == connection.pk]
        if of_it or (connection.state in STILL_GOING and connection.service.contact_email):
            yield connection, of_it


def _title(connection: Connection) -> str:
    service = connection.service
    who = service.contact_name.split(" ")[0]
    return f"{service.name}, {who}" if who else service.name


def _with_asker(referral: Referral) -> str:
    return _("With %(who)s") % {"who": referral.asked_by}


def _lines(rows: QuerySet[Line], user: User) -> list[Line]:
    read = Exists(LineRead.objects.filter(line=OuterRef("pk"), reader=user))
    return list(rows.select_related("by").annotate(is_read=read))


def _unread(lines: Iterable[Line], side: str) -> int:
    return sum(line.said_by != side and not line.is_read for line in lines)


def _with_referrer(referral: Referral, lines: list[Line]) -> Thread:
    return Thread(
        referral,
        "referrer",
        _with_asker(referral),
        Side.REFERRER,
        None,
        lines,
        _unread(lines, Speaker.CONNECTOR),
        str(NOT_TOLD.get(actions.why_not_to_referrer(referral), "")),
        _("Write to them"),
        _("They can be shown this for as long as the referral is kept. How it goes, and no more."),
    )


def _with_organiser(referral: Referral, connection: Connection, lines: list[Line]) -> Thread:
    connection.referral = referral
    told = actions.may_be_named(connection)
    hint = (
        _("They know: %(name)s is coming. Nothing else.") % {"name": told}
        if told
        else _("They are told of “somebody”. No name before the person has said yes to this group.")
    )
    return Thread(
        referral,
        str(connection.pk),
        _title(connection),
        Side.ORGANISER,
        connection,
        lines,
        _unread(lines, Speaker.CONNECTOR),
        _("They are not written to now: the referral or the yes has ended, or there is no address.")
        if actions.why_not_to_organiser(connection)
        else "",
        _("Write to the organiser"),
        hint,
    )  # fmt: skip


def with_team(referral: Referral, user: User) -> Thread:
    """For the worker who asked. The second wall hides every other line from them as well."""
    lines = _lines(Line.objects.filter(referral=referral).with_referrer(), user)
    return Thread(
        referral,
        "team",
        _("With %(team)s") % {"team": referral.team.name},
        Side.REFERRER,
        None,
        lines,
        _unread(lines, Speaker.REFERRER),
        "",
        _("Write to the team"),
        _("Something changed, or they should know something? It is read within a working day."),
    )


@dataclass(frozen=True)
class Waiting:
    referral: Referral
    name: str
    count: int
    since: datetime
    address: str


def unread_lines(user: User) -> QuerySet[Line]:
    """What the other side wrote to this reader: a connector’s own caseload and team queue, or a referrer’s people."""
    if user.acting is None:
        return Line.objects.none()
    working = user.acting.role in WORKERS
    rows = Line.objects.unread_by(user, side=Speaker.CONNECTOR if working else Speaker.REFERRER)
    if not working:
        rows = rows.with_referrer()
    return rows.filter(referral__in=Referral.objects.visible_to(user))


def waiting_for(user: User) -> list[Waiting]:
    rows = unread_lines(user).select_related("referral__person", "referral__connector")
    grouped = groupby(rows.order_by("referral_id", "at"), key=lambda line: line.referral_id)
    page = "words" if user.acting.role in WORKERS else "words_with_team"
    found = [_waiting(list(lines), user, page) for _key, lines in grouped]
    return sorted(found, key=lambda row: row.since)


def _waiting(lines: list[Line], user: User, page: str) -> Waiting:
    referral = lines[0].referral
    return Waiting(referral, referral.name_for(user), len(lines), lines[0].at, page)
