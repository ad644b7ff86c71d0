"""Claim, ask, send, mark: each message reaches its provider once, whatever is killed in between.

A worker claims one row with a lease, in a transaction of its own; hands it to the provider outside any
transaction; marks it in another. A row whose lease ran out was left half-way: its provider is asked by our
reference before anything is sent again. See docs/messaging.md.
"""

import logging
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import hours, messages, senders
from connect.messaging.models import Link, Message
from connect.messaging.states import Note, State

logger = logging.getLogger(__name__)
TRIES = 5
PAUSES = (1, 3, 15, 60)  # leases between the tries: with two minutes each, 2, 6, 30 and 120 minutes
PATIENCE = timedelta(days=3)  # with a provider that is away altogether

# Never tried, waiting for another try, or left half-way by a worker whose lease ran out. Counted before the try: a
# message that kills its worker must not get a sixth. The states stand here as in the index `message_due`: of a plan
# kept for any state PostgreSQL cannot know that this index is enough, and would read every message there ever was.
CLAIM = """
with next as materialized (
    select id, state = 'sending' as half_way, exists (
        select from messaging_switchedoff off
        where off.template = it.template and off.on_at is null and (off.under_id is null or off.under_id = it.under_id)
    ) as switched_off
    from messaging_message it
    where state in ('queued', 'sending') and due_at <= %(now)s and (lease_until is null or lease_until <= %(now)s)
    and (%(only)s::text[] is null or template = any(%(only)s))
    order by due_at, id limit 1 for update of it skip locked
)
update messaging_message it set state = 'sending', attempts = it.attempts + 1, lease_until = %(until)s
from next where it.id = next.id
returning it.*, next.half_way, next.switched_off
"""


@dataclass(frozen=True)
class Claim:
    message: Message
    half_way: bool  # a worker had it before and did not come back
    switched_off: bool = False


def sweep(seconds: float = 45) -> Counter:
    """Deliver what is due, one at a time, until nothing is or the time is up; how many ended in which state."""
    ended: Counter = Counter()
    until = time.monotonic() + seconds
    while time.monotonic() < until and (claim := claim_next(only_alarms=not is_time_to_write())):
        ended[deliver(claim)] += 1
    return ended


def is_time_to_write() -> bool:
    """A worker that was away wakes up at night too: the hour is looked at again when the message leaves."""
    return not settings.QUIET_HOURS or hours.allowed(timezone.now())


def claim_next(only_alarms: bool = False) -> Claim | None:
    """At night only what may leave at any hour: a colleague who is not out of a visit cannot wait for the morning."""
    now = timezone.now()
    asked = {"now": now, "until": now + lease(), "only": settings.AT_ANY_HOUR if only_alarms else None}
    with acting_as("delivery"):
        message = next(iter(Message.objects.raw(CLAIM, asked)), None)
        if message is None:
            return None
        if message.link_id:
            message.link = Link.objects.get(pk=message.link_id)
        return Claim(message, half_way=message.half_way, switched_off=message.switched_off)


def deliver(claim: Claim) -> State:
    message = claim.message
    try:
        sender = senders.for_channel(message.channel)
        body = messages.fill(message.body, message.link)
    except Exception as error:  # the messages behind it must go out
        return _fault_of_ours(claim, type(error).__name__)
    if claim.half_way and (state := _ask(sender, message)):
        return state
    if note := _reason_to_stop(claim):
        return _stop(message, note)
    if _overslept(message):
        return State.SENDING  # somebody else may have it by now
    return _send(sender, message, body)


def _ask(sender: senders.Sender, message: Message) -> State | None:
    """What became of the earlier try. None: the provider does not have it, so it may be sent."""
    try:
        found = sender.find(str(message.pk))
    except Exception as error:
        return _no_answer(message, type(error).__name__)
    if found is senders.CANNOT_ASK:
        return _needs_a_person(message, State.UNRESOLVED, Note.CANNOT_ASK)
    return _sent(message, found) if found else None


def _send(sender: senders.Sender, message: Message, body: str) -> State:
    try:
        provider_id = sender.send(str(message.pk), message.to, message.subject, body)
    except senders.Refused:
        return _needs_a_person(message, State.FAILED, Note.REFUSED)
    except senders.NotAccepted as error:
        return _later(message, error.wait)
    except Exception as error:  # Unclear, or a fault of ours after the provider had it: nobody knows
        return _unclear(sender, message, type(error).__name__)
    return _sent(message, provider_id)


def _reason_to_stop(claim: Claim) -> Note | None:
    """What has become true since it was queued, and before the provider has it."""
    message = claim.message
    if message.called_off_at:
        return Note.CALLED_OFF
    if claim.switched_off:
        return Note.SWITCHED_OFF
    if message.has_lost_its_yes():
        return Note.YES_OVER
    if message.is_too_late():
        return Note.TOO_LATE
    if message.link and not message.link.works():
        return Note.LINK_GONE
    if message.attempts > TRIES:
        return Note.GAVE_UP
    return None


def _stop(message: Message, note: Note) -> State:
    if note == Note.GAVE_UP:
        return _needs_a_person(message, State.FAILED, note)
    return _mark(message, State.CANCELLED, note=note)


def _sent(message: Message, provider_id: str) -> State:
    return _mark(message, State.SENT, provider_id=provider_id[:200], sent_at=timezone.now())


def _later(message: Message, wait: float | None) -> State:
    """The provider is busy or away: no fault of the message, so the try does not count."""
    if _patience_is_over(message):
        return _needs_a_person(message, State.FAILED, Note.GAVE_UP)
    pause = min(timedelta(seconds=wait), timedelta(hours=1)) if wait else lease()
    return _mark(message, State.QUEUED, attempts=message.attempts - 1, lease_until=timezone.now() + pause)


def _fault_of_ours(claim: Claim, fault: str) -> State:
    """Nothing was handed over this time; whether it was before stays open."""
    message, before = claim.message, State.SENDING if claim.half_way else State.QUEUED
    logger.warning("message %s was not sent: %s", message.pk, fault)
    if message.attempts < TRIES:
        return _mark(message, before, lease_until=timezone.now() + _pause(message))
    return _needs_a_person(message, State.UNRESOLVED if claim.half_way else State.FAILED, Note.GAVE_UP)


def _unclear(sender: senders.Sender, message: Message, fault: str) -> State:
    """Left as being sent, so that the next claim asks; not at once, as the request may still be on its way."""
    logger.warning("message %s may have been sent: %s", message.pk, fault)
    if not sender.can_be_asked:
        return _needs_a_person(message, State.UNRESOLVED, Note.CANNOT_ASK)
    return _mark(message, State.SENDING, lease_until=timezone.now() + _pause(message))


def _no_answer(message: Message, fault: str) -> State:
    """Asking is no try; but nobody is asked for ever."""
    logger.warning("message %s: the provider did not say whether it was sent: %s", message.pk, fault)
    if _patience_is_over(message):
        return _needs_a_person(message, State.UNRESOLVED, Note.NO_ANSWER)
    return _mark(message, State.SENDING, attempts=message.attempts - 1, lease_until=timezone.now() + lease())


def _needs_a_person(message: Message, state: State, note: Note) -> State:
    logger.error("message %s needs a person: %s, %s", message.pk, state.value, note.value)
    return _mark(message, state, note=note)


def _mark(message: Message, state: State, **fields: object) -> State:
    """Only while it is still ours: a worker that overslept its lease must not undo what another found out."""
    with acting_as("delivery"):
        held = Message.objects.filter(pk=message.pk, state=State.SENDING, lease_until=message.lease_until)
        held.update(state=state, **{"lease_until": None, **fields})
    return state


def _patience_is_over(message: Message) -> bool:
    return timezone.now() > message.due_at + PATIENCE


def _overslept(message: Message) -> bool:
    """Half the lease is gone before anything was sent: the machine slept, and a request now could outlive the lease."""
    return timezone.now() > message.lease_until - lease() / 2


def _pause(message: Message) -> timedelta:
    return lease() * PAUSES[min(message.attempts, len(PAUSES)) - 1]


def lease() -> timedelta:
    """Longer than any provider is given to answer, so that nobody is asked while a request is on its way."""
    return timedelta(seconds=settings.MESSAGE_LEASE_SECONDS)


def see_to(message_ids: Iterable[UUID], *, how: str, by: Any) -> int:
    """Somebody looked after these; of two who do at one moment the first stands. Whoever asks has seen the rows."""
    seen = {"seen_to_at": timezone.now(), "seen_to_by_id": by.pk, "seen_to_by_name": by.name, "seen_to_how": how}
    with acting_as("delivery"):
        return Message.objects.for_a_person_to_look_at().filter(pk__in=list(message_ids)).order_by().update(**seen)


def settle(message_id: UUID, *, accepted: bool) -> bool:
    """A person found out what became of an unresolved or failed message; False when it is neither."""
    now = timezone.now()
    again = {"state": State.QUEUED, "attempts": 0, "due_at": now}
    now_known = {"state": State.SENT, "sent_at": now} if accepted else again
    with acting_as("delivery"):
        listed = Message.objects.for_a_person_to_look_at().filter(pk=message_id)
        return listed.order_by().update(note="", lease_until=None, **now_known) == 1
