"""The one thing that is written to people who wait: that they are not forgotten, and what there is meanwhile."""

from connect.identity import acting_as
from referrals import outgoing, telling
from referrals.going import writing as going
from referrals.models import Referral
from referrals.queue.models import WhileWaiting
from referrals.states import Purpose


def offer(planned: WhileWaiting) -> bool:
    """By those of the safe ways that they asked for; whether anything was queued. Who asked for a call is rung.

    The house reads how they are reached: while they wait in the queue, whoever plans it may not.
    """
    with acting_as("reminders"):
        rows = Referral.objects.select_related("person", "team__organisation", "connector")
        referral = rows.get(pk=planned.referral_id)
        if not telling.can_write_to(referral):
            return False
        place = _place(planned) if referral.agreed_to(Purpose.FULL_MESSAGES) else ""
        outgoing.to_person(
            referral, "while_waiting", planned.pk, ways=going.ways(referral.person), context={"place": place},
            full=bool(place),
        )  # fmt: skip
    return True


def _place(planned: WhileWaiting) -> str:
    """A place may be named to somebody whose phone is theirs alone; a service never is."""
    where = planned.service.locations.first() if planned.service else None
    return str(where or "")
