"""What changed for a team's own people, instrument by instrument: with its interval, and how many were asked twice."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from connect.people.models import User
from outcomes.measuring import comparing, windows
from outcomes.measuring.models import Reading
from outcomes.measuring.windows import Span
from outcomes.scoring import groups
from outcomes.scoring.changes import compared, item_score
from outcomes.scoring.definitions import Definition, definition, is_composite
from outcomes.scoring.readings import Result
from referrals.models import Referral

Key = tuple[str, str, str]


@dataclass(frozen=True)
class Changed:
    """One instrument, or one item of those whose items stand alone. `told` is groups.change; `reached` counts those
    whose change was at least what published work calls meaningful, where there is such work and enough people."""

    instrument: str
    language: str
    name: str
    item: str
    told: Result
    helped: int
    reached: list[tuple[str, float, int]]


def changed(user: User, begins: date, ends: date) -> tuple[list[Changed], int]:
    """Of people this reader may see; and how many readings of theirs fell outside their windows."""
    spans = _spans(user)
    concerned = {key: [one for one, closed in rows if _falls(one, closed, begins, ends)] for key, rows in spans.items()}
    outside = sum(one.out_of_window for rows in concerned.values() for one in rows)
    found = [line for key in sorted(concerned) if concerned[key] for line in _lines(key, concerned[key])]
    return found, outside


def _spans(user: User) -> dict[Key, list[tuple[Span, date | None]]]:
    """(instrument, version, language) -> each time with us of each person, and the day it ended."""
    people = Referral.objects.visible_to(user).exclude(connector=None)
    rows = Reading.objects.filter(referral__in=people).select_related("referral").order_by("taken_on", "made_at")
    held: dict[tuple[object, Key], list[Reading]] = {}
    for row in comparing.standing(rows):
        held.setdefault((row.referral_id, (row.instrument, row.version, row.language)), []).append(row)
    found: dict[Key, list[tuple[Span, date | None]]] = {}
    for (_person, key), some in held.items():
        found.setdefault(key, []).extend(times_with_us(some))
    return found


def times_with_us(rows: list[Reading]) -> list[tuple[Span, date | None]]:
    """Of one person and one instrument: each time they were with us, and the day it ended."""
    times, referral = windows.episodes([row for row in rows if comparing.counts(row)]), rows[0].referral
    closed = timezone.localdate(referral.closed_at) if referral.closed_at else None
    last = len(times) - 1
    # Only of the first time is it known when somebody first spoke with them, and only of the last when it ended.
    return [
        (windows.span(some, spoke_on=windows.spoke_on(referral) if n == 0 else None), closed if n == last else None)
        for n, some in enumerate(times)
    ]


def _falls(one: Span, closed: date | None, begins: date, ends: date) -> bool:
    """The sixteenth week after the first reading lies in the period, or it ended in it."""
    if one.before is None:
        return False
    return begins <= one.settles_on < ends or (closed is not None and begins <= closed < ends)


def _lines(key: Key, spans: list[Span]) -> list[Changed]:
    of = definition(key[0])
    if is_composite(of):
        return [_line(key, of, spans, "", of["higher_is"], lambda result: result["score"])]
    return [_line(key, of, spans, item["key"], item.get("higher_is", of["higher_is"]), _scored(item["key"]))
            for item in of["items"]]  # fmt: skip


def _scored(item: str) -> Callable[[Result], float | None]:
    return lambda result: item_score(result, item)


def _line(key: Key, of: Definition, spans: list[Span], item: str, way: str, of_result: Callable) -> Changed:
    scored = [(of_result(comparing.result(one.before)), one) for one in spans]
    eligible = [(before, one) for before, one in scored if before is not None]
    pairs = [(before, of_result(comparing.result(one.after)) if one.after else None) for before, one in eligible]
    told = groups.change(way, pairs, len(eligible))
    enough = "mean_improvement" in told
    return Changed(
        key[0], key[2], of["name"], item, told,
        helped=sum(_was_helped(one) for _before, one in eligible if one.after) if enough else 0,
        reached=_reached(pairs, way, of.get("thresholds") or {}) if enough and not item else [],
    )  # fmt: skip


def _was_helped(one: Span) -> bool:
    return (one.before.mode in comparing.ALONE) != (one.after.mode in comparing.ALONE)


def _reached(pairs: Iterable[tuple], way: str, thresholds: dict[str, float]) -> list[tuple[str, float, int]]:
    """(threshold, its value, how many improved by at least as much)."""
    results = [compared(before, after, way, thresholds) for before, after in pairs if after is not None]
    better = [one for one in results if one["direction"] == "improved"]
    return [(name, least, sum(one["thresholds"][name] for one in better)) for name, least in thresholds.items()]
