"""Measures 32 and 33: what changed for people who were asked twice, and how many were; by instrument, never across.

Each time with us counts once, in the month in which it was known whether there is a second reading: sixteen weeks after
the first, or when it ended before that.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from outcomes.figures.counting import COARSE, WHOLE, Count, Kind, Measure, Seen, Span, Thing, Value, once
from outcomes.measuring import comparing, together, windows
from outcomes.measuring.models import Reading
from outcomes.scoring import changes, groups, rounding
from outcomes.scoring.definitions import Definition, is_composite, shipped
from referrals.models import Referral

NO_ITEM = ""
WAYS = {"improved": _("{name}: better"), "same": _("{name}: the same"), "worse": _("{name}: worse")}
INSTRUMENTS = {key: of for key, of in shipped().items() if of.get("items")}


@dataclass(frozen=True, slots=True)
class Time:
    """One person's time with us, with a first reading; `after` is None where nobody asked again in its window."""

    person: UUID
    ward: int
    before: Reading
    after: Reading | None


def times(span: Span, instrument: str) -> list[Time]:
    """Those that were settled in the month."""
    return dict(_times(span)).get(instrument, [])


@once
def _times(span: Span) -> Iterator[tuple[str, list[Time]]]:
    """Of every instrument at once."""
    mine = [ward.pk for ward in span.wards]
    rows = Reading.objects.filter(referral__in=_concerned(span), made_at__lt=span.until)
    rows = rows.filter(referral__ward__in=mine, referral__person__restricted=False)
    held: dict[tuple, list[Reading]] = {}
    for row in comparing.standing(rows.select_related("referral").order_by("taken_on", "made_at")):
        held.setdefault((row.instrument, row.referral_id, row.version, row.language), []).append(row)
    found: dict[str, list[Time]] = {}
    for (instrument, *_which), some in held.items():
        found.setdefault(instrument, []).extend(_times_of(span, some))
    yield from found.items()


def _times_of(span: Span, some: list[Reading]) -> Iterator[Time]:
    for one, closed in together.times_with_us(some):
        if _settled(span, one, closed):
            yield Time(some[0].referral.person_id, some[0].referral.ward_id, one.before, one.after)


def _concerned(span: Span) -> QuerySet:
    """Referrals with a time that can have settled in the month. A union, so that each half goes by its own days."""
    days = (_day(span.start) - windows.AGAIN_TO, _day(span.end) - windows.AGAIN_TO)
    first = Reading.objects.filter(moment__in=windows.FIRSTS, taken_on__gte=days[0], taken_on__lt=days[1])
    closed = Referral.objects.filter(span.within("closed_at"))
    return first.order_by().values("referral").union(closed.order_by().values("pk"))


def _settled(span: Span, one: windows.Span, closed: date | None) -> bool:
    if one.before is None:
        return False
    on = min(one.settles_on, closed) if closed and closed >= one.before.taken_on else one.settles_on
    return _day(span.start) <= on < _day(span.end)


def _day(moment: Any) -> date:
    return timezone.localdate(moment)


def improvement(one: Time, item: str) -> float | None:
    """More is better, whichever way the instrument counts; None where the two cannot be compared."""
    if one.after is None:
        return None
    told = changes.change(one.before.definition, one.before.answers, one.after.answers)
    return (told["items"][item] if item else told)["improvement"]


def _things(span: Span, instrument: str, counts: Callable[[Time], bool]) -> Iterator[Thing]:
    return (Thing(one.ward, subject=one.person) for one in times(span, instrument) if counts(one))


def _eligible(span: Span, instrument: str) -> Iterator[Thing]:
    return _things(span, instrument, lambda one: True)


def _pairs(span: Span, instrument: str) -> Iterator[Thing]:
    return _things(span, instrument, lambda one: one.after is not None)


def _moved(span: Span, instrument: str, way: str) -> Iterator[Thing]:
    """`way`: better, the same, worse. Those of whom it cannot be said are with the same."""
    return _things(span, instrument, lambda one: one.after is not None and _way(improvement(one, NO_ITEM)) == way)


def _way(step: float | None) -> str:
    return "improved" if step and step > 0 else "worse" if step and step < 0 else "same"


def _steps(span: Span, instrument: str, item: str) -> Iterator[Seen]:
    for one in times(span, instrument):
        if (step := improvement(one, item)) is not None:
            yield Seen(one.ward, step)


def mean(steps: Sequence[Seen]) -> Mapping[str, Any]:
    """With Student's interval, to a tenth: finer, and it could be taken apart with the mean of another period."""
    told = groups.change("better", [(0, one.value) for one in steps], len(steps))
    low, high = (rounding.rounded(end, 1) for end in told["ci95"])
    shown = {"mean": rounding.rounded(told["mean_improvement"], 1), "sd": rounding.rounded(told["sd"], 1)}
    return shown | {"low": low, "high": high, "status": told["status"]}


def _counts(key: str, of: Definition) -> Iterator[Count]:
    def say(words: Any) -> Any:
        return format_lazy(words, name=of["name"])

    def counted(by: Callable) -> Callable[[Span], Iterator[Thing]]:
        return partial(by, instrument=key)

    yield Count(
        key=f"eligible_{key}", title=say(_("{name}: could have been asked twice")), counted=counted(_eligible),
        shape=COARSE,
    )  # fmt: skip
    yield Count(
        key=f"pairs_{key}", title=say(_("{name}: asked twice")), counted=counted(_pairs), part_of=f"eligible_{key}",
        shape=COARSE,
    )  # fmt: skip
    if is_composite(of):
        for way, words in WAYS.items():
            yield Count(
                key=f"{way}_{key}", title=say(words), counted=partial(_moved, instrument=key, way=way),
                part_of=f"pairs_{key}", shape=WHOLE,
            )  # fmt: skip


def _values(key: str, of: Definition) -> Iterator[Value]:
    items = [NO_ITEM] if is_composite(of) else [item["key"] for item in of["items"]]
    for item in items:
        yield Value(
            key="_".join(filter(None, ["change", key, item])),
            title=format_lazy(_("{name}: mean change"), name=", ".join(filter(None, [of["name"], item]))),
            gathered=partial(_steps, instrument=key, item=item), worked=mean, shape=WHOLE,
        )  # fmt: skip


COUNTS = [count for key, of in INSTRUMENTS.items() for count in _counts(key, of)]
VALUES = [value for key, of in INSTRUMENTS.items() for value in _values(key, of)]
# A reader knows that these add up.
SUMS = [(f"pairs_{key}", tuple(f"{way}_{key}" for way in WAYS)) for key, of in INSTRUMENTS.items() if is_composite(of)]
FIRST = next(iter(INSTRUMENTS))

MEASURES = [
    Measure(
        number=32, key="change", title=_("How people are, before and after"), kind=Kind.VALUE,
        part=f"improved_{FIRST}", whole=f"pairs_{FIRST}",
        what=_("The mean change between the first reading and the latest in its window, turned so that more is better;"
               " and how many were better, the same or worse."),
        of=_("People who were asked twice with the same questions: first within 28 days of the first word with them,"
             " and again 8 to 16 weeks later, or at the end if that was 4 weeks later or more."),
        notes=(
            comparing.CAPTION,
            _("Each set of questions stands for itself: their numbers are not alike and are never put together."),
            _("With 8 to 29 people it is marked as indicative: a few answers move it far."),
            _("Readings that somebody read out are more positive than those people fill in alone."),
        ),
        also=(f"same_{FIRST}", f"worse_{FIRST}"), values=tuple(value.key for value in VALUES),
    ),
    Measure(
        number=33, key="completion", title=_("How many were asked twice?"), kind=Kind.SHARE,
        part=f"pairs_{FIRST}", whole=f"eligible_{FIRST}",
        what=_("Times with us that have a first and a second reading, each in its window."),
        of=_("Times with us that have a first reading and whose sixteenth week after it, or whose end if that was"
             " sooner, fell in the period."),
        notes=(
            _("It always stands beside the change: where few were asked twice, the change is that of those few."),
            _("Readings outside their windows are kept and counted in no comparison."),
        ),
        also=tuple(count.key for count in COUNTS if count.key.startswith("pairs_")),
        reference=(60, _("60 in 100: what the service sets itself, not a pass mark")),
    ),
]  # fmt: skip
