"""Whether words may be sent: what is missing, what gives something away, what does not fit. And how they look."""

import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from connect.messaging import closings, messages, texts
from connect.messaging.models import Link
from connect.messaging.wording import filling
from connect.messaging.wording.slots import Slot

BRACES = re.compile(r"\{([^{}]*)\}")
# What a lock screen must not show, in either form; and what nobody is called on our screens.
GIVES_AWAY = re.compile(
    r"(?i)lonel|isolat|vulnerab|referr|council|\bnhs\b|health|mental|support|service|\bclub\b|\bgroup\b|befriend|"
    r"social|presgri|unig|ynysig"
)
LONGEST = {"sms": 480, "subject": 100, "email": 4000}
# Nobody has these names: whoever looks at a preview must not wonder who that is.
FICTIONAL = ("Jean Example", "Bartholomew-Alexander Specimen", "")
PLACE, MEET = "Example Hall, Sample Lane", "Olive Example meets you at the door"
SAID = {"reference": "XXX-XXX", "short": PLACE[:12], "number": 3, "by": "Olive Example", "house": "Connect",
        "team": "Example connectors", "about": "Olive Example",
        "organisation": "Example Trust", "group": PLACE, "also": [], "news": "", "others": 2,
        "month": filling.A_MONTH}  # fmt: skip


@dataclass(frozen=True)
class Shown:
    """One preview; `room` 0 where length does not count."""

    name: str
    body: str
    length: int = 0
    room: int = 0


def wrong(slot: Slot, words: str) -> list[str]:
    """Each thing to put right, in a sentence; empty when the words may be used. No words are the house's own."""
    if not words.strip():
        return []
    found = [*_places(slot, words), *_given_away(slot, words), *_size(slot, words)]
    return found if found else _fitting(slot, words)


def _places(slot: Slot, words: str) -> list[str]:
    named = set(BRACES.findall(words))
    found = [_("There is no {%(name)s} here. Take it out") % {"name": one} for one in sorted(named - slot.may)]
    found += [_("{%(name)s} has to stand in it") % {"name": one} for one in sorted(slot.must - named)]
    if re.search(r"[{}]", BRACES.sub("", words)) or "{%" in words:
        found.append(_("A brace stands alone. Places are written like {name}"))
    if "link" in named and words.count("{link}") > 1:
        found.append(_("The link may stand there once"))
    return found


def _given_away(slot: Slot, words: str) -> list[str]:
    """Residents' phones lie on tables; an organiser knows that they run a group."""
    if not slot.message.for_resident:
        return []
    if shown := GIVES_AWAY.search(BRACES.sub("", words)):
        return [_("“%(word)s” would give something away on a screen that others can see") % {"word": shown[0]}]
    return []


def _size(slot: Slot, words: str) -> list[str]:
    if slot.kind == "subject" and "\n" in words.strip():
        return [_("A subject is one line")]
    if len(words) > LONGEST[slot.kind]:
        return [_("This is longer than %(n)d letters") % {"n": LONGEST[slot.kind]}]
    return []


def _fitting(slot: Slot, words: str) -> list[str]:
    """As it would leave, with a long name and a real link, once it went without what it can spare."""
    if slot.kind != "sms":
        return []
    worst = max(previews(slot, words), key=lambda one: one.length / one.room)
    if texts.size(worst.body).fits():
        return []
    return [_("With everything in it this takes %(n)d letters, and %(room)d fit into one text")
            % {"n": worst.length, "room": worst.room}]  # fmt: skip


def previews(slot: Slot, words: str) -> list[Shown]:
    """To three who do not exist: somebody, somebody with a long name, and somebody whose name is left out."""
    return [_preview(slot, words, name) for name in FICTIONAL]


def _preview(slot: Slot, words: str, name: str) -> Shown:
    context = specimen(name.partition(" ")[0])
    if slot.kind == "subject":
        return Shown(name, messages.worded(slot, words, context, None))
    link = Link(id=uuid.UUID(int=0), purpose=_purpose(slot), subject=uuid.UUID(int=0), expires_at=timezone.now())
    body = messages.fill(messages.worded(slot, words, context, link), link)
    if slot.kind != "sms":
        return Shown(name, body)
    size = texts.size(body)
    return Shown(name, body, size.length, 160 if size.room == 160 else 2 * texts.SHARED[70])


def _purpose(slot: Slot) -> str:
    """Every message to a resident says how to stop them, by a link of its own where it has no other."""
    return "attendance" if "link" in slot.must else closings.STOP


def specimen(name: str) -> Mapping[str, object]:
    """A Wednesday in September, which takes the most letters."""
    now = timezone.localtime()
    day = next(now.replace(month=9, day=n, hour=11, minute=30) for n in range(22, 29) if _is_wednesday(now, n))
    return {"name": name, "connector": "Carl", "phone": "01632 960 014", "starts_at": day, "place": PLACE, "meet": MEET,
            "until": day + timedelta(days=3), "service": PLACE, **SAID,
            "was": day - timedelta(hours=1), "after": day + timedelta(days=7), "first": day.replace(day=1),
            "address": f"{settings.SITE_URL}/referrals/{uuid.UUID(int=0)}/"}  # fmt: skip


def _is_wednesday(now: datetime, day: int) -> bool:
    return now.replace(month=9, day=day).weekday() == 2
