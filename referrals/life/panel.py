"""On the person's page: rest and go on, pass on, take back, begin again; and where it came from or is asked to go."""

from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpRequest

from connect.identity import reading_as
from connect.people.access import may
from referrals.case import there, timeline
from referrals.life import resting
from referrals.life.models import Late, Pause, StepWords, Transfer
from referrals.models import Referral
from referrals.states import OPEN, State


def panel(request: HttpRequest, referral: Referral) -> tuple[str, dict[str, object]] | None:
    """For whoever works with them; what cannot be done now is not offered."""
    if not may(request.user, "PAUSE", "C"):
        return None
    ways = _ways(referral) if there.has(referral, "transfers") else []
    asked = next((way for way in ways if way.answered_at is None), None)
    came = Transfer.objects.select_related("asked_by").filter(there=referral).first() if referral.came_from_id else None
    rests = Pause.objects.all() if there.has(referral, "pauses") else Pause.objects.none()
    prefetch_related_objects([referral], Prefetch("pauses", rests))
    refused = next((way for way in reversed(ways) if way.was_refused), None)
    context = {
        "asked": asked,
        "came": came,
        "refused": refused,
        "refused_said": _said_there(refused) if refused else "",
        "rest": next((rest for rest in referral.pauses.all() if rest.ended_at is None), None),
        "rested": resting.days(referral),
        "step_words": _words(referral)[:10],
        "late": _late(referral) if there.has(referral, "late") else None,
        "is_open": referral.state in OPEN,
        "may_pause": referral.can_move_to(State.PAUSED) and not asked,
        "may_transfer": referral.can_move_to(State.TRANSFERRED) and not asked and may(request.user, "TRANSFER", "C"),
        "may_withdraw": referral.can_move_to(State.WITHDRAWN),
        "may_reopen": referral.state in (State.CLOSED, State.WITHDRAWN),
        "may_release": referral.connector_id and referral.state in (State.ACCEPTED, State.CONTACTED, State.ACTIVE),
    }
    return "referrals/life/_panel.html", context


def _ways(referral: Referral) -> list[Transfer]:
    """Out of here, in the order they were asked for."""
    return list(Transfer.objects.filter(referral=referral).select_related("to_team__scheme"))


def _said_there(way: Transfer) -> str:
    """What the other scheme wrote beside its no: it was written for whoever asked, and that is us."""
    with reading_as("transfer", scope=[way.referral_id, way.there_id]):
        rows = StepWords.objects.filter(referral=way.there_id, for_referrer=True).order_by("-at")
        return rows.values_list("words", flat=True).first() or ""


def _late(referral: Referral) -> Late | None:
    return Late.objects.filter(referral=referral, settled_at=None).order_by("-at").first()


def _words(referral: Referral) -> list[StepWords]:
    """The newest first. They came along with the story."""
    timeline.bring(referral)
    said = [event.step_words for event in referral.events.all() if hasattr(event, "step_words")]
    return sorted(said, key=lambda one: one.at, reverse=True)
