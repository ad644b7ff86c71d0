"""Measure 24: needs that people named and that nothing here answers, by need, by ward and by what was missing."""

from collections.abc import Callable, Iterator
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from directory.models import Gap, Unfound
from directory.reference import NEEDS
from directory.states import Missing
from outcomes.figures.counting import BY_WARD_A_YEAR, COARSE, About, Count, Cut, Kind, Measure, Span, Thing
from outcomes.figures.counts import needs
from outcomes.figures.counts.needs import Asked, Why
from outcomes.figures.lattice import Grain, Level

OTHER = "other"
# A month of a ward has too few of these to tell.
BY_WARD = dict.fromkeys((Grain.QUARTER, Grain.YEAR), (Level.WARD, Level.LOCALITY, Level.WHOLE))
HOUSE = {code for code, _name, _synonyms in NEEDS}

NEED = Cut(
    "need", _("What they would like"), (*((code, _(name)) for code, name, _said in NEEDS), (OTHER, _("Something else")))
)  # fmt: skip
REASON = Cut(
    "why_unmet",
    _("What was missing"),
    (
        (Why.NOTHING.value, _("Nothing suitable")),
        (Why.FULL.value, _("No room")),
        (Why.UNREACHABLE.value, _("Too far, or no way to get there")),
        (Why.COST.value, _("It costs too much")),
    ),
)
GAP = Cut("gap_reason", _("Why nothing fitted"), (*Missing.choices, ("unsaid", _("Not said"))))


def need_of(code: str) -> str:
    """What an editor added to the house's list stands together with what is rare."""
    return code if code in HOUSE else OTHER


def _told(span: Span, category: Callable[[Asked], str], *, unmet: bool) -> Iterator[Thing]:
    for one in needs.asked(span):
        if not unmet or one.why is not None:
            yield Thing(one.ward, category(one), one.person)


def _recorded(span: Span) -> Iterator[Thing]:
    return _told(span, lambda one: "", unmet=False)


def _recorded_by_need(span: Span) -> Iterator[Thing]:
    return _told(span, lambda one: need_of(one.need), unmet=False)


def _unmet(span: Span) -> Iterator[Thing]:
    return _told(span, lambda one: "", unmet=True)


def _unmet_by_need(span: Span) -> Iterator[Thing]:
    return _told(span, lambda one: need_of(one.need), unmet=True)


def _unmet_by_reason(span: Span) -> Iterator[Thing]:
    return _told(span, lambda one: str(one.why), unmet=True)


def _gaps(span: Span) -> Iterator[Thing]:
    """What anybody wrote down as missing, in a search or with somebody: lines, and no people."""
    rows = Gap.objects.filter(span.within("at"), area__in=span.wards).values_list("pk", "area", "reason")
    return (Thing(area, reason or "unsaid", pk) for pk, area, reason in rows)


def _searches(span: Span) -> Iterator[Thing]:
    """What was looked for in the search and not found, as often as it was."""
    days = (timezone.localdate(span.start), timezone.localdate(span.end) - timedelta(days=1))
    rows = Unfound.objects.filter(day__range=days, area__in=[ward.pk for ward in span.wards])
    return (Thing(area) for area, times in rows.values_list("area", "times") for _time in range(times))


COUNTS = [
    Count(key="recorded_needs", title=_("Needs that people named"), counted=_recorded, shape=BY_WARD),
    Count(
        key="needs_unmet",
        title=_("Needs that nothing here answers"),
        counted=_unmet,
        part_of="recorded_needs",
        shape=BY_WARD,
    ),
    Count(
        key="recorded_by_need",
        title=_("Needs that people named, by need"),
        counted=_recorded_by_need,
        total="recorded_needs",
        cut=NEED,
        shape=BY_WARD_A_YEAR,
    ),
    Count(
        key="unmet",
        title=_("Needs that nothing here answers, by need"),
        counted=_unmet_by_need,
        total="needs_unmet",
        cut=NEED,
        shape=BY_WARD_A_YEAR,
    ),
    Count(
        key="unmet_by_reason",
        title=_("Needs that nothing here answers, by what was missing"),
        counted=_unmet_by_reason,
        total="needs_unmet",
        cut=REASON,
        shape=COARSE,
    ),
    Count(
        key="gaps_noted",
        title=_("Gaps that were written down, by reason"),
        counted=_gaps,
        cut=GAP,
        shape=BY_WARD_A_YEAR,
        about=About.THINGS,
    ),
    Count(
        key="searches_empty",
        title=_("Searches of the directory that found nothing"),
        counted=_searches,
        about=About.THINGS,
    ),
]

MEASURES = [
    Measure(
        number=24,
        key="unmet_need",
        title=_("What do people ask for that is not there?"),
        kind=Kind.SHARE,
        what=_("Needs for which, six weeks after the referral, somebody had written down that there was nothing"
               " suitable, no room, no way to get there, or that it costs too much."),
        of=_("Needs named in referrals whose six weeks were over in the period."),
        notes=(
            _("Somebody who named two needs counts for both."),
            _("A need is answered when they were introduced to something that answers it and that did not end for one"
              " of these reasons. Where nobody wrote down why it was not, it is not counted as missing: so this is the"
              " least there is."),
            _("A gap that is written down names nobody. It is counted for the people whom the one who wrote it works"
              " with in that ward, if they named that need."),
        ),
        part="needs_unmet",
        whole="recorded_needs",
        also=("unmet", "recorded_by_need", "unmet_by_reason", "gaps_noted", "searches_empty"),
    ),
]  # fmt: skip
