"""Words beside a step: kept with it, seen by those they are for."""

from connect.people.models import User
from referrals.life.models import StepWords
from referrals.models import Referral, ReferralEvent


def beside(event: ReferralEvent, words: str, *, by: User | None, for_referrer: bool = False) -> StepWords | None:
    """Keep what was written with a step; nothing where nothing was."""
    if not words.strip():
        return None
    about = {"event": event, "referral_id": event.referral_id, "by": by}
    return StepWords.objects.create(words=words.strip(), for_referrer=for_referrer, **about)


def last_step(referral: Referral, to: str) -> ReferralEvent:
    return referral.events.filter(to=to).order_by("-at").first()
