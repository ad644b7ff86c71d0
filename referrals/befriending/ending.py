"""Nothing just stops: an end has a day, a goodbye and something that comes next; and the volunteer is thanked."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from connect.identity import acting_as
from connect.people.models import User
from referrals.actions import ReferralError, held, owe
from referrals.befriending import letters, matching
from referrals.befriending.models import BefrienderMatch, BefrienderWish
from referrals.befriending.states import SUDDEN, After, Ending, State, Wish
from referrals.belonging import Connection
from referrals.introductions import actions as introductions
from referrals.life import clocks
from referrals.models import Referral
from referrals.states import OPEN, Closed, Ended, Next, Step

NOTICE = timedelta(days=7)
BEFORE = (State.PROPOSED, State.AGREED, State.MEETING)  # nobody has visited anybody yet
WHY = {
    Ending.DONE: Ended.MOVED_ON, Ending.PERSON: Ended.NOT_WANTED, Ending.VOLUNTEER: Ended.STOPPED_RUNNING,
    Ending.HEALTH: Ended.HEALTH, Ending.NO_FIT: Ended.NOT_WANTED, Ending.MOVED: Ended.DISTANCE,
    Ending.DIED: Ended.OTHER,
}  # fmt: skip
CLOSED = {Closed.DIED: Ending.DIED, Closed.MOVED_AWAY: Ending.MOVED}
# What is owed to the person next, and in how many working days.
THEN = {After.GROUP: (Next.CHOOSE, 3), After.TOUCH: (Next.REVIEW, 20), After.OWN: (Next.REVIEW, 20)}


class TooSudden(ReferralError):
    """A friendship does not end from one day to the next: say a day at least a week ahead, and how they say goodbye."""


@transaction.atomic
def plan(match: BefrienderMatch, *, ends_on: date, ending: str, after: str, words: str, by: User) -> BefrienderMatch:
    """The last day, why, how the two say goodbye, and what comes next. It may be changed until then."""
    if ends_on < timezone.localdate() + NOTICE:
        raise TooSudden
    said = {"ends_on": ends_on, "ending": ending, "after": after, "ending_words": words.strip()}
    if match.state == State.ENDING:
        BefrienderMatch.objects.filter(pk=match.pk, state=State.ENDING).update(**said)
        match.refresh_from_db()
        return match
    return matching.move(match, to=State.ENDING, **said)


@transaction.atomic
def go_on(match: BefrienderMatch, *, by: User) -> BefrienderMatch:
    """They go on after all."""
    return matching.move(match, to=State.GOING, ends_on=None, ending="", after="", ending_words="")


@transaction.atomic
def end(match: BefrienderMatch, *, by: User, ending: str = "", after: str = "", words: str = "") -> BefrienderMatch:
    """As it was planned; or at once, where nobody could plan it. The volunteer is thanked, and their link is shut."""
    if match.state != State.ENDING and ending not in SUDDEN:
        raise TooSudden
    said = {"ending": ending or match.ending, "after": after or match.after}
    said["ending_words"] = words.strip() or match.ending_words
    matching.move(match, to=State.ENDED, ended_at=timezone.now(), ended_by=by, alarm_on=None, **said)
    again = match.after == After.ANOTHER
    kept = {"state": Wish.WAITING, "found_at": None} if again else {"state": Wish.GONE}
    BefrienderWish.objects.filter(pk=match.wish_id).update(**kept)
    _then(match, again)
    letters.thanks(match)
    return match


def _then(match: BefrienderMatch, again: bool) -> None:
    """The connection stops for a reason that is known; what comes next stands before their connector."""
    with acting_as("reminders"):
        referral = held(Referral.objects.get(pk=match.referral_id))
        connection = Connection.objects.get(pk=match.connection_id)
        if not again and connection.can_move_to(Step.STOPPED):
            introductions.step(connection, to=Step.STOPPED, by=None, ended_why=WHY[Ending(match.ending)])
        if match.after in THEN and referral.state in OPEN and referral.next_step != Next.RING_ASKED:
            step, days = THEN[After(match.after)]
            owe(referral, step, clocks.in_days(referral.team, days))


@transaction.atomic
def with_the_person(match: BefrienderMatch) -> bool:
    """Their connector has ended everything, or they took it back: today is the last day, and the team says so.

    What had not begun is over. The house does this, as the job that sweeps; nobody is written to by itself.
    """
    today = timezone.localdate()
    if match.state in BEFORE:
        matching.move(match, to=State.DECLINED, ended_at=timezone.now())
        BefrienderWish.objects.filter(pk=match.wish_id).update(state=Wish.GONE)
        return True
    if match.state == State.ENDING and match.ends_on <= today:
        return False
    said = {"ends_on": today, "alarm_on": None, "after": After.NONE}
    said["ending"] = CLOSED.get(match.referral.closed_why, Ending.PERSON)
    said["ending_words"] = _("They are not helped by us any more. Ring the volunteer, and tell them why.")
    BefrienderMatch.objects.filter(pk=match.pk, state=match.state).update(state=State.ENDING, **said)
    return True
