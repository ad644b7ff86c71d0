"""What follows from silence: nobody said a word about the first session; and whom to ask whether they have settled."""

from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils import timezone

from connect.one_by_one import one_by_one
from referrals.actions import held, owe
from referrals.belonging import Connection, Occasion
from referrals.following import actions, writing
from referrals.following.models import FollowUp
from referrals.following.owing import UNDER_WAY
from referrals.following.rules import WITHOUT_WORD
from referrals.following.states import NEXT, Kind
from referrals.going import writing as going
from referrals.models import Referral
from referrals.states import Next, Step


def sweep() -> int:
    """Idempotent: a second sweep at once finds nothing to do."""
    return (
        one_by_one(_silent(), _look, "what follows a silence about")
        + one_by_one(_called_off(), _look, "what followed a session that was off for")
        + one_by_one(_to_ask(), _ask, "asking whether they have settled about")
        + one_by_one(_to_ask_again(), _ask_again, "asking again about")
    )


def _silent() -> list[UUID]:
    """Introduced, a session long enough ago, and nothing owed of it; the rules say whether somebody spoke meanwhile."""
    day = timezone.localdate() - WITHOUT_WORD
    over = Occasion.objects.filter(connection=OuterRef("pk"), called_off_at=None, starts_at__date__lte=day)
    spoken = FollowUp.objects.filter(
        connection=OuterRef("connection"), kind=Kind.NOT_STARTED, about_on__gte=OuterRef("starts_at__date")
    )
    rows = Connection.objects.filter(state=Step.INTRODUCED, referral__state__in=UNDER_WAY)
    return list(rows.filter(Exists(over.filter(~Exists(spoken)))).order_by("pk").values_list("pk", flat=True)[:500])


def _called_off() -> list[UUID]:
    """A group says afterwards that it did not meet: nobody missed that session."""
    rows = FollowUp.objects.still_open().exclude(occasion__called_off_at=None).filter(occasion__isnull=False)
    return list(rows.order_by("pk").values_list("connection", flat=True)[:500])


def _look(pk: UUID) -> bool:
    connection = Connection.objects.get(pk=pk)
    referral = held(Referral.objects.get(pk=connection.referral_id))
    found = actions.look(connection, by=None)
    if found and referral.next_step in (Next.ASK, Next.SESSION, Next.REVIEW):
        owe(referral, found[0], timezone.localdate())
    return bool(found)


def _to_ask() -> list[UUID]:
    rows = FollowUp.objects.still_open().filter(kind=Kind.SETTLED, asked_at=None, referral__state__in=UNDER_WAY)
    return list(rows.order_by("due_on", "pk").values_list("pk", flat=True)[:500])


def _ask(pk: UUID) -> bool:
    """Once, whether or not they may be written to: where they may not, the connector rings."""
    rows = FollowUp.objects.select_for_update(skip_locked=True, of=("self",), no_key=True)
    row = rows.select_related("referral__person", "referral__connector", "referral__team__organisation").filter(pk=pk)
    found = row.filter(done_at=None, asked_at=None).first()
    if found is None or going.is_enough(found.referral.person, "settled"):
        return False  # done, or they had enough messages this week: it waits
    FollowUp.objects.filter(pk=pk).update(asked_at=timezone.now())
    return writing.ask(found)


def _to_ask_again() -> list[UUID]:
    """The day they chose has come, and the connector's next thing says something else."""
    today = timezone.localdate()
    rows = FollowUp.objects.still_open().filter(kind=Kind.AGAIN, due_on__lte=today, referral__state__in=UNDER_WAY)
    late = rows.exclude(referral__next_step=Next.OFFER_AGAIN).filter(referral__next_on__gt=today)
    return list(late.order_by("due_on", "pk").values_list("pk", flat=True)[:500])


def _ask_again(pk: UUID) -> bool:
    row = FollowUp.objects.select_related("referral").get(pk=pk)
    owe(held(row.referral), NEXT[Kind.AGAIN], timezone.localdate())
    return True
