"""How far one's own people are, and whom it is time to look at: each number and the rows behind it in one question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connect.people.models import User
from outcomes.drawing import Picture, Stage, Table, funnel, picture
from referrals.going import counting
from referrals.models import Connection, Referral
from referrals.states import HELD, Answer, State, Step

Rows = QuerySet[Referral]
HALF_A_YEAR, TEN_DAYS, TWO_WEEKS = timedelta(weeks=26), timedelta(days=10), timedelta(days=14)
MOST = 200


def _connections(**said: object) -> Exists:
    return Exists(Connection.objects.filter(referral=OuterRef("pk"), **said))


def _been() -> Exists:
    return Exists(counting.confirmed(Answer.WENT).filter(referral=OuterRef("pk")))


# From the furthest to the first: somebody stands at the first of these that is true of them.
STEPS: dict[str, tuple[Any, Callable[[], Any]]] = {
    "settled": (gettext_lazy("Settled"), lambda: _connections(state=Step.SETTLED)),
    "going": (gettext_lazy("Have gone to something"), _been),
    "introduced": (gettext_lazy("Introduced, not gone yet"), lambda: _connections(introduced_at__isnull=False)),
    "planned": (
        gettext_lazy("Met, or a plan agreed"),
        lambda: Q(plan_agreed_at__isnull=False) | Q(first_meeting_at__isnull=False),
    ),
    "spoken": (gettext_lazy("Spoken to"), lambda: Q(first_contact_at__isnull=False)),
    "accepted": (gettext_lazy("Not spoken to yet"), lambda: Q()),
}


def mine(user: User) -> Rows:
    return Referral.objects.caseload_of(user)


def staged(rows: Rows) -> Rows:
    """Each with the furthest step it has come to."""
    cases = [When(made(), then=Value(key)) for key, (_title, made) in STEPS.items() if key != "accepted"]
    return rows.annotate(come_to=Case(*cases, default=Value("accepted"), output_field=CharField()))


# What may be looked at ---------------------------------------------------------------------------


def _open(user: User) -> Rows:
    return mine(user).filter(state__in=HELD)


def _lately(user: User) -> Rows:
    return mine(user).filter(submitted_at__gte=timezone.now() - HALF_A_YEAR).exclude(state=State.WITHDRAWN)


def _silent(user: User) -> Rows:
    since = timezone.now() - TEN_DAYS
    rows = _open(user).exclude(state=State.PAUSED).filter(submitted_at__lt=since).with_last_contact()
    return rows.filter(~_connections(introduced_at__isnull=False)).exclude(last_spoke_at__gte=since)


def _unheard(user: User) -> Rows:
    due = Connection.objects.filter(referral=OuterRef("pk"), first_offered_at__lt=timezone.now() - TWO_WEEKS)
    answered = [counting.confirmed(one).filter(connection=OuterRef("pk")) for one in (Answer.WENT, Answer.NOT)]
    return _open(user).filter(Exists(due.exclude(Exists(answered[0])).exclude(Exists(answered[1]))))


LOOK = {
    "silent": (gettext_lazy("Waiting, and not spoken with for ten days"), _silent),
    "unheard": (gettext_lazy("First session two weeks ago, and nobody has said whether they went"), _unheard),
}


@dataclass(frozen=True, slots=True)
class Number:
    key: str
    title: str
    n: int

    @property
    def address(self) -> str:
        return reverse("live_rows", args=[self.key])


def open_now(user: User) -> list[Number]:
    """Those in somebody's hands, by the furthest they have come; from the first step to the last."""
    found = Counter(staged(_open(user)).order_by().values_list("come_to", flat=True))
    return [Number(f"open-{key}", str(title), found[key]) for key, (title, _made) in reversed(STEPS.items())]


def to_look_at(user: User) -> list[Number]:
    return [Number(key, str(title), rows(user).count()) for key, (title, rows) in LOOK.items()]


REACHED = {
    "accepted": gettext_lazy("Taken on"), "spoken": gettext_lazy("Spoken to"),
    "planned": gettext_lazy("Met, or a plan agreed"), "introduced": gettext_lazy("Introduced"),
    "going": gettext_lazy("Went along"), "settled": gettext_lazy("Settled"),
}  # fmt: skip


def half_a_year(user: User) -> list[Number]:
    """Of those referred in half a year, how many came so far or further; and those who are finished too."""
    found = Counter(staged(_lately(user)).order_by().values_list("come_to", flat=True))
    keys = list(REACHED)
    return [
        Number(f"since-{key}", str(REACHED[key]), sum(found[one] for one in keys[place:]))
        for place, key in enumerate(keys)
    ]


def drawn(numbers: list[Number]) -> Picture:
    title = _("People referred in the last 26 weeks, by how far they have come")
    rows = [Stage(one.title, one.n, f"{one.n:,}") for one in numbers]
    cells = [(one.title, format_html('<a href="{}">{}</a>', one.address, one.n)) for one in numbers]
    table = Table(title, [_("Step"), _("People")], cells)
    return picture("live-journey", title, partial(funnel, rows), table=table, is_open=True)


# The rows behind a number ----------------------------------------------------------------------


def behind(key: str, user: User) -> tuple[str, Rows] | None:
    """(what they are, the rows) of a number on the page; None for what is none."""
    if key in LOOK:
        title, rows = LOOK[key]
        return str(title), rows(user)
    kind, _dash, step = key.partition("-")
    if kind == "open" and step in STEPS:
        return str(STEPS[step][0]), staged(_open(user)).filter(come_to=step)
    if kind == "since" and step in REACHED:
        keys = list(REACHED)
        return str(REACHED[step]), staged(_lately(user)).filter(come_to__in=keys[keys.index(step) :])
    return None


def listed(rows: Rows) -> list[Referral]:
    found = rows.select_related("person", "ward", "connector").order_by(
        F("next_on").asc(nulls_last=True), "submitted_at"
    )
    return list(found[:MOST])
