"""Whether people went where they were introduced, whether they kept going, and what kind of place it was."""

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from typing import Any

from django.db.models import Count as Counted
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from directory.states import Function
from outcomes.figures.counting import COARSE, Count, Kind, Measure, Span, Thing, once
from outcomes.figures.counts import whom
from referrals.going import counting
from referrals.states import Answer

HEARD_BY = timedelta(days=14)
TWELVE_WEEKS = timedelta(weeks=12)
LATELY = timedelta(weeks=4)
OFTEN = 3
OF_REFERRAL = ("referral__ward", "referral__person")

# A reader knows that these add up.
SUMS = [("offered", ("answer_known", "not_known")), ("answer_known", ("went", "did_not_go"))]


@once
def offered(span: Span) -> QuerySet:
    """Two weeks past the first session they were expected at, and what is known of whether they went by now."""
    rows = whom.connections(span).filter(span.over_after("first_offered_at", HEARD_BY))
    rows = rows.annotate(yes=Exists(_sessions(span, Answer.WENT)), no=Exists(_sessions(span, Answer.NOT)))
    return rows.values_list(*OF_REFERRAL, "referral__referring_organisation__name", "yes", "no", named=True)


def _sessions(span: Span, answer: str) -> QuerySet:
    return counting.confirmed(answer, span.until).filter(connection=OuterRef("pk"))


@once
def _answers(span: Span) -> Iterator[tuple[Thing, bool, bool]]:
    rows = offered(span)
    return ((Thing(row.referral__ward, subject=row.referral__person), row.yes, row.no) for row in rows)


def answered(span: Span, which: Callable[[bool, bool], bool]) -> Iterator[Thing]:
    """`which` is asked whether somebody who counts says that they went, and whether somebody says that they did not."""
    return (thing for thing, yes, no in _answers(span) if which(yes, no))


@once
def introduced(span: Span) -> QuerySet:
    rows = whom.connections(span).filter(span.within("introduced_at"))
    asked = ("referral__source", "referral__referrer_job")
    return rows.values_list(*OF_REFERRAL, *asked, "service__kind", "service__function", named=True)


def things(rows: Iterable[Any]) -> Iterator[Thing]:
    return (Thing(row.referral__ward, subject=row.referral__person) for row in rows)


def structural(span: Span) -> Iterator[Thing]:
    return things(row for row in introduced(span) if row.service__function == Function.STRUCTURAL)


@once
def long_enough(span: Span) -> QuerySet:
    """Introduced so long ago that twelve weeks were over in this month; how often they had been, and of late."""
    end = OuterRef("introduced_at") + TWELVE_WEEKS
    been = _sessions(span, Answer.WENT).filter(starts_at__lt=end)
    times = been.order_by().values("connection").annotate(n=Counted("pk")).values("n")
    rows = whom.connections(span).filter(span.over_after("introduced_at", TWELVE_WEEKS))
    rows = rows.annotate(times=Coalesce(Subquery(times), 0), late=Exists(been.filter(starts_at__gte=end - LATELY)))
    return rows.values_list(*OF_REFERRAL, "times", "late", named=True)


def sustained(span: Span) -> Iterator[Thing]:
    return things(row for row in long_enough(span) if row.times >= OFTEN or row.late)


COUNTS = [
    Count(
        key="offered", title=_("Expected at a first session"),
        counted=lambda span: answered(span, lambda yes, no: True),
    ),
    Count(
        key="answer_known", title=_("Known whether they went"), part_of="offered",
        counted=lambda span: answered(span, lambda yes, no: yes or no),
    ),
    Count(
        key="not_known", title=_("Not known"), part_of="offered",
        counted=lambda span: answered(span, lambda yes, no: not yes and not no),
    ),
    Count(
        key="went", title=_("Went"), part_of="answer_known", counted=lambda span: answered(span, lambda yes, no: yes),
    ),
    Count(
        key="did_not_go", title=_("Did not go"), part_of="answer_known",
        counted=lambda span: answered(span, lambda yes, no: no and not yes),
    ),
    Count(
        key="introductions", title=_("Introductions to a group"), shape=COARSE,
        counted=lambda span: things(introduced(span)),
    ),
    Count(
        key="introductions_structural", title=_("Introductions to places of belonging"), part_of="introductions",
        counted=structural, shape=COARSE,
    ),
    Count(
        key="introduced_12_weeks", title=_("Introduced twelve weeks before"), shape=COARSE,
        counted=lambda span: things(long_enough(span)),
    ),
    Count(
        key="sustained", title=_("Kept going"), part_of="introduced_12_weeks", shape=COARSE,
        counted=sustained,
    ),
]  # fmt: skip

TIMES = _("An introduction counts, not a person: somebody who was introduced to two groups counts twice.")

MEASURES = [
    Measure(
        number=14, key="attendance_known", title=_("Known whether they went"), kind=Kind.SHARE, part="answer_known",
        whole="offered", also=("went", "did_not_go", "not_known"),
        reference=(80, _("80%: what the service sets itself, not a pass mark")),
        what=_("Introductions where it is known whether the person went: the person, the organiser, somebody who went "
               "along or the connector has said so, and nobody who was there says the opposite."),
        of=_("Introductions whose first session was two weeks before a day of the period: two weeks are the time to "
             "hear."),
        notes=(
            TIMES,
            _("Where two who were there say the opposite, it is not known. What a connector heard gives way to what "
              "somebody says who was there."),
        ),
    ),
    Measure(
        number=15, key="attendance_confirmed", title=_("Went along"), kind=Kind.RANGE, part="went", whole="offered",
        unknown="not_known", also=("answer_known", "did_not_go"),
        what=_("Introductions where it is confirmed that the person went to at least one session. It is shown as a "
               "range: at worst nobody went of whom it is not known, at best all of them did."),
        of=_("All introductions whose first session was two weeks before a day of the period, not only those of which "
             "it is known."),
        notes=(
            TIMES,
            _("The truth lies somewhere in the range. It grows narrower by asking more people, and in no other way."),
            _("That somebody went once does not say that it helped them."),
        ),
    ),
    Measure(
        number=16, key="sustained", title=_("Still going after twelve weeks"), kind=Kind.SHARE, part="sustained",
        whole="introduced_12_weeks",
        what=_("Introductions after which the person went three times or more within twelve weeks, or went in the last "
               "four of those weeks."),
        of=_("Introductions whose twelve weeks were over in the period: made twelve weeks before it."),
        notes=(
            TIMES,
            _("Only sessions count of which somebody said that the person was there. Groups that do not tell make the "
              "share lower than it is."),
        ),
    ),
    Measure(
        number=31, key="structural", title=_("Introduced to places of belonging"), kind=Kind.SHARE,
        part="introductions_structural", whole="introductions",
        what=_("Introductions to groups marked in the directory as belonging (clubs, classes, faith and neighbourhood "
               "groups that are a part of ordinary life), and not as support for a hard time."),
        of=_("All introductions made in the period."),
        notes=(
            TIMES,
            _("The mark is the directory editors’. A group that has none counts as not marked. Support is not worse: "
              "many need it first."),
        ),
    ),
]  # fmt: skip
