"""On the person's page: who asked without an account, and whether their private page is on."""

from django.http import HttpRequest

from connect.people.access import may
from referrals.models import Referral
from referrals.open_door import letters
from referrals.states import Source

WITHOUT_ACCOUNT = (Source.OUTSIDER, Source.FAMILY)


def panel(request: HttpRequest, referral: Referral) -> tuple[str, dict] | None:
    if referral.source not in WITHOUT_ACCOUNT or referral.outsider is None:
        return None
    context = {
        "asker": referral.outsider,
        "status": letters.status_link(referral),
        "may_switch_off": may(request.user, "CLAIM", "U"),
    }
    return "referrals/open_door/_asker.html", context
