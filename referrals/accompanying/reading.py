"""Who meets somebody at a session, in a few words for their own message; and times for a diary, without anybody."""

from datetime import datetime
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext as _

from connect.people.models import User
from referrals.accompanying.models import Accompaniment, FirstVisit
from referrals.accompanying.states import SOMEBODY_THERE, Company, How
from referrals.belonging import Occasion


def met_by(occasion: Occasion) -> str:
    """Only for a message that may name a place. Whoever goes along comes first; else who to ask for, or the listing."""
    first = FirstVisit.objects.filter(connection=occasion.connection_id).select_related("colleague").first()
    listed = occasion.service.met_by
    if first is None:
        return listed
    with translation.override("cy" if occasion.referral.person.language == "cy" else "en-gb"):
        goes = _goes(first, occasion)
        asks = _("Ask for %(name)s") % {"name": first.ask_for} if first.ask_for not in ("", listed) else listed
    return goes or asks


def _goes(first: FirstVisit, occasion: Occasion) -> str:
    there = (
        Accompaniment.objects.filter(connection=first.connection_id, starts_at=occasion.starts_at).still_on().first()
    )
    who = first.colleague.first_name if first.company == Company.TEAM and first.colleague else first.companion
    if there is None or there.how not in SOMEBODY_THERE or not who:
        return ""
    said = _("%(name)s goes with you") if there.how == How.WITH else _("%(name)s meets you inside")
    return said % {"name": who.split(" ")[0]}


def times(user: User, since: datetime) -> list[tuple[UUID, datetime, datetime, datetime]]:
    """(key, made, from, until) of the times when this worker goes along."""
    rows = Accompaniment.objects.filter(colleague=user, how__in=SOMEBODY_THERE, starts_at__gt=since).still_on()
    return list(rows.values_list("pk", "made_at", "starts_at", "ends_at"))
