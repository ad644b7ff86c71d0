"""Waiting well: dated check-ins and offers, so that people are still there when their turn comes."""

from contextlib import suppress
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from connect.one_by_one import one_by_one
from connect.people.models import User
from directory.models import Service
from referrals import actions
from referrals.life import clocks
from referrals.models import Happened, Referral, ReferralEvent
from referrals.queue import writing
from referrals.queue.models import WhileWaiting
from referrals.queue.states import Kind, Went
from referrals.states import HELD, State

DAYS = 10  # working days without a word, as measure 13 counts them
NOT_SPOKEN = Q(first_contact_at=None, state__in=[State.SUBMITTED, State.ACCEPTED])
NOT_INTRODUCED = Q(state__in=[State.CONTACTED, State.ACTIVE]) & ~Q(connections__introduced_at__isnull=False)


def waiting(rows: QuerySet[Referral]) -> QuerySet[Referral]:
    """Measure 12: open, and nobody has spoken with them; or spoken with, and introduced nowhere."""
    return rows.filter(NOT_SPOKEN | NOT_INTRODUCED)


def with_word_since(rows: QuerySet[Referral], day: date) -> QuerySet[Referral]:
    """Measure 13: `kept` says whether somebody reached or wrote to them on that day or later.

    Asked of the story, which clocks may read: what was said in a call they may not.
    """
    called = ReferralEvent.objects.filter(kind=Happened.CONTACT, to="reached", at__date__gte=day)
    spoken = called.filter(referral=OuterRef("pk"))
    reached = Q(done_at__date__gte=day, went__in=[Went.REACHED, Went.SOONER, Went.TAKEN, Went.NOT_TAKEN])
    kept = WhileWaiting.objects.filter(reached | Q(told_at__date__gte=day), referral=OuterRef("pk"))
    return rows.annotate(kept=Exists(spoken) | Exists(kept))


@transaction.atomic
def plan(
    referral: Referral, *, kind: str, due_on: date, by: User | None, service: Service | None = None, words: str = ""
) -> WhileWaiting:
    """A check-in or an offer for that day. The person is told of an offer, where they may be written to."""
    if referral.state not in (State.SUBMITTED, *HELD):
        raise actions.CannotMove
    about = {"service": service, "words": words, "made_by": by}
    made, new = WhileWaiting.objects.get_or_create(referral=referral, kind=kind, due_on=due_on, defaults=about)
    if new and kind == Kind.OFFER and writing.offer(made):
        WhileWaiting.objects.filter(pk=made.pk).update(told_at=timezone.now())
        made.refresh_from_db()
    return made


@transaction.atomic
def done(planned: WhileWaiting, *, went: str, by: User) -> WhileWaiting:
    """How it was. Not reached is tried again soon; who cannot wait so long goes to the top."""
    rows = WhileWaiting.objects.filter(pk=planned.pk, done_at=None)
    if not rows.update(done_at=timezone.now(), done_by=by, went=went):
        raise actions.SomebodyWasFaster
    referral = planned.referral
    if went == Went.NOT_REACHED:
        plan(referral, kind=planned.kind, due_on=clocks.in_days(referral.team, 2), by=by)
    if went == Went.SOONER:
        Referral.objects.filter(pk=referral.pk).update(urgent=True)
    planned.refresh_from_db()
    return planned


def due(user: User) -> QuerySet[WhileWaiting]:
    """What this connector owes those who wait: their own people's, and the queue's."""
    rows = WhileWaiting.objects.filter(done_at=None, due_on__lte=timezone.localdate())
    return rows.filter(referral__in=Referral.objects.visible_to(user)).order_by("-referral__urgent", "due_on")


def sweep() -> int:
    """Nobody waits ten working days without a word: a check-in for today stands where nothing else is planned."""
    return one_by_one(_without_a_word(), _check_in, "a check-in for")


def _check_in(pk: UUID) -> bool:
    referral = Referral.objects.select_related("team__organisation").get(pk=pk)
    with suppress(actions.CannotMove):  # a colleague was there first
        return bool(plan(referral, kind=Kind.CHECK_IN, due_on=timezone.localdate(), by=None))
    return False


def _without_a_word() -> list[UUID]:
    """The longest first. Counted in working days of two weeks: a holiday more or less does no harm here."""
    since = timezone.localdate() - timedelta(days=14)
    planned = WhileWaiting.objects.filter(referral=OuterRef("pk"), done_at=None)
    rows = with_word_since(waiting(Referral.objects.all()), since).filter(kept=False, submitted_at__date__lte=since)
    return list(rows.exclude(Exists(planned)).order_by("submitted_at", "pk").values_list("pk", flat=True)[:500])
