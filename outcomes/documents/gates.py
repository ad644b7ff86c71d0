"""Which items stay out of a document, and the sentence that says so: the person's yes, item by item."""

from django.utils.translation import gettext as _

from outcomes.documents.recipients import SHARED, Recipient
from referrals.hearing.states import Detail
from referrals.models import Referral
from referrals.states import OPEN, Purpose, State

# What a document never says, whoever it is for.
OF_THE_ASKING = {"referred_on", "referrer", "referrer_contact", "method", "referred_to", "return_to", "consents"}
# Whoever asked typed these; everything else about the person is not theirs without more.
TYPED = {"given_name", "family_name", "known_as"} | OF_THE_ASKING
IN_A_LINE = {"status", "actions"}
# Told by the team alone, and to those the person named: whoever asked typed none of it, or cannot read it here.
NOT_THEIRS = {"date_of_birth", "nhs_number", "practice", "tries"}
FULL = {"next", "ended", "attendance", "tried", "unmet"}
# What became of the asking is the asker's to know; of the person only with their yes.
COARSE = {
    State.SUBMITTED, State.RETURNED, State.ACCEPTED, State.TRANSFERRED, State.WITHDRAWN, State.CLOSED,
}  # fmt: skip


def never(key: str) -> str:
    return {
        "ethnicity": _("Asked apart, for figures only. It is on no document."),
        "safeguarding": _("On no document, whether there is anything or not. Speak to the team’s safeguarding lead."),
    }.get(key, "")


def held_back(key: str, referral: Referral, to: Recipient) -> str:
    """Why it is not there although it may be known; "" where it may be."""
    return never(key) or (_for_team(key, referral) if to.is_team else _for_reply(key, to))


def _for_team(key: str, referral: Referral) -> str:
    if key in OF_THE_ASKING or referral.agreed_to(Purpose.CONTACT):
        return ""
    return _("They have not agreed that we keep these details.")


def _for_reply(key: str, to: Recipient) -> str:
    if key in TYPED or (key in IN_A_LINE and to.detail >= Detail.STATUS):
        return ""
    if key in FULL and to.detail < Detail.FULL:
        return _("They have not agreed that you hear this.")
    if key in NOT_THEIRS and to.detail < SHARED:
        return _("On the copy we keep. You hear back what you told us.")
    if key == "scores" and to.detail < SHARED:
        return _("They have not agreed that you hear how they answered.")
    return ""


def status(referral: Referral, to: Recipient) -> str:
    """Without a yes no more than that it was accepted, came back or is finished."""
    if to.detail >= Detail.LINE or referral.state in COARSE:
        return str(referral.stage_word if to.detail >= Detail.LINE else referral.get_state_display())
    return str(State.ACCEPTED.label) if referral.state in OPEN else str(referral.get_state_display())
