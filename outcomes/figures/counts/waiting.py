"""Who waited at the month's end, how long, and whether anybody had been in touch meanwhile."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

from django.db.models import Case, Exists, OuterRef, Q, When
from django.utils.translation import gettext_lazy as _

from outcomes.figures import waits
from outcomes.figures.counting import COARSE, Count, Cut, Kind, Measure, Span, Thing, once
from outcomes.figures.counts import whom
from referrals.models import Connection, Happened, ReferralEvent
from referrals.queue.models import WhileWaiting
from referrals.queue.states import Went
from referrals.states import HELD, State

TEN_DAYS = timedelta(days=10)
RESTING = "resting"
AGES = [(5, "0_5", _("0 to 5 working days")), (10, "6_10", _("6 to 10 working days")),
        (20, "11_20", _("11 to 20 working days")), (None, "21_up", _("21 working days or more"))]  # fmt: skip


OF_OPEN = (
    "ward", "person", "submitted_at", "first_contact_at", "then", "introduced", "in_touch", "assessed_weight",
    "expected_weight",
)  # fmt: skip


@once
def still_open(span: Span) -> Iterator[Any]:
    """At the month's end with us: neither finished nor back with whoever asked."""
    rows = whom.referrals(span).filter(Q(closed_at=None) | Q(closed_at__gte=span.end), submitted_at__lt=span.end)
    known = whom.as_it_stood(rows, span.end).annotate(introduced=_introduced(span), in_touch=_in_touch(span))
    return (row for row in known.values_list(*OF_OPEN, named=True) if row.then in (State.SUBMITTED, *HELD))


def _introduced(span: Span) -> Exists:
    return Exists(Connection.objects.filter(referral=OuterRef("pk"), introduced_at__lt=span.end))


def _in_touch(span: Span) -> Case:
    lately = {"at__gte": span.end - TEN_DAYS, "at__lt": span.end}
    talks = ReferralEvent.objects.filter(referral=OuterRef("pk"), kind=Happened.CONTACT, to="reached", **lately)
    done = {"done_at__gte": span.end - TEN_DAYS, "done_at__lt": span.end}
    checks = WhileWaiting.objects.filter(referral=OuterRef("pk"), **done).exclude(went=Went.NOT_REACHED)
    return Case(When(Q(Exists(talks)) | Q(Exists(checks)), then=True), default=False)


def for_a_talk(span: Span) -> list[Any]:
    return [row for row in still_open(span) if not _spoken_to(span, row)]


def for_a_group(span: Span) -> list[Any]:
    return [row for row in still_open(span) if _spoken_to(span, row) and not row.introduced]


def _spoken_to(span: Span, row: Any) -> bool:
    return row.first_contact_at is not None and row.first_contact_at < span.end


def by_age(span: Span, rows: Iterable[Any]) -> Iterator[Thing]:
    """By working days since the referral; those who rest, as they asked, apart."""
    for row in rows:
        waited = waits.working_days(row.submitted_at, span.end - timedelta(seconds=1), span.nation)
        yield Thing(row.ward, RESTING if row.then == State.PAUSED else _age(waited), row.person)


def _age(waited: int) -> str:
    return next(key for most, key, _title in AGES if most is None or waited <= most)


def long_waiting(span: Span) -> list[Any]:
    return [row for row in still_open(span) if not row.introduced and row.submitted_at < span.end - TEN_DAYS]


def kept_in_touch(span: Span) -> list[Any]:
    return [row for row in long_waiting(span) if row.in_touch]


BY_AGE = Cut(
    "waited", _("Waited so far"),
    (*((key, title) for _most, key, title in AGES), (RESTING, _("Resting, mostly because they asked to"))),
)  # fmt: skip

COUNTS = [
    Count(
        key="waiting_talk", title=_("Waiting for a first talk"), shape=COARSE, standing=True,
        counted=lambda span: whom.each(for_a_talk(span)),
    ),
    Count(
        key="waiting_talk_by_age", title=_("Waiting for a first talk, how long"), total="waiting_talk", cut=BY_AGE,
        shape=COARSE, standing=True, counted=lambda span: by_age(span, for_a_talk(span)),
    ),
    Count(
        key="waiting_group", title=_("Waiting for an introduction"), shape=COARSE, standing=True,
        counted=lambda span: whom.each(for_a_group(span)),
    ),
    Count(
        key="waiting_group_by_age", title=_("Waiting for an introduction, how long"), total="waiting_group",
        cut=BY_AGE, shape=COARSE, standing=True, counted=lambda span: by_age(span, for_a_group(span)),
    ),
    Count(
        key="waiting_long", title=_("Waiting for more than ten days"), shape=COARSE, standing=True,
        counted=lambda span: whom.each(long_waiting(span)),
    ),
    Count(
        key="kept_in_touch", title=_("In touch in the last ten days"), part_of="waiting_long", shape=COARSE,
        standing=True, counted=lambda span: whom.each(kept_in_touch(span)),
    ),
]  # fmt: skip

MEASURES = [
    Measure(
        number=12, key="waiting", title=_("Waiting"), kind=Kind.COUNT, part="waiting_talk",
        also=("waiting_talk_by_age", "waiting_group", "waiting_group_by_age"),
        what=_("How many people’s referrals waited at the end of the period: for a first talk; and, spoken to, for "
               "somebody to introduce them somewhere. By working days since they were referred."),
        notes=(
            _("A count of one day, the last of the period: a quarter’s is not the sum of its months’."),
            _("Those who rest, mostly because they asked to or are in hospital, are in the count and shown apart. "
              "Referrals that went back to whoever asked are not waiting for us."),
            _("Somebody who has chosen to stay as they are, and has not been finished, is in it too."),
        ),
    ),
    Measure(
        number=13, key="kept_in_touch", title=_("In touch while they wait"), kind=Kind.SHARE, part="kept_in_touch",
        whole="waiting_long",
        what=_("Of people who had waited long, how many had been spoken with, or had a check-in or something to go to "
               "meanwhile, in the last ten days of the period."),
        of=_("Referrals that at the end of the period were more than ten days old, open, and without any "
             "introduction."),
        notes=(
            _("A try in vain is no contact. It is about one moment: somebody rung eleven days before counts as no."),
        ),
    ),
]  # fmt: skip
