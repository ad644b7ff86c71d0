"""An answer by text to "are you all right?", where it can mean nothing else."""

from django.utils import timezone

from connect.identity import acting_for, reading_as
from connect.messaging.models import Link, Message
from connect.messaging.states import Channel
from referrals.crisis import checking, letters
from referrals.crisis.models import CrisisCheck
from referrals.crisis.states import Said, Way
from referrals.going.states import Meaning
from referrals.going.whose import LEFT, Known
from referrals.states import OPEN

# Who is not all right is rung: so is who says no.
MEANS = {
    Meaning.WENT: Said.WELL, Meaning.GOOD: Said.WELL, Meaning.ALL_RIGHT: Said.WELL,
    Meaning.NOT: Said.RING, Meaning.RING: Said.RING,
}  # fmt: skip


def asked_of(known: Known) -> list[Link]:
    """The checks that this number was asked about by text and nobody has answered yet."""
    people = {one.person_id for one in known.referrals}
    with reading_as("reminders"):
        asked = Message.objects.filter(
            channel=Channel.SMS, recipient_key__in=people, state__in=LEFT, link__purpose=letters.PURPOSE,
            link__revoked_at=None, link__expires_at__gt=timezone.now(),
        ).select_related("link")  # fmt: skip
        links = {one.link.subject: one.link for one in asked}
        waiting = CrisisCheck.objects.filter(pk__in=links, said__in=[Said.NOTHING, Said.NOT_REACHED]).not_done()
        return [links[pk] for pk in waiting.values_list("pk", flat=True)]


def answered(link: Link, said: Meaning) -> bool:
    """As if their link had been opened and pressed, within its scope and no further."""
    if said not in MEANS:
        return False
    with acting_for(link.scope):
        check = CrisisCheck.objects.filter(pk=link.subject, ended_at=None, referral__state__in=OPEN).first()
        if check is None:
            return False
        checking.answered(check, said=MEANS[said], way=Way.TEXT, link=link)
    return True
