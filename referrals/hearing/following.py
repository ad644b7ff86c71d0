"""From a step in a life to the news it is for whoever asked."""

from django.utils import timezone

from connect.people.models import User
from referrals.belonging import Connection
from referrals.hearing import actions
from referrals.hearing.states import News
from referrals.models import Referral
from referrals.states import State, Step

# (was, to) -> news; None stands for any state it came from that has no line of its own.
MOVES = {
    (State.SUBMITTED, State.ACCEPTED): News.ACCEPTED,
    (State.CLOSED, State.ACCEPTED): News.REOPENED,
    (State.WITHDRAWN, State.ACCEPTED): News.REOPENED,
    (State.ACCEPTED, State.CONTACTED): News.MET,
    (None, State.RETURNED): News.RETURNED,
    (None, State.TRANSFERRED): News.TRANSFERRED,
    (None, State.WITHDRAWN): News.WITHDRAWN,
    (None, State.CLOSED): News.CLOSED,
}
STEPS = {
    Step.INTRODUCED: News.CONNECTED,
    Step.SETTLED: News.SETTLED,
    Step.STOPPED: News.STOPPED,
    Step.NOT_FOR_THEM: News.STOPPED,
    Step.DID_NOT_START: News.STOPPED,
}


def moved(referral: Referral, *, was: str, by: User | None) -> None:
    """The referral has moved. Whoever moved it themselves needs no letter about it."""
    news = MOVES.get((was, referral.state)) or MOVES.get((None, referral.state))
    if news and not (by and by.pk == referral.referrer_id):
        actions.tell(referral, news, event_at=timezone.now(), cause=f"{news}:{referral.events.count()}")


def stepped(connection: Connection, *, by: User | None) -> None:
    """A group was only an idea until they were introduced: what came to nothing before that is nobody's news."""
    news = STEPS.get(connection.state)
    if news is None or connection.introduced_at is None:
        return
    now, times = timezone.now(), connection.referral.events.count()
    actions.tell(connection.referral, news, event_at=now, cause=f"{news}:{connection.pk}:{times}")
