"""Befriending on a person's page: where they stand in the line, or who visits them and how it goes."""

from django.http import HttpRequest

from connect.people.access import may
from referrals.befriending import wanting
from referrals.befriending.models import BefrienderMatch, BefrienderWish
from referrals.befriending.states import KNOWN, Wish
from referrals.case import there
from referrals.models import Referral
from referrals.states import State

MAY_ASK = (State.CONTACTED, State.ACTIVE)


def panel(request: HttpRequest, referral: Referral) -> tuple[str, dict] | None:
    """For whoever works with them; a line to ask for one where there is none yet."""
    if not may(request.user, "BEFRIENDER_MATCH", "C"):
        return None
    template = "referrals/befriending/_panel.html"
    if not there.has(referral, "befriending"):
        open_to = referral.state in MAY_ASK and not referral.person.restricted and referral.connector_id
        return (template, {"may_ask": True}) if open_to else None
    wishes = list(BefrienderWish.objects.filter(referral=referral).exclude(state=Wish.GONE))
    places = wanting.places(referral.team_id) if any(one.state == Wish.WAITING for one in wishes) else {}
    matches = list(BefrienderMatch.objects.still_on().filter(referral=referral).prefetch_related("visits"))
    for one in matches:
        one.last = next(iter(one.visits.all()), None)
    shown = {
        "wishes": [(one, places.get(one.pk)) for one in wishes if one.state == Wish.WAITING],
        "asked": [one for one in matches if one.person_yes is None and one.state not in KNOWN],
        "agreed": [one for one in matches if one.person_yes and one.state not in KNOWN],
        "met": [one for one in matches if one.state in KNOWN],
        "wait": wanting.wait_of(referral.team) if places else None,
        "may_ask": referral.state in MAY_ASK and not wishes,
    }
    return template, shown
