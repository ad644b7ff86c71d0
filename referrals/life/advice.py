"""What a worker can do now with somebody who came back: for each reason, the next door."""

from django.utils.translation import gettext_lazy as _

from referrals.models import Referral
from referrals.states import Returned

ADVICE = {
    Returned.NO_ANSWER: _(
        "Please do not wait for us: ring the team on %(phone)s and say the reference, or send it again. The lead of "
        "the team asks until somebody has said who looks after them."
    ),
    Returned.NO_CONSENT: _("Ask them first. If they say yes, send it again."),
    Returned.DECLINED: _("That is theirs to say. They may come back whenever they like, and so may you."),
    Returned.CRISIS: _("If anybody is in danger now, ring 999. Otherwise tell your safeguarding lead today."),
    Returned.CLINICAL: _("Their GP practice is the right door, or 111 outside its hours."),
    Returned.SOCIAL_CARE: _("The council’s adult social care makes such assessments; anybody may ask them for one."),
    Returned.OUT_OF_AREA: _("Ring the team on %(phone)s: they know who looks after that area."),
    Returned.OUT_OF_AGE: _("Ring the team on %(phone)s: they know who helps people of that age."),
    Returned.FULL: _("Look for something near them meanwhile, under Find, and send it to them."),
    Returned.NOT_REACHED: _("Send it again with another number, or a better time to ring."),
    Returned.MISSING: _("Send it again with what is missing."),
}


def with_next_door(said: str, why: str, referral: Referral) -> str:
    """The reason as one sentence, then what to do about it."""
    door = str(ADVICE.get(why, "")) % {"phone": referral.team.phone}
    return f"{said}{'' if said.endswith(('?', '.')) else '.'} {door}".strip() if door else said
