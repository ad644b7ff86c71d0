"""How much connectors carry, and how much people need: caseload, case mix, and the drift of what was expected."""

from collections.abc import Iterator, Sequence
from math import sqrt
from statistics import mean, stdev
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from connect.people.models import Membership
from connect.people.roles import Role
from outcomes.disclosure import round5
from outcomes.figures.counting import COARSE, WHOLE, Count, Cut, Kind, Measure, Seen, Span, Thing, Value
from outcomes.figures.counts import whom
from outcomes.figures.counts.waiting import still_open
from outcomes.figures.wilson import NINETY_FIVE
from referrals.states import HELD, WEIGHTS, Weight

NOT_SAID = "not_said"
NO_NEED, ONE, SOME, MANY = "0", "1", "2_3", "4_up"


def carried(span: Span) -> Iterator[Seen]:
    """The weight of each open case at the month's end, each with what the connectors are funded for, if anything."""
    funded = _funded(span)
    if not funded:
        return iter(())
    held = (row for row in still_open(span) if row.then in HELD)
    return (Seen(row.ward, (WEIGHTS[row.assessed_weight or row.expected_weight], funded)) for row in held)


def _funded(span: Span) -> int:
    """Full caseloads of those who connected here at the month's end: of the teams that serve these wards."""
    there = Q(ends_at=None) | Q(ends_at__gte=span.end)
    at_work = Q(suspended_at=None) | Q(suspended_at__gte=span.end)
    rows = Membership.objects.filter(there, at_work, role=Role.CON, starts_at__lt=span.end, user__is_active=True)
    here = rows.filter(team__areas__in=[ward.pk for ward in span.wards]).distinct()
    return sum(dict(here.values_list("pk", "full_caseload")).values())


def share_of_funded(seen: Sequence[Seen]) -> dict[str, Any]:
    weight, funded = sum(one.value[0] for one in seen), seen[0].value[1]
    carried = round5(weight)
    return {"weight": carried, "funded": funded, "per_cent": round(100 * carried / funded)}


def needs_asked(span: Span) -> Iterator[Any]:
    return (row for row in whom.accepted(span) if row.domains_asked)


def by_needs(span: Span) -> Iterator[Thing]:
    return (Thing(row.ward, _band(len(row.domains)), row.person) for row in needs_asked(span))


def _band(needs: int) -> str:
    return MANY if needs >= 4 else SOME if needs >= 2 else ONE if needs else NO_NEED


def by_weight(span: Span) -> Iterator[Thing]:
    return (Thing(row.ward, row.assessed_weight or NOT_SAID, row.person) for row in whom.accepted(span))


def drift(span: Span) -> Iterator[Seen]:
    """How much more somebody needs than whoever asked expected; of those of whom both were said."""
    both = (row for row in whom.accepted(span) if row.expected_weight and row.assessed_weight)
    return (Seen(row.ward, WEIGHTS[row.assessed_weight] - WEIGHTS[row.expected_weight]) for row in both)


def mean_with_interval(seen: Sequence[Seen]) -> dict[str, Any]:
    values = [one.value for one in seen]
    half = NINETY_FIVE * stdev(values) / sqrt(len(values))
    middle = mean(values)
    return {"mean": round(middle, 1), "low": round(middle - half, 1), "high": round(middle + half, 1)}


BY_NEEDS = Cut(
    "needs", _("How many kinds of need"),
    ((NO_NEED, _("None of these")), (ONE, _("One")), (SOME, _("Two or three")), (MANY, _("Four or more"))),
    sensitive=True,
)  # fmt: skip
BY_WEIGHT = Cut(
    "weight", _("How much of a connector’s week"),
    (*((one.value, one.label) for one in Weight if one), (NOT_SAID, Weight.NOT_SAID.label)),
    sensitive=True,
)  # fmt: skip

COUNTS = [
    Count(
        key="accepted_needs_asked", title=_("Accepted, needs asked about"), part_of="accepted", shape=COARSE,
        counted=lambda span: whom.each(needs_asked(span)),
    ),
    Count(
        key="accepted_by_needs", title=_("Accepted, by kinds of need"), total="accepted_needs_asked", cut=BY_NEEDS,
        shape=COARSE, counted=by_needs,
    ),
    Count(
        key="accepted_by_weight", title=_("Accepted, by how much they need"), total="accepted", cut=BY_WEIGHT,
        shape=COARSE, counted=by_weight,
    ),
]  # fmt: skip

VALUES = [
    Value(
        key="connector_load", title=_("What connectors carry"), gathered=carried, worked=share_of_funded, shape=WHOLE,
        standing=True,
    ),
    Value(
        key="complexity_drift", title=_("More or less than expected"), gathered=drift, worked=mean_with_interval,
    ),
]  # fmt: skip

MEASURES = [
    Measure(
        number=26, key="connector_load", title=_("Room at the connectors"), kind=Kind.VALUE,
        values=("connector_load",),
        reference=(100, _("100%: a full caseload, as the team’s lead set it")),
        what=_("The open cases at the end of the period, each with its weight: light 1, standard 2, intensive 4; what "
               "nobody has weighed yet counts 2."),
        of=_("What the connectors of the teams that serve the area are funded for: the full caseload of each, added "
             "up."),
        notes=(
            _("It is about the teams together and never shown of one connector."),
            _("A full caseload is what a team’s lead says it is; 200 to 250 people a year for a full-time connector "
              "is usual elsewhere."),
        ),
    ),
    Measure(
        number=29, key="case_mix", title=_("How much people need"), kind=Kind.COUNT, part="accepted",
        also=("accepted_needs_asked", "accepted_by_needs", "accepted_by_weight"),
        what=_("Accepted referrals by how many kinds of need the person spoke of (of twelve), and by how much of a "
               "connector’s week they need, as the connector weighed it."),
        notes=(
            _("Kinds of need are counted where they were asked about. How much somebody needs is often weighed some "
              "weeks after they were accepted, so it is not said of all yet."),
        ),
    ),
    Measure(
        number=30, key="complexity_drift", title=_("More or less than expected"), kind=Kind.VALUE,
        values=("complexity_drift",),
        reference=(0, _("0: people need what was expected of them")),
        what=_("How much more of a connector’s week people need (light 1, standard 2, intensive 4) than whoever asked "
               "for them expected: the mean difference, with the range in which it lies with 95% certainty."),
        of=_("Referrals accepted in the period of which both were said."),
        notes=(
            _("A line that rises over several quarters is a reason to talk about what the contract expects. A range "
              "on both sides of 0 says that there may be no difference at all."),
        ),
    ),
]  # fmt: skip
