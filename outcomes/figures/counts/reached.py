"""Whether people were reached, how soon and how often; and whether word of them reached whoever asked."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

from django.db.models import Count as Counted
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Least
from django.utils.translation import gettext_lazy as _

from outcomes.figures import waits
from outcomes.figures.counting import COARSE, WHOLE, Count, Cut, Kind, Measure, Seen, Span, Thing, Value, once
from outcomes.figures.counts import whom
from outcomes.figures.counts.asked import ORGANISATIONS, nameless
from referrals.hearing.models import Reply
from referrals.hearing.states import News, WhyNot
from referrals.models import Happened, ReferralEvent
from referrals.states import State

SOON = 5  # working days, for a first talk and for word to whoever asked
FOUR_WEEKS = timedelta(weeks=4)  # twenty working days
REACHED, IN_VAIN = "reached", "not_reached"
LATE = "late"

SUMS = [("reply_due", ("replied", "not_replied"))]  # a reader knows that these add up


# A first talk ----------------------------------------------------------------------------------


def contacted_soon(span: Span) -> Iterator[Thing]:
    for row in whom.accepted(span):
        spoke = row.first_contact_at
        if spoke and spoke < span.until and waits.working_days(row.submitted_at, spoke, span.nation) <= SOON:
            yield Thing(row.ward, subject=row.person)


def days_to_contact(span: Span) -> Iterator[Seen]:
    """Whoever has not been spoken to yet has waited until now; or until it was finished without."""
    rows = whom.accepted(span)
    waiting = {row.pk for row in rows if row.first_contact_at is None or row.first_contact_at >= span.until}
    ended = whom.ended(span, list(waiting))
    for row in rows:
        until = ended.get(row.pk, span.until) if row.pk in waiting else row.first_contact_at
        yield Seen(row.ward, waits.working_days(row.submitted_at, until, span.nation), row.pk not in waiting)


@once
def four_weeks_on(span: Span) -> Iterator[Any]:
    """Accepted at first, and four weeks were over in this month; with every try in vain before they were reached."""
    until = Least(OuterRef("first_contact_at"), OuterRef("decided_at") + FOUR_WEEKS)
    rows = whom.with_decision(whom.referrals(span).filter(span.over_after("decided_at", FOUR_WEEKS)))
    rows = rows.annotate(in_vain=_number(_contacts(IN_VAIN).filter(at__lt=until)))
    fields = ("ward", "person", "decided_at", "first_contact_at", "decision", "in_vain")
    return (row for row in rows.values_list(*fields, named=True) if row.decision == State.ACCEPTED)


def _was_reached(row: Any) -> bool:
    return row.first_contact_at is not None and row.first_contact_at < row.decided_at + FOUR_WEEKS


def reached_in_four_weeks(span: Span) -> Iterator[Thing]:
    return whom.each(row for row in four_weeks_on(span) if _was_reached(row))


def _contacts(to: str) -> QuerySet[ReferralEvent]:
    return ReferralEvent.objects.filter(referral=OuterRef("pk"), kind=Happened.CONTACT, to=to)


def _number(rows: QuerySet) -> Coalesce:
    return Coalesce(Subquery(rows.order_by().values("referral").annotate(n=Counted("pk")).values("n")), 0)


def seen_tries(span: Span) -> Iterator[Seen]:
    for row in four_weeks_on(span):
        reached = _was_reached(row)
        yield Seen(row.ward, row.in_vain + reached, reached)


def tries_per_person_reached(seen: Sequence[Seen]) -> dict[str, Any]:
    """All tries, those in vain too, for each person who was reached."""
    reached = sum(one.whole for one in seen)
    return {"mean": round(sum(one.value for one in seen) / reached, 1) if reached >= 8 else None}


def seen_contacts(span: Span) -> Iterator[Seen]:
    rows = whom.closed(span).annotate(times=_number(_contacts(REACHED).filter(at__lt=span.until)))
    return (Seen(ward, times) for ward, times in rows.values_list("ward", "times"))


def median_and_quarters(seen: Sequence[Seen]) -> dict[str, Any]:
    values = sorted(one.value for one in seen)
    many = len(values) >= waits.ENOUGH
    return {
        "median": _at(values, 0.5),
        "quarter": _at(values, 0.25) if many else None,
        "three_quarters": _at(values, 0.75) if many else None,
    }


def _at(values: Sequence[int], share: float) -> float:
    """The value in that place, or the middle of the two around it."""
    place = share * (len(values) - 1)
    low = int(place)
    high = min(low + 1, len(values) - 1)
    return round(values[low] + (place - low) * (values[high] - values[low]), 1)


# Word to whoever asked -------------------------------------------------------------------------


def replies(span: Span) -> QuerySet[Reply]:
    """What whoever asked should hear of: a first time there, and the end. Who asked for themselves needs no word."""
    wards = [ward.pk for ward in span.wards]
    rows = Reply.objects.filter(span.within("event_at"), news__in=[News.WENT, News.CLOSED], referral__ward__in=wards)
    return rows.filter(referral__person__restricted=False).exclude(why_not=WhyNot.THEMSELVES)


@once
def due(span: Span) -> Iterator[tuple[Thing, str, str]]:
    """(thing, organisation, "" or why not in time) of each word that was owed."""
    rows = replies(span).values_list(
        "referral__ward", "referral__person", "referral__referring_organisation__name", "event_at", "sent_at", "why_not"
    )
    for ward, person, body, event, sent, why in rows:
        in_time = sent and sent < span.until and waits.working_days(event, sent, span.nation) <= SOON
        yield Thing(ward, subject=person), body or nameless(), _missing(in_time, why)


def _missing(in_time: bool, why: str) -> str:
    return "" if in_time else why if why in dict(MISSING) else LATE


def reply_things(span: Span, *, told: bool | None = None) -> Iterator[Thing]:
    return (thing for thing, _body, missing in due(span) if told is None or told is (missing == ""))


def missing_by_reason(span: Span) -> Iterator[Thing]:
    return (Thing(one.ward, missing, one.subject) for one, _body, missing in due(span) if missing)


def replies_by_organisation(span: Span, *, told: bool | None = None) -> Iterator[Thing]:
    for one, body, missing in due(span):
        if told is None or told is (missing == ""):
            yield Thing(one.ward, body, one.subject)


MISSING = (
    (LATE, _("Later, or still on its way")),
    *((one.value, one.label) for one in WhyNot if one != WhyNot.THEMSELVES),
)

COUNTS = [
    Count(
        key="contacted_in_5_days", title=_("Spoken to within 5 working days"), part_of="accepted", shape=COARSE,
        counted=contacted_soon,
    ),
    Count(
        key="accepted_4_weeks", title=_("Accepted four weeks before"), shape=COARSE,
        counted=lambda span: whom.each(four_weeks_on(span)),
    ),
    Count(
        key="reached_4_weeks", title=_("Spoken to within four weeks"), part_of="accepted_4_weeks", shape=COARSE,
        counted=reached_in_four_weeks,
    ),
    Count(key="reply_due", title=_("Word was owed to whoever asked"), counted=reply_things),
    Count(
        key="replied", title=_("Word reached them in time"), part_of="reply_due",
        counted=lambda span: reply_things(span, told=True),
    ),
    Count(
        key="not_replied", title=_("Word did not reach them in time"), part_of="reply_due",
        counted=lambda span: reply_things(span, told=False),
    ),
    Count(
        key="not_replied_by_reason", title=_("Why word did not reach them"), total="not_replied", shape=COARSE,
        cut=Cut("missing", _("Why not in time"), MISSING), counted=missing_by_reason,
    ),
    Count(
        key="reply_due_by_organisation", title=_("Word was owed, by organisation"), total="reply_due",
        cut=ORGANISATIONS, shape=WHOLE, counted=replies_by_organisation,
    ),
    Count(
        key="replied_by_organisation", title=_("Word in time, by organisation"), total="replied", cut=ORGANISATIONS,
        part_of="reply_due_by_organisation", shape=WHOLE,
        counted=lambda span: replies_by_organisation(span, told=True),
    ),
]  # fmt: skip

VALUES = [
    Value(
        key="days_to_contact", title=_("Working days until somebody spoke with them"), gathered=days_to_contact,
        worked=waits.told([0, 1, 2, 5, 10, 20]),
    ),
    Value(
        key="tries_per_person_reached", title=_("Tries for each person reached"), gathered=seen_tries,
        worked=tries_per_person_reached,
    ),
    Value(
        key="contacts_per_person", title=_("Talks with each person until it was finished"), gathered=seen_contacts,
        worked=median_and_quarters,
    ),
]  # fmt: skip

MEASURES = [
    Measure(
        number=8, key="time_to_contact", title=_("Time to a first talk"), kind=Kind.VALUE,
        part="contacted_in_5_days", whole="accepted", values=("days_to_contact",),
        reference=(5, _("5 working days: what the service sets itself, not a pass mark")),
        what=_("Working days from the day a referral was received to the first talk in which the person answered. The "
               "middle one of all (median), and how many took no more than 5."),
        of=_("Referrals accepted in the period, those too where nobody has been spoken to yet."),
        notes=(
            _("Somebody not reached yet counts as waiting so far, so the median is that of Kaplan and Meier: leaving "
              "them out would make it too short. Whoever was finished unreached counts as waiting until then."),
            _("A message on an answering machine is no talk."),
        ),
    ),
    Measure(
        number=9, key="contact_success", title=_("Reached at all"), kind=Kind.SHARE, part="reached_4_weeks",
        whole="accepted_4_weeks", values=("tries_per_person_reached",),
        what=_("Accepted referrals where the person was spoken to within four weeks of being accepted (twenty working "
               "days). Beside it, how many tries it took for each person who was reached, all those in vain included."),
        of=_("Referrals accepted four weeks before a day of the period, so that the time was over."),
        notes=(
            _("Who was not reached may not have wanted to be. It says nothing of how hard anybody tried."),
        ),
    ),
    Measure(
        number=17, key="replies", title=_("Word reached whoever asked"), kind=Kind.SHARE, part="replied",
        whole="reply_due", also=("not_replied_by_reason", "replied_by_organisation", "reply_due_by_organisation"),
        reference=(5, _("5 working days: what the service sets itself, not a pass mark")),
        what=_("Times when somebody had gone along, or their referral was finished, and word of it reached whoever had "
               "asked within 5 working days."),
        of=_("All times in the period when somebody who had been referred had gone along or their referral was "
             "finished, except where the person had asked for themselves."),
        notes=(
            _("Not every word may be sent: that somebody went is told only if the person agreed to it. Those are "
              "counted among the missing, with that reason, because the worker has heard nothing."),
            _("Reached means that the message left and was not refused; nobody can know whether it was read."),
        ),
    ),
    Measure(
        number=28, key="contacts_per_person", title=_("Talks with each person"), kind=Kind.VALUE,
        values=("contacts_per_person",), part="closed",
        reference=(6, _("6 to 12: what is usual elsewhere, not a pass mark")),
        what=_("How often the team spoke with a person, by phone, in a visit or in writing that was answered, until "
               "the referral was finished: the middle one of all (median)."),
        of=_("Referrals finished in the period."),
        notes=(
            _("Referrals where nobody was ever reached are in it, with none. Short talks and long visits count alike."),
        ),
    ),
]  # fmt: skip
