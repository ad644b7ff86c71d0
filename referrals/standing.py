"""What became of the people introduced to each listing, written down to it: counts of whole months, never a name."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from statistics import median
from uuid import UUID

from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet
from django.utils import timezone

from connect.messaging import hours
from directory.models import Standing
from referrals.belonging import Attendance, Connection, Occasion
from referrals.going import counting
from referrals.introductions import standing as introductions
from referrals.states import Answer, Says, Step
from referrals.threads.models import Line
from referrals.threads.states import Speaker

LOOKED_BACK = timedelta(days=365)
STILL_GOES = timedelta(days=60)
REPLIES_ENOUGH = 5
COUNTED = ("introduced", "came", "stayed", "counted_at")


def count() -> int:
    """Write the counts of the year up to the end of last month; returns how many listings have any.

    Whole months only: a count that moved with each introduction would tell who watches it about one person.
    """
    until = hours.at(timezone.localdate().replace(day=1), time())
    _write_reply_days(until)
    rows = [_standing(service, **counts) for service, counts in _counts(until).items()]
    Standing.objects.exclude(pk__in=[row.pk for row in rows]).update(introduced=0, came=0, stayed=0)
    Standing.objects.bulk_create(rows, update_conflicts=True, unique_fields=["service"], update_fields=COUNTED)
    return len(rows)


def _standing(service: UUID, introduced: int, came: int, stayed: int) -> Standing:
    return Standing(service_id=service, introduced=introduced, came=came, stayed=stayed, counted_at=timezone.now())


def _counts(until: datetime) -> dict[UUID, dict[str, int]]:
    introduced = Connection.objects.filter(
        introduced_at__gte=until - LOOKED_BACK, introduced_at__lt=until, referral__person__restricted=False
    ).annotate(came=Exists(_went(until)), still=Exists(_went(until).filter(starts_at__gte=until - STILL_GOES)))
    rows = introduced.values("service").annotate(
        of_them=Count("pk"),
        who_came=Count("pk", filter=Q(came=True)),
        who_stayed=Count("pk", filter=Q(still=True, state__in=[Step.ATTENDING, Step.SETTLED])),
    )
    return {
        row["service"]: {"introduced": row["of_them"], "came": row["who_came"], "stayed": row["who_stayed"]}
        for row in rows
    }


def _went(until: datetime) -> QuerySet[Occasion]:
    """By the one rule of what is confirmed (docs/going.md), of what had been said by then."""
    return counting.confirmed(Answer.WENT, until).filter(connection=OuterRef("pk"))


def _write_reply_days(until: datetime) -> None:
    """How quickly each organiser usually answers: the middle of their answers, from five on; else nothing is said."""
    usual = {service: int(median(days)) for service, days in _answers(until).items() if len(days) >= REPLIES_ENOUGH}
    Standing.objects.exclude(pk__in=usual).exclude(reply_days=None).update(reply_days=None)
    rows = [Standing(service_id=service, reply_days=days) for service, days in usual.items()]
    Standing.objects.bulk_create(rows, update_conflicts=True, unique_fields=["service"], update_fields=["reply_days"])


def _answers(until: datetime) -> dict[UUID, list[int]]:
    """Listing -> days to each answer: to an introduction, to a message of ours, and to "who came?"."""
    found: dict[UUID, list[int]] = defaultdict(list)
    introduced = introductions.answers(until - LOOKED_BACK, until)
    for service, asked_at, answered_at in (*introduced, *_written_answers(until), *_register_answers(until)):
        found[service].append((timezone.localdate(answered_at) - timezone.localdate(asked_at)).days)
    return found


def _written_answers(until: datetime) -> Iterator[tuple[UUID, datetime, datetime]]:
    """The first answer after each time we wrote, however often we wrote before it."""
    lines = Line.objects.with_organiser().filter(
        at__gte=until - LOOKED_BACK, at__lt=until, referral__person__restricted=False
    )
    waiting: dict[UUID, datetime] = {}
    for connection, service, said_by, at in lines.order_by("at", "pk").values_list(
        "connection", "connection__service", "said_by", "at"
    ):
        if said_by == Speaker.CONNECTOR:
            waiting.setdefault(connection, at)
        elif connection in waiting:
            yield service, waiting.pop(connection), at


def _register_answers(until: datetime) -> QuerySet:
    """Once a session, however many were on its register."""
    said = Attendance.objects.filter(
        said_by=Says.ORGANISER, said_at__gte=until - LOOKED_BACK, said_at__lt=until,
        occasion__asked_at__isnull=False, referral__person__restricted=False,
    )  # fmt: skip
    firsts = said.values("occasion__register_id", "occasion__service").annotate(
        asked=Min("occasion__asked_at"), answered=Min("said_at")
    )
    return firsts.filter(answered__gte=F("asked")).values_list("occasion__service", "asked", "answered")
