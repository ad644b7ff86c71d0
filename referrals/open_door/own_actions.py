"""What the person does on their own page. It works as the job "own_page", within that one referral."""

import uuid
from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from connect.messaging import messages
from connect.messaging.models import Link
from referrals import actions
from referrals.models import Happened, Person, Referral
from referrals.open_door import standing
from referrals.open_door.states import Own
from referrals.person import consenting, stopping
from referrals.person.states import Decision, How
from referrals.safety import words
from referrals.safety.states import Door
from referrals.states import OPEN, Next, State, Withdrawn


class ChangedMeanwhile(Exception):
    """A colleague wrote down another way to reach them, since the page was drawn."""


@transaction.atomic
def reach(referral: Referral, changes: Mapping[str, str], *, was: Mapping[str, str]) -> None:
    """How we may reach them, where it is still as it `was`. What waits goes to where it may now, or nowhere."""
    person = Person.objects.select_for_update(no_key=True).get(pk=referral.person_id)
    if any(getattr(person, name) != value for name, value in was.items()):
        raise ChangedMeanwhile
    one_answer = {"safe_to_email": "", "safe_to_leave_word": ""}  # the page asks once, for all of them
    now = {name: getattr(person, name) for name in one_answer}
    if not changes and now == one_answer:
        return
    Person.objects.filter(pk=person.pk).update(**changes, **one_answer)
    person.refresh_from_db()
    stopping.follow_channels(person)
    _say(referral, Own.REACH)


@transaction.atomic
def ring(referral: Referral) -> None:
    """Somebody rings, first thing; whoever waits in the queue is still decided about."""
    today = timezone.localdate()
    if referral.state in OPEN:
        actions.owe(referral, Next.DECIDE if referral.is_new else Next.RING_ASKED, today)
    _say(referral, Own.RING)
    words.heard(str(Own.RING.label), referral=referral, where=Door.OWN_PAGE)


@transaction.atomic
def tell(referral: Referral, *, about: str, said: str, key: uuid.UUID, link_id: uuid.UUID) -> None:
    """A few words, for a human with a name, once a form. Nothing else follows from them."""
    if referral.events.filter(pk=key).exists():
        return
    words.heard(said, referral=referral, where=Door.OWN_PAGE, link_id=link_id)
    _say(referral, Own(about), id=key)


@transaction.atomic
def stop(referral: Referral, *, why: str = Withdrawn.ASKED, said: str = "") -> None:
    """They do not want it any more: nobody rings, nothing leaves, nobody is expected anywhere."""
    words.heard(said, referral=referral, where=Door.OWN_PAGE)
    for yes in standing.yeses(referral):  # first, so that the groups that still expect them hear of it
        take_back(referral, purpose=yes.purpose, recipient=yes.recipient)
    if referral.state in OPEN:
        actions.move(referral, to=State.WITHDRAWN, by=None, why=why, next_step=Next.NOTHING, next_on=None)
    referral.occasions.filter(starts_at__gt=timezone.now(), called_off_at=None).update(called_off_at=timezone.now())
    messages.cancel(recipient_key=referral.person_id)


def take_back(referral: Referral, *, purpose: str, recipient: str = "") -> None:
    """One yes, for one purpose and whoever they named: it no longer holds from this moment."""
    said = {"purpose": purpose, "recipient": recipient, "decision": Decision.WITHDRAWN, "how": How.ONLINE}
    consenting.record(referral, by=None, **said)


def leave(link: Link) -> None:
    """The page is shut: nobody opens it again without a new code."""
    Link.objects.filter(pk=link.pk).update(revoked_at=timezone.now())


def _say(referral: Referral, what: Own, **more: object) -> None:
    actions.happened(referral, kind=Happened.OWN, to=what, by=None, **more)
