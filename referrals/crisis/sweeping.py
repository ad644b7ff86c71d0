"""What is due in a crisis: questions to be written, who did not answer, whom nobody reached, the last day's end."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from connect.one_by_one import one_by_one
from connect.people.models import User
from referrals.belonging import Occasion
from referrals.crisis import actions, letters
from referrals.crisis.models import Crisis, CrisisCheck, CrisisClosure
from referrals.crisis.states import Said, Standing
from referrals.safety import readers
from referrals.sessions import actions as sessions
from referrals.sessions import writing
from referrals.sessions.going_on import FULL
from referrals.sessions.states import CalledOff
from referrals.states import HELD

MOST = 500


def nothing_is_on() -> bool:
    """As on most days."""
    return not Crisis.objects.filter(ended_at=None).exists()


def write() -> int:
    """Each once: by text where one may go; whoever gets none is on the list of those to ring from now on."""
    rows = _live().filter(asked_at=None).values_list("pk", flat=True)
    return one_by_one(rows[:MOST], _ask, "check")


def _ask(pk: UUID) -> bool:
    rows = CrisisCheck.objects.select_for_update(skip_locked=True, no_key=True, of=("self",))
    rows = rows.select_related("referral__person", "referral__connector", "referral__team__organisation")
    check = rows.prefetch_related("referral__consents").filter(pk=pk, asked_at=None, done_at=None).first()
    if check is None:
        return False
    went = actions.may_check(check.referral) and letters.ask(check)
    CrisisCheck.objects.filter(pk=pk).update(asked_at=timezone.now(), by_text=went)
    return went


def tell() -> int:
    """Whoever holds them: somebody is to be rung. Who asked for it is told of at once, the others by the hour."""
    rows = _live().standing(Standing.RING).filter(told_at=None)
    return one_by_one(_by_reader(rows).items(), _tell, "those to ring")


def escalate() -> int:
    """Their clock has run out and nobody reached them: the lead hears."""
    rows = _live().filter(lead_by__lte=timezone.now(), escalated_at=None)
    return one_by_one(_by_reader(rows, late=True).items(), _escalate, "those nobody reached")


def _live() -> "QuerySet[CrisisCheck]":
    on = Q(crisis__ended_at=None, crisis__ends_on__gte=timezone.localdate())
    return CrisisCheck.objects.filter(on, referral__state__in=HELD).not_done()


def _by_reader(rows: QuerySet[CrisisCheck], *, late: bool = False) -> dict[User, list[CrisisCheck]]:
    """Of somebody restricted only those who are named."""
    found: dict[User, list[CrisisCheck]] = defaultdict(list)
    leads: dict[UUID, User | None] = {}
    for one in rows.select_related("referral__connector", "referral__team__organisation")[:MOST]:
        referral = one.referral
        if referral.named is not None or not late:
            reader = _lead(referral) if late else readers.reader_of(referral, referral.team)
        else:
            reader = leads.setdefault(referral.team_id, _lead(referral))
        if reader:
            found[reader].append(one)
    return found


def _lead(referral: object) -> User | None:
    return next(readers.leads_of(referral.team, about=referral), None)


def _tell(found: tuple[User, list[CrisisCheck]]) -> bool:
    user, checks = found
    asked = [one for one in checks if one.said == Said.RING]
    causes = [f"crisis_ring:{one.pk}:{one.said_at:%H%M%S}" for one in asked] or [f"crisis_waits:{letters.hour()}"]
    for cause in causes:
        letters.waits(user, cause=cause, late=False)
    return _mark(checks, "told_at")


def _escalate(found: tuple[User, list[CrisisCheck]]) -> bool:
    user, checks = found
    letters.waits(user, cause=f"crisis_late:{letters.hour()}", late=True)
    return _mark(checks, "escalated_at")


def _mark(checks: Iterable[CrisisCheck], column: str) -> bool:
    keys = [one.pk for one in checks]
    return bool(CrisisCheck.objects.filter(pk__in=keys, **{column: None}).update(**{column: timezone.now()}))


def end_what_is_over() -> int:
    rows = Crisis.objects.filter(ended_at=None, ends_on__lt=timezone.localdate())
    return one_by_one(rows, lambda one: actions.end(one, by=None) + 1, "crisis", faster=(actions.IsOff,))


def call_off_what_is_shut() -> int:
    """Whoever is expected at a group while it is shut; those a timetable put there meanwhile are among them.

    The last session first, so that what is said of the first names none that is off as well.
    """
    shut = CrisisClosure.objects.shut().select_related("service")
    return sum(one_by_one(_expected_at(one), _call_off, "session of a group that is shut") for one in shut)


def _expected_at(closure: CrisisClosure) -> list[UUID]:
    rows = Occasion.objects.filter(service=closure.service_id, called_off_at=None, starts_at__gt=timezone.now())
    rows = rows.filter(starts_at__date__gte=closure.begins_on, starts_at__date__lt=closure.until + timedelta(days=1))
    return list(rows.order_by("-starts_at").values_list("pk", flat=True)[:MOST])


def _call_off(pk: UUID) -> bool:
    """They are told of the first that is off, and not of each week after it."""
    occasion = Occasion.objects.select_related(*FULL).get(pk=pk)
    before = occasion.connection.occasions.filter(
        called_off_at=None, starts_at__gt=timezone.now(), starts_at__lt=occasion.starts_at
    )
    if not before.exists():
        return sessions.call_off(occasion, why=CalledOff.SHUT)
    writing.unsay(occasion)
    mine = Occasion.objects.filter(pk=pk, called_off_at=None)
    return bool(mine.update(called_off_at=timezone.now(), called_off_why=CalledOff.SHUT))
