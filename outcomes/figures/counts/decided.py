"""What was decided on referrals, why some came back, and how long that took."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from outcomes.figures import waits
from outcomes.figures.counting import COARSE, WHOLE, Count, Cut, Kind, Measure, Seen, Span, Thing, Value
from outcomes.figures.counts import whom
from outcomes.figures.counts.asked import ORGANISATIONS, nameless
from referrals.states import INAPPROPRIATE, Returned, State

SOON = 2  # working days, a line to hold it against

SUMS = [("decided", ("accepted", "declined"))]  # a reader knows that these add up


def declined(span: Span) -> list[Any]:
    return [row for row in whom.decided(span) if row.decision == State.RETURNED]


def unsuitable(span: Span) -> list[Any]:
    return [row for row in declined(span) if row.because in INAPPROPRIATE]


def by_reason(span: Span) -> Iterator[Thing]:
    for row in declined(span):
        yield Thing(row.ward, row.because if row.because in Returned.values else Returned.OTHER.value, row.person)


def by_organisation(rows: Iterable[Any]) -> Iterator[Thing]:
    return (Thing(row.ward, row.referring_organisation__name or nameless(), row.person) for row in rows)


def _took(span: Span, row: Any) -> int:
    return waits.working_days(row.submitted_at, row.decided_at, span.nation)


def within_two(span: Span) -> Iterator[Thing]:
    return whom.each(row for row in whom.decided(span) if _took(span, row) <= SOON)


def seen_decisions(span: Span) -> Iterator[Seen]:
    return (Seen(row.ward, _took(span, row)) for row in whom.decided(span))


REASONS = Cut("reason", _("Why it came back"), tuple(Returned.choices), sensitive=True)

COUNTS = [
    Count(key="decided", title=_("Decided"), counted=lambda span: whom.each(whom.decided(span))),
    Count(
        key="accepted", title=_("Accepted"), part_of="decided", counted=lambda span: whom.each(whom.accepted(span))
    ),
    Count(key="declined", title=_("Came back"), part_of="decided", counted=lambda span: whom.each(declined(span))),
    Count(
        key="declined_by_reason", title=_("Came back, by reason"), counted=by_reason, total="declined", cut=REASONS,
        shape=COARSE,
    ),
    Count(
        key="unsuitable", title=_("Came back as not for this service"), part_of="declined", shape=COARSE,
        counted=lambda span: whom.each(unsuitable(span)),
    ),
    Count(
        key="decided_by_organisation", title=_("Decided, by organisation"), total="decided", cut=ORGANISATIONS,
        shape=WHOLE, counted=lambda span: by_organisation(whom.decided(span)),
    ),
    Count(
        key="unsuitable_by_organisation", title=_("Not for this service, by organisation"), total="unsuitable",
        part_of="decided_by_organisation", cut=ORGANISATIONS, shape=WHOLE,
        counted=lambda span: by_organisation(unsuitable(span)),
    ),
    Count(
        key="decided_in_2_days", title=_("Decided within 2 working days"), part_of="decided", shape=COARSE,
        counted=within_two,
    ),
]  # fmt: skip

VALUES = [
    Value(
        key="days_to_decision", title=_("Working days until a decision"), gathered=seen_decisions,
        worked=waits.told([0, 1, 2, 5, 10, 20]),
    ),
]  # fmt: skip

MEASURES = [
    Measure(
        number=3, key="acceptance", title=_("Accepted"), kind=Kind.SHARE, part="accepted", whole="decided",
        what=_("Referrals whose first decision was to accept them."),
        of=_("Referrals that were decided for the first time in the period, whenever they had been received."),
        notes=(
            _("A referral that came back and was accepted when it was sent again counts as come back: its first answer "
              "counts. Those still undecided are in neither number, and those taken back or passed to another scheme "
              "before a decision are not either."),
            _("A high share is not better by itself: it also rises when people who need something else are kept."),
        ),
    ),
    Measure(
        number=4, key="declined", title=_("Why referrals came back"), kind=Kind.SHARE, part="declined",
        whole="decided", also=("declined_by_reason",),
        what=_("Referrals whose first decision was to give them back, by the reason that the team gave."),
        of=_("Referrals decided for the first time in the period."),
        notes=(
            _("One reason is written down for each. “Something is missing” often leads to a second sending."),
        ),
    ),
    Measure(
        number=5, key="unsuitable", title=_("Not for this service"), kind=Kind.SHARE, part="unsuitable",
        whole="decided", also=("unsuitable_by_organisation", "decided_by_organisation"),
        what=_("Referrals that came back for a reason that whoever asked could have known: clinical help or a social "
               "care assessment was needed, somebody was in crisis, lives outside the area or is outside the age, or "
               "had not agreed."),
        of=_("Referrals decided for the first time in the period."),
        notes=(
            _("It says where a talk or a training would help, and nothing about any one worker. With few referrals of "
              "an organisation one more or less moves the share far."),
        ),
    ),
    Measure(
        number=7, key="time_to_decision", title=_("Time to a decision"), kind=Kind.VALUE,
        part="decided_in_2_days", whole="decided", values=("days_to_decision",),
        reference=(2, _("2 working days: what the service sets itself, not a pass mark")),
        what=_("Working days from the day a referral was received to its first decision; the same day is 0. The middle "
               "one of all (median), and how many took no more than 2."),
        of=_("Referrals decided for the first time in the period."),
        notes=(
            _("Bank holidays of the nation are not working days. A referral that nobody has decided yet is not in it: "
              "see the waiting list."),
        ),
    ),
]  # fmt: skip
