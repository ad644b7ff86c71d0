"""Taking a text in: stored once, dealt with in the same transaction where that works, and again by a sweep where not.

What it means is for a floor above, which is named in the settings: it is given the row and says what became of it.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from connect.identity import acting_as
from connect.messaging.inbound.models import InboundText
from connect.messaging.inbound.providers import Arrived
from connect.one_by_one import one_by_one

log = logging.getLogger(__name__)
MOST_AN_HOUR = 30  # from one number; the provider comes back later with what is refused
AN_HOUR = timedelta(hours=1)
NUMBERS_KEPT, ROWS_KEPT = timedelta(days=14), timedelta(days=30)


@dataclass(frozen=True)
class Dealt:
    """What a text was taken for, the row a human reads where there is one, and whether its number is still needed."""

    meaning: str
    led_to: UUID | None = None
    keep_number: bool = False


def floods(number: str) -> bool:
    """Whether this number has sent as much as anybody can read in an hour."""
    with acting_as("inbound"):
        lately = InboundText.objects.filter(received_at__gt=timezone.now() - AN_HOUR)
        return lately.filter(number_digest=InboundText.digest(number)).count() >= MOST_AN_HOUR


@transaction.atomic
def take(arrived: Arrived) -> bool:
    """False when the provider has told us of it before; then nothing happens a second time."""
    with acting_as("inbound"):
        text = InboundText(
            provider=arrived.provider,
            provider_id=arrived.provider_id,
            number=arrived.number,
            number_digest=InboundText.digest(arrived.number),
            words=arrived.words,
        )
        InboundText.objects.bulk_create([text], ignore_conflicts=True)
        if not InboundText.objects.filter(pk=text.pk).exists():
            return False
        _try(text)
    return True


def _try(text: InboundText) -> None:
    """Kept whatever goes wrong above: the sweep comes back to it."""
    try:
        with transaction.atomic():
            _deal(text)
    except Exception as error:
        log.error("text %s could not be dealt with yet: %s", text.pk, type(error).__qualname__)


def _deal(text: InboundText) -> None:
    handle: Callable[[InboundText], Dealt] = import_string(settings.INBOUND_TEXT_HANDLER)
    dealt = handle(text)
    text.handled_at, text.meaning, text.led_to, text.words = timezone.now(), dealt.meaning, dealt.led_to, ""
    text.number = text.number if dealt.keep_number else ""
    text.save(update_fields=["handled_at", "meaning", "led_to", "words", "number"])


def deal_with_waiting() -> int:
    """What could not be dealt with when it came; each in a transaction of its own."""
    with acting_as("inbound"):
        waiting = InboundText.objects.filter(handled_at=None, received_at__lt=timezone.now() - timedelta(minutes=1))
        return one_by_one(waiting.order_by("received_at").values_list("pk", flat=True), _once, "text")


def _once(pk: UUID) -> bool:
    rows = InboundText.objects.select_for_update(skip_locked=True, no_key=True)
    if text := rows.filter(pk=pk, handled_at=None).first():
        _deal(text)
    return text is not None


def forget() -> int:
    """Numbers nobody knew are kept a fortnight, and what is left of a text a month."""
    now = timezone.now()
    with acting_as("inbound"):
        dealt = InboundText.objects.exclude(handled_at=None)
        dealt.filter(received_at__lt=now - NUMBERS_KEPT).exclude(number="").update(number="")
        return dealt.filter(received_at__lt=now - ROWS_KEPT).delete()[0]
