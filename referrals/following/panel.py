"""On the person's page: what is owed to them and why, and what else a connector may say of each group."""

from django.http import HttpRequest

from connect.people.access import may
from referrals.case import there
from referrals.following import owing
from referrals.following.scripts import SAYS, SCRIPTS
from referrals.following.states import Kind
from referrals.models import Referral


def panel(request: HttpRequest, referral: Referral) -> tuple[str, dict[str, object]] | None:
    """Above the story, one card for each thing that is owed."""
    if not may(request.user, "FOLLOWING", "U") or not there.has(referral, "follow_ups"):
        return None
    rows = owing.of(referral)
    why = owing.reasons({row.connection_id for row in rows})
    owed = [(row, SCRIPTS[Kind(row.kind)], why.get(row.connection_id, [])[:2]) for row in rows]
    return "referrals/following/_panel.html", {"owed": owed}


def changed(request: HttpRequest, referral: Referral) -> tuple[str, dict[str, object]] | None:
    """Beside the story: they have settled, stopped, or would like to begin again."""
    if not may(request.user, "FOLLOWING", "U") or referral.state not in owing.UNDER_WAY:
        return None
    said = [(one, [(kind, SAYS[kind]) for kind in owing.may_say(one)]) for one in referral.connections.all()]
    said = [(one, words) for one, words in said if words]
    return ("referrals/following/_changed.html", {"said": said}) if said else None
