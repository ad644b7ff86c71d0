"""What is known of somebody, beside their page."""

from datetime import timedelta

from django.http import HttpRequest
from django.utils import timezone

from connect.people.access import could
from referrals.case import there
from referrals.models import Marker, Person, Referral
from referrals.person import consents, reading

LOOK_AGAIN = timedelta(days=365)


def panel(request: HttpRequest, referral: Referral) -> tuple[str, dict[str, object]] | None:
    """For those who may change it, once somebody holds them."""
    if referral.connector_id is None or not could(request.user, "PERSON_NEED", "U"):
        return None
    person = referral.person
    kept = getattr(person, "particulars", None)
    restriction = reading.restriction_of(referral) if there.has(referral, "restriction") else None
    context = {
        "person": person,
        "kept": kept,
        "prompts": _prompts(person) if there.has(referral, "markers") else [],
        "review_due": bool(kept and kept.reviewed_on and kept.reviewed_on < timezone.localdate() - LOOK_AGAIN),
        "run_out": sum(one.has_run_out for one in consents.latest(referral).values()),
        "asked": restriction is not None and not restriction.holds,
    }
    return "referrals/person/_panel.html", context


def _prompts(person: Person) -> list[Marker]:
    return [one for one in person.markers.filter(ended_at=None) if one.is_prompt]
