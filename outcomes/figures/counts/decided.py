"""What was decided on referrals, why some came back, and how long that took."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from outcomes.figures import waits
from outcomes.figures.counting import COARSE, WHOLE, Count, Cut, Kind, Measure, Seen, Span, Thing, Value
from outcomes.figures.counts import whom
from outcomes.figures.counts.asked import ORGANISATIONS, by_organisation
from referrals.models import Referral
from referrals.states import INAPPROPRIATE, Returned, State

SOON = 2  # working days, a line to hold it against

SUMS = [("decided", ("accepted", "declined"))]  # a reader knows that these add up


def declined(span: Span) -> QuerySet[Referral]:
    return whom.decided(span).filter(decision=State.RETURNED)


def unsuitable(span: Span) -> QuerySet[Referral]:
    return declined(span).filter(because__in=INAPPROPRIATE)


def by_reason(span: Span) -> Iterator[Thing]:
    rows = declined(span).values_list("ward", "person", "because")
    return (Thing(ward, why if why in Returned.values else Returned.OTHER.value, who) for ward, who, why in rows)


def days_to_decision(span: Span) -> Iterator[tuple[int, object, int]]:
    """(ward, person, working days) of each decided referral."""
    for ward, person, since, until in whom.decided(span).values_list("ward", "person", "submitted_at", "decided_at"):
        yield ward, person, waits.working_days(since, until, span.nation)


def within_two(span: Span) -> Iterator[Thing]:
    return (Thing(ward, subject=person) for ward, person, took in days_to_decision(span) if took <= SOON)


def seen_decisions(span: Span) -> Iterator[Seen]:
    return (Seen(ward, took) for ward, _person, took in days_to_decision(span))


REASONS = Cut("reason", _("Why it came back"), tuple(Returned.choices), sensitive=True)

COUNTS = [
    Count(key="decided", title=_("Decided"), counted=lambda span: whom.things(whom.decided(span))),
    Count(
        key="accepted", title=_("Accepted"), part_of="decided", counted=lambda span: whom.things(whom.accepted(span))
    ),
    Count(key="declined", title=_("Came back"), part_of="decided", counted=lambda span: whom.things(declined(span))),
    Count(
        key="declined_by_reason", title=_("Came back, by reason"), counted=by_reason, total="declined", cut=REASONS,
        shape=COARSE,
    ),
    Count(
        key="unsuitable", title=_("Came back as not for this service"), part_of="declined", shape=COARSE,
        counted=lambda span: whom.things(unsuitable(span)),
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
