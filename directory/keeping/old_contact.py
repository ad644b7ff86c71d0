"""Where only one editor works: the number or address that is to be replaced is asked, and given three days."""

from datetime import timedelta
from itertools import islice

from django.utils import timezone

from connect.messaging import links, messages
from connect.messaging.models import Message
from connect.messaging.states import State
from directory.keeping import organiser
from directory.models import Ask, ChangeRequest, Service
from directory.states import Decision, Outcome

TO_OBJECT = timedelta(hours=72)
LINK_WORKS = timedelta(days=14)
LATELY = timedelta(days=30)
MOST_LOOKED_AT = 20
AT_A_TIME = 100


def ask(request: ChangeRequest) -> None:
    """A notice to whoever is reached now. The days to object begin when it may leave, not in the night."""
    service, now = request.service, timezone.now()
    way = organiser.way_to(service) or _way_taken_away(service)
    asked = Ask(service=service, about=Ask.About.CONTACT, change=request)
    begins = now
    if way:
        link = links.mint("listing", request.pk, [service.pk], now + LINK_WORKS)
        message = organiser.write(service, way, "new_contact", cause=f"new_contact:{request.pk}", link=link)
        asked.message_id, asked.link_id, begins = message.pk, link.pk, max(now, message.due_at)
    asked.save()
    request.wait_until = begins + TO_OBJECT
    request.save(update_fields=["wait_until"])


def _way_taken_away(service: Service) -> organiser.Way | None:
    """A contact taken out is still asked for a while: out and in again would otherwise be a change nobody hears of."""
    since = None
    for at, said in service.revisions.values_list("at", "document")[:MOST_LOOKED_AT]:
        if way := organiser.way_by(said.get("contact_email", ""), said.get("contact_phone", "")):
            return way if since and since > timezone.now() - LATELY else None
        since = at
    return None


def answered(request: ChangeRequest) -> None:
    request.asks.filter(answered_at=None).update(answered_at=timezone.now(), answer=Outcome.CHANGED)


def waited_long_enough() -> list[ChangeRequest]:
    """Those whose days have gone by, with the notice sent, or with nobody there to send one to."""
    over = ChangeRequest.objects.filter(state=Decision.SECOND, wait_until__lte=timezone.now()).order_by("wait_until")
    told = (each for each in over.iterator() if _was_told(each))  # some wait for a person, and hold up nobody else
    return list(islice(told, AT_A_TIME))


def _was_told(request: ChangeRequest) -> bool:
    """A notice that could not be sent has told nobody: then a person has to look."""
    asks = list(request.asks.filter(about=Ask.About.CONTACT))
    sent = Message.objects.filter(pk__in=[one.message_id for one in asks if one.message_id], state=State.SENT)
    return bool(asks) and (sent.exists() or not any(one.message_id for one in asks))


def called_off(request: ChangeRequest) -> None:
    """It is decided: a notice that has not left does not leave any more. One that has leads to what was decided."""
    messages.cancel(recipient_key=request.service_id, cause=f"new_contact:{request.pk}")
