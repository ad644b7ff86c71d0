"""On the person's page: asked, not asked, or they would rather not. Never what they said."""

from django.http import HttpRequest

from connect.people.access import may
from outcomes.equality import actions
from outcomes.equality.forms import PressForm
from outcomes.equality.states import Became
from referrals.case import there
from referrals.models import Referral
from referrals.states import OPEN


def panel(request: HttpRequest, referral: Referral) -> tuple[str, dict[str, object]] | None:
    if not may(request.user, "EQUALITY", "C") or referral.connector_id is None:
        return None
    row = actions.stands(referral) if there.has(referral, "equality_asked") else None
    may_ask = referral.state in OPEN and (row is None or row.became == Became.ASKED)
    return "outcomes/equality/_panel.html", {"row": row, "may_ask": may_ask, "press": PressForm(auto_id=False)}
