"""On the person's page: rest and go on, pass on, take back, begin again; and where it came from or is asked to go."""

from django.http import HttpRequest

from connect.people.access import may
from referrals.life import resting
from referrals.life.models import Late, Transfer
from referrals.models import Referral
from referrals.states import State


def panel(request: HttpRequest, referral: Referral) -> tuple[str, dict[str, object]] | None:
    """For whoever works with them; what cannot be done now is not offered."""
    if not may(request.user, "PAUSE", "C"):
        return None
    asked = Transfer.objects.filter(referral=referral, answered_at=None).select_related("to_team__scheme").first()
    came = Transfer.objects.filter(there=referral).first() if referral.came_from_id else None
    words = referral.step_words.select_related("event", "by").order_by("-at")
    context = {
        "asked": asked,
        "came": came,
        "refused": Transfer.objects.filter(referral=referral, accepted=False).select_related("to_team__scheme").last(),
        "rest": referral.pauses.filter(ended_at=None).first(),
        "rested": resting.days(referral),
        "step_words": words[:10],
        "late": Late.objects.filter(referral=referral, settled_at=None).order_by("-at").first(),
        "may_pause": referral.can_move_to(State.PAUSED) and not asked,
        "may_transfer": referral.can_move_to(State.TRANSFERRED) and not asked and may(request.user, "TRANSFER", "C"),
        "may_withdraw": referral.can_move_to(State.WITHDRAWN),
        "may_reopen": referral.state in (State.CLOSED, State.WITHDRAWN),
        "may_release": referral.connector_id and referral.state in (State.ACCEPTED, State.CONTACTED, State.ACTIVE),
    }
    return "referrals/life/_panel.html", context
