"""The one thing that is written to people who wait: that they are not forgotten, and what there is meanwhile."""

from connect.messaging import messages
from referrals import telling
from referrals.queue.models import WhileWaiting
from referrals.states import Purpose


def offer(planned: WhileWaiting) -> bool:
    """By text and by e-mail where that is safe and agreed; whether anything was queued."""
    referral = planned.referral
    if not telling.can_write_to(referral):
        return False
    place = _place(planned) if referral.agreed_to(Purpose.FULL_MESSAGES) else ""
    for channel, to in referral.person.safe_ways():
        messages.queue(
            recipient_key=referral.person_id,
            cause=f"while_waiting:{channel}:{planned.pk}",
            channel=channel,
            to=to,
            template="while_waiting",
            context={"name": referral.person.friendly_name, "phone": referral.team.phone, "place": place},
            language=referral.person.language,
            about_id=referral.pk,
            under_id=referral.team.scheme_id,
            valid_until=referral.holds_until(Purpose.CONTACT, *([Purpose.FULL_MESSAGES] if place else [])),
            nation=referral.team.organisation.nation,
        )
    return True


def _place(planned: WhileWaiting) -> str:
    """A place may be named to somebody whose phone is theirs alone; a service never is."""
    where = planned.service.locations.first() if planned.service else None
    return str(where or "")
