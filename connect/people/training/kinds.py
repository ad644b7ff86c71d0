"""What there is to be trained in: the house's list, with what the tenant says instead of it or besides."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from connect.people.training.models import TrainingKind, TrainingSession
from connect.people.training.states import REFRESHED_AFTER, Kind


@dataclass(frozen=True)
class Taught:
    """One kind. `question` is asked of each before and after; `months` None is never due again."""

    key: str
    name: str
    months: int | None = None
    about: str = ""
    question: str = ""
    is_offered: bool = True
    is_ours: bool = False  # added by the tenant, or changed


def every() -> list[Taught]:
    """The house's in its order, then what the tenant added; what was ended too, for what was held before."""
    rows = {row.key: row for row in TrainingKind.objects.all()}
    added = sorted((row for key, row in rows.items() if key not in Kind.values), key=lambda row: row.name)
    return [_of(kind.value, rows.get(kind.value)) for kind in Kind] + [_of(row.key, row) for row in added]


def offered() -> list[Taught]:
    return [one for one in every() if one.is_offered]


def of(key: str) -> Taught:
    """One kind by its key; a key nobody knows any more is something else."""
    return _of(key, TrainingKind.objects.filter(key=key).first())


def _of(key: str, row: TrainingKind | None) -> Taught:
    if row:
        question = row.question or how_sure(row.name)
        return Taught(key, row.name, row.refresher_months, row.about, question, row.ended_at is None, is_ours=True)
    kind = Kind(key) if key in Kind.values else Kind.OTHER
    return Taught(key, str(kind.label), REFRESHED_AFTER.get(kind), question=how_sure(str(kind.label), kind))


def how_sure(name: str, kind: str = "") -> str:
    if kind in (Kind.MECC, Kind.MECC_REFRESHER):
        return _("How sure do you feel about bringing up company and connection with somebody you meet?")
    return _("How sure do you feel about this today: %(name)s?") % {"name": name}


def name_all(sessions: Iterable[TrainingSession]) -> list[TrainingSession]:
    """Each of these says its kind without asking again."""
    names, rows = {one.key: one.name for one in every()}, list(sessions)
    for row in rows:
        row.said_kind = names.get(row.kind, str(Kind.OTHER.label))
    return rows


def refresher_after(key: str, held_on: date) -> date | None:
    """When somebody who came that day is due again, by the policy of its kind."""
    months = of(key).months
    return months_after(held_on, months) if months else None


def months_after(day: date, months: int) -> date:
    """The same day of the month, or the last that month has."""
    year, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + year, month + 1, 1)
    last = (date(first.year + first.month // 12, first.month % 12 + 1, 1) - first).days
    return first.replace(day=min(day.day, last))
