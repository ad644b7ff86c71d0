"""Writing to somebody: a row in the outbox, in the transaction that causes it, once for each recipient and cause.

Whoever queues a message has checked consent, the safe channel and restriction; whoever changes one of those
cancels what is still queued, in the same transaction.
"""

import uuid
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from django.conf import settings
from django.db.models import Case, F, QuerySet, Value, When
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import closings, hours, links, texts
from connect.messaging.drawing import render
from connect.messaging.models import Link, Message
from connect.messaging.states import Channel, Note, State
from connect.messaging.wording import filling
from connect.messaging.wording.slots import Slot, slot

PLACE_OF_LINK, PLACE_OF_CODE = "{link}", "{code}"
SPARE = ("meet", "name", "house")  # who meets them, the greeting by name, whose house it is


def queue(
    *,
    recipient_key: uuid.UUID,
    cause: str,
    channel: str,
    to: str,
    template: str,
    context: Mapping[str, object],
    language: str = "en",
    about_id: uuid.UUID | None = None,
    link: Link | None = None,
    due_at: datetime | None = None,
    useless_after: datetime | None = None,
    valid_until: datetime | None = None,
    under_id: uuid.UUID | None = None,
    nation: str | None = None,
) -> Message:
    """The message for this recipient and cause: the one made now, or, where one was there before, its id.

    `due_at` is moved out of quiet hours, and with a nation past its bank holidays. A message that did not leave by
    `useless_after` never does: "see you tomorrow" is wrong the day after; nor does one that is still here at
    `valid_until`, when the yes it rests on runs out. `under_id` is the scheme that writes: what it has switched off
    does not leave. A row that was there before stays as it is, and is not read: whoever writes may not be allowed to.
    """
    ours = filling.in_use(template, language)
    link = link or closings.link_for(template, recipient_key, about_id, language)
    message = Message(
        # The same for the same pair, so that somebody who may not read the outbox still learns which row is theirs.
        id=uuid.uuid5(recipient_key, cause),
        recipient_key=recipient_key,
        cause=cause,
        channel=channel,
        to=to,
        template=template,
        language=language,
        subject=_subject(template, channel, language, context, ours.get("subject", "")),
        body=write(template, channel, language, context, link, ours.get(channel, "")),
        link=link,
        about_id=about_id,
        due_at=_when(due_at or timezone.now(), nation, template),
        useless_after=useless_after,
        valid_until=valid_until,
        under_id=under_id,
    )
    # ON CONFLICT DO NOTHING without a target asks for no right to read; with a target, or RETURNING, it would.
    Message.objects.bulk_create([message], ignore_conflicts=True)
    return message


def _when(wanted: datetime, nation: str | None, template: str) -> datetime:
    waits = settings.QUIET_HOURS and template not in settings.AT_ANY_HOUR
    return hours.next_allowed(wanted, nation) if waits else wanted


def cancel(
    *,
    about_id: uuid.UUID | None = None,
    recipient_key: uuid.UUID | None = None,
    cause: str | None = None,
    channel: str | None = None,
    templates: Iterable[str] | None = None,
) -> int:
    """Call off what has not left yet, and return how many. What a worker is sending now may still go, but not twice."""
    asked = {"about_id": about_id, "recipient_key": recipient_key, "cause": cause, "channel": channel}
    asked["template__in"] = templates and tuple(templates)
    chosen = {name: value for name, value in asked.items() if value is not None}
    if not set(chosen) - {"channel", "template__in"}:
        raise ValueError("say which messages")
    with acting_as("delivery"):  # whoever changes a consent need not be allowed to read the outbox
        return _call_off(Message.objects.filter(**chosen), Note.CALLED_OFF)


def cancel_kinds(templates: Iterable[str], *, under: uuid.UUID | None) -> int:
    """Call off what waits of these kinds, in the whole house or of one scheme."""
    whose = {} if under is None else {"under_id": under}
    with acting_as("delivery"):
        return _call_off(Message.objects.filter(template__in=list(templates), **whose), Note.SWITCHED_OFF)


def _call_off(rows: QuerySet[Message], note: str) -> int:
    return rows.not_yet_sent().update(
        state=Case(When(state=State.QUEUED, then=Value(State.CANCELLED)), default=F("state")),
        note=Case(When(state=State.QUEUED, then=Value(note)), default=F("note")),
        called_off_at=timezone.now(),
    )


def readdress(*, recipient_key: uuid.UUID, channel: str, to: str) -> int:
    """What waits for somebody goes to their new number or address.

    What a worker is sending now may still go to the old, but is not tried there again.
    """
    with acting_as("delivery"):
        waiting = Message.objects.not_yet_sent().filter(recipient_key=recipient_key, channel=channel)
        return waiting.exclude(to=to).update(to=to)


def write(
    template: str,
    channel: str,
    language: str,
    context: Mapping[str, object],
    link: Link | None = None,
    ours: str = "",
) -> str:
    """The words, with {link} where the address will stand; `ours` are the tenant's own, instead of the house's."""
    if ours:
        return worded(slot(f"{template}-{channel}-{language}"), ours, context, link)
    closing = closings.of(template, channel, language, link)
    return _spared(channel, lambda told: render(template, f"{channel}.txt", language, told), context, link, closing)


def worded(place: Slot, words: str, context: Mapping[str, object], link: Link | None) -> str:
    """These words as they would leave, whether they are in use or only looked at."""
    closing = closings.of(place.message.template, place.kind, place.language, link)
    return _spared(place.kind, lambda told: filling.fill(place, words, told), context, link, closing)


def _spared(kind: str, draw: Callable[[Mapping[str, object]], str], context: Mapping[str, object],
            link: Link | None, closing: closings.Closing = closings.NONE) -> str:  # fmt: skip
    """A text that grew too long does without what it can spare."""
    body = closing.after(draw(context), kind)
    if kind != Channel.SMS:
        return body
    if closing.can_go and not _fits(body, link):
        closing = closings.NONE
        body = draw(context)
    for spare in SPARE:
        if _fits(body, link):
            break
        context = {**context, spare: ""}
        body = closing.after(draw(context), kind)
    return texts.plain(body)


def _fits(body: str, link: Link | None) -> bool:
    return texts.size(fill(texts.plain(body), link)).fits()


def fill(body: str, link: Link | None) -> str:
    """The token, or the code, is worked out here, when the message leaves: the database never holds one."""
    if link and PLACE_OF_CODE in body:
        return body.replace(PLACE_OF_CODE, links.code(link))
    return body.replace(PLACE_OF_LINK, links.address(link)) if link else body


def _subject(template: str, channel: str, language: str, context: Mapping[str, object], ours: str = "") -> str:
    if channel != Channel.EMAIL:
        return ""
    if ours:
        return " ".join(worded(slot(f"{template}-subject-{language}"), ours, context, None).split())
    return " ".join(render(template, "subject.txt", language, context).split())
