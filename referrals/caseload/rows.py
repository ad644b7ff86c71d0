"""The rows of the caseload: read as plain values, and drawn by a function, since a page has fifty of them."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from connect.people.models import User
from connect.people.roles import Role
from connect.templatetags import look
from referrals.belonging import Connection
from referrals.caseload import asked as asking
from referrals.caseload.asked import Asked
from referrals.person import reading
from referrals.states import OPEN, Next, State, Step

PAGE = 50
FAR = {Step.INTRODUCED: 3, Step.ATTENDING: 4, Step.SETTLED: 5}
STARTED = {State.SUBMITTED: 0, State.RETURNED: 0, State.ACCEPTED: 1}


@dataclass(frozen=True)
class Row:
    """One person of the list; `name` is as much of it as this reader sees."""

    pk: UUID
    person: UUID
    name: str
    ward: str
    wants: list[str]
    words: str
    urgent: bool
    state: str
    step: str
    on: date | None
    connector: str
    mine: bool
    spoke: datetime | None
    steps: list[str]
    flags: list[str]  # what whoever goes to see them must know first

    @property
    def stage(self) -> int:
        """As Referral.stage says it, from the values alone."""
        furthest = max((FAR.get(one, 0) for one in self.steps), default=0)
        return furthest or STARTED.get(self.state, 2)

    @property
    def seen(self) -> str:
        """What stood there when the list was drawn: whoever changes it afterwards loses nothing."""
        return f"{self.pk}|{self.step}|{self.on or ''}"


@dataclass(frozen=True)
class Found:
    rows: list[Row]
    total: int
    counts: dict[str, int]
    page: int
    pages: int


COLUMNS = (
    "pk", "person_id", "person__given_name", "person__family_name", "person__known_as", "ward__name", "wants", "words",
    "urgent", "state", "next_step", "next_on", "connector_id", "connector__name", "last_spoke_at", "steps",
    "person__restricted", "person__safe_to_ring",
)  # fmt: skip


def found(user: User, asked: Asked, size: int = PAGE) -> Found:
    """Three statements, however many people there are."""
    everybody, chosen = asking.everybody(user, asked), asking.chosen(user, asked)
    within = Q() if asked.wants_finished else asking.within(asked.view)
    views = {name: Count("pk", filter=asking.within(name)) for name in asking.VIEWS}
    counts = everybody.aggregate(matching=Count("pk", filter=within & chosen), **views)
    total = counts.pop("matching")
    pages = max(1, -(-total // size))
    page = min(max(asked.page, 1), pages)
    steps = ArraySubquery(Connection.objects.filter(referral=OuterRef("pk")).values("state"))
    rows = everybody.filter(within & chosen).with_last_contact().annotate(steps=steps)
    order = asking.ORDERS[asked.order][1]
    read = list(rows.order_by(*order).values_list(*COLUMNS)[(page - 1) * size : page * size])
    needs = reading.needs_of([person for _pk, person, *_rest in read])
    return Found([_row(user, needs, *values) for values in read], total, counts, page, pages)


def _row(
    user: User, needs: dict[UUID, list[str]], pk: UUID, person: UUID, given: str, family: str, liked: str, *rest: object
) -> Row:
    ward, wants, words, urgent, state, step, on, connector_id, connector, spoke, steps, restricted, ring = rest
    mine = connector_id == user.pk
    hidden = not mine and user.acting.role == Role.CON
    name = (liked or given) if hidden else f"{given} {family}".strip()
    first = connector.split()[0] if connector and not mine else ""
    flags = [] if hidden else reading.said_first(restricted=restricted, needs=needs.get(person, []), ring=ring)
    return Row(pk, person, name, ward, wants, words, urgent, state, step, on, first, mine, spoke, steps, flags)


@cache
def _labels(_language: str) -> dict[str, dict[str, SafeString]]:
    """Each choice translated once, not once a row."""
    kinds = {"state": State, "step": Next, "going": Step}
    return {name: {str(code): escape(label) for code, label in kind.choices} for name, kind in kinds.items()}


@cache
def _fixed(_language: str) -> dict[str, str]:
    """What every row says alike, in the reader's language: attribute-safe, and drawn once."""
    said = {
        "like": _("Would like"), "urgent": _("Urgent"), "open": _("Open"), "look": _("Look"), "pick": _("Pick"),
        "nothing": _("Nothing set"), "due": _("was due %(day)s"), "by": _("by %(day)s"), "today": _("today"),
        "first": _("To know first"),
    }  # fmt: skip
    return {name: escape(words) for name, words in said.items()}


@cache
def _thread(stage: int) -> str:
    return f'<span class="thread at-{stage}" aria-hidden="true"><i></i><i></i><i></i><i></i><i></i></span>'


@lru_cache(2000)
def _short(day: date, _language: str) -> str:
    """A page says the same few days over and over."""
    return look.short_day(day)


class Drawing:
    """Draws rows for one request. All that people typed is escaped; the rest is ours."""

    def __init__(self, needs: dict[str, str], picked: set[str] = frozenset()) -> None:
        self.language = language = get_language() or ""
        self.labels, self.said = _labels(language), _fixed(language)
        self.needs = {code: escape(name) for code, name in needs.items()}
        self.today, self.picked = timezone.localdate(), picked
        self.address = reverse("person", args=[UUID(int=0)]).replace(str(UUID(int=0)), "%s")

    def _day(self, day: date) -> str:
        return _short(day, self.language)

    def all(self, rows: list[Row]) -> SafeString:
        return mark_safe("".join(map(self.row, rows)))  # noqa: S308 (each part is escaped where it is drawn)

    def card(self, row: Row) -> SafeString:
        """For the day: who, what is next and since when, and the way there."""
        name, url = escape(row.name), self.address % row.pk
        urgent = f' <span class="tag warn">{self.said["urgent"]}</span>' if row.urgent else ""
        do = self.said["look"] if row.state == State.SUBMITTED else self.said["open"]
        on = self._on(row.on) if row.on else ""
        return mark_safe(  # noqa: S308 (each part is escaped where it is drawn)
            f'<li><div><p><a class="name" href="{url}"><bdi>{name}</bdi></a> {on}{urgent}'
            f'</p><p>{self._step(row)}. <span class="muted">{escape(row.ward)}</span></p>{self._flags(row)}</div>'
            f'<p><a class="btn" href="{url}">{do}<span class="hidden">: {name}</span></a></p></li>'
        )

    def cards(self, rows: list[Row]) -> SafeString:
        return mark_safe("".join(map(self.card, rows)))  # noqa: S308 (each card is escaped)

    def plain(self, row: Row) -> dict[str, SafeString]:
        """For a sheet of paper: what they would like, and what is next."""
        on = f", {self._day(row.on)}" if row.on else ""
        said = {"wants": self._wants(row), "next": self._step(row) + on, "flags": self._flags(row)}
        return {name: mark_safe(drawn) for name, drawn in said.items()}  # noqa: S308 (each is escaped where it is drawn)

    def row(self, row: Row) -> str:
        said, name, url = self.said, escape(row.name), self.address % row.pk
        urgent = f' <span class="tag warn">{said["urgent"]}</span>' if row.urgent else ""
        checked = " checked" if str(row.pk) in self.picked else ""
        pick = "" if row.state == State.SUBMITTED else (
            f'<input type="checkbox" name="pick" value="{row.seen}"{checked} aria-label="{said["pick"]}: {name}">'
        )  # fmt: skip
        do = said["look"] if row.state == State.SUBMITTED else said["open"]
        spoke = self._day(timezone.localdate(row.spoke)) if row.spoke else "–"
        return (
            f'<tr role="row"><th scope="row" role="rowheader"><a class="name" href="{url}"><bdi>{name}</bdi></a><br>'
            f'<span class="muted small">{escape(row.ward)}{urgent}</span>{self._flags(row)}</th>'
            f'<td role="cell" data-label="{said["like"]}">{self._wants(row)}</td>'
            f'<td role="cell"><span>{_thread(row.stage)} <span class="small">{self._where(row)}</span></span></td>'
            f'<td role="cell" class="beside"><span>{self._next(row)}</span></td>'
            f'<td role="cell" class="less">{spoke}</td>'
            f'<td role="cell" class="act"><a class="btn second" href="{url}">{do}'
            f'<span class="hidden">: {name}</span></a></td><td role="cell" class="pick">{pick}</td></tr>\n'
        )

    def _flags(self, row: Row) -> str:
        if not row.flags:
            return ""
        drawn = "".join(f'<li><span class="tag info">{escape(flag)}</span></li>' for flag in row.flags)
        return f'<ul class="row flags" aria-label="{self.said["first"]}">{drawn}</ul>'

    def _wants(self, row: Row) -> str:
        if row.wants:
            return ", ".join(self.needs.get(code) or escape(code) for code in row.wants)
        return escape(row.words if len(row.words) <= 60 else row.words[:59] + "…")

    def _where(self, row: Row) -> str:
        far = row.stage > 2 and row.state in OPEN and row.state != State.PAUSED
        word = next((self.labels["going"][s] for s, at in FAR.items() if far and at == row.stage), "")
        return (word or self.labels["state"][row.state]) + (f", {escape(row.connector)}" if row.connector else "")

    def _step(self, row: Row) -> str:
        return self.labels["step"].get(row.step, "") if row.step else self.said["nothing"]

    def _next(self, row: Row) -> str:
        step = self._step(row)
        if row.step == Next.RING_ASKED:
            step = f'<span class="tag warn">{look.icon("phone")} {step}</span>'
        return step + (f"<br>{self._on(row.on)}" if row.on else "")

    def _on(self, on: date) -> str:
        if on == self.today:
            return f'<span class="tag warn">{self.said["today"]}</span>'
        day = self._day(on)
        if on < self.today:
            return f'<span class="tag bad">{look.icon("clock")} {self.said["due"] % {"day": day}}</span>'
        return f'<span class="tag info">{self.said["by"] % {"day": day}}</span>'


def options(choices: list[tuple[str, object]], chosen: str, any_of_them: str) -> SafeString:
    """A list to choose from; the first entry leaves it open."""
    drawn = [format_html('<option value="">{}</option>', any_of_them)] if any_of_them else []
    for code, label in choices:
        drawn.append(format_html('<option value="{}"{}>{}</option>', code, _selected(code == chosen), label))
    return mark_safe("".join(drawn))  # noqa: S308 (format_html has escaped each)


def _selected(is_so: bool) -> SafeString:
    return mark_safe(" selected") if is_so else mark_safe("")
