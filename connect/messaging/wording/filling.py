"""The tenant's words with what stands for what put in; plain places in braces, so that words can do nothing else."""

import re
from collections.abc import Mapping
from datetime import datetime
from types import SimpleNamespace

from django.template.defaultfilters import date as written
from django.template.loader import get_template
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from connect.messaging import drawing
from connect.messaging.wording.models import Decided, Wording
from connect.messaging.wording.slots import MESSAGES, Slot
from connect.templatetags import look

PLACE = re.compile(r"(?P<before>(?:,? |\n)?)\{(?P<name>[a-z]+)\}")
GAP = re.compile(r"\n{3,}")
# Two days that no message will ever be about, to find in the house's own words where days and hours stand.
NO_DAY = datetime(2093, 3, 18, 9, 41, tzinfo=timezone.get_default_timezone())
NOT_UNTIL = datetime(2093, 6, 29, 7, 23, tzinfo=timezone.get_default_timezone())
A_MONTH = SimpleNamespace(people=7, went=5)
PLAIN = ("name", "phone", "place", "address", "reference", "service", "short", "number", "by", "organisation", "house",
         "team", "about")  # fmt: skip


def in_use(template: str, language: str) -> dict[str, str]:
    """kind -> approved words; nothing where the house's own are used. Asked of the few that may be worded anew."""
    if template not in MESSAGES:
        return {}
    rows = Wording.objects.filter(template=template, language=language, state=Decided.APPROVED, words__gt="")
    return dict(rows.values_list("kind", "words"))


def fill(slot: Slot, words: str, context: Mapping[str, object]) -> str:
    """What leaves, but for the link. An e-mail to a resident says where help is, whatever the words say."""
    with translation.override("cy" if slot.language == "cy" else "en-gb"):
        told = _told(slot, context)
        body = GAP.sub("\n\n", PLACE.sub(lambda found: _put(found, told), words)).strip()
    return f"{body}\n\n{help_lines(slot.language)}" if slot.message.for_resident and slot.kind == "email" else body


def _put(found: re.Match[str], told: Mapping[str, str]) -> str:
    """What has nothing to say goes with the space, or the comma, before it."""
    if found["name"] == "link":
        return found[0]
    said = told.get(found["name"], "")
    return found["before"] + said if said else ""


def _told(slot: Slot, context: Mapping[str, object]) -> dict[str, str]:
    said = {name: str(context.get(name) or "") for name in PLAIN}
    meet, when, until = (
        str(context.get("meet") or ""),
        context.get("starts_at") or context.get("meets_at"),
        context.get("until"),
    )
    first = context.get("first")
    return {
        **said,
        "service": said["service"] or str(context.get("group") or ""),
        "connector": str(context.get("connector") or _("us")),
        "meet": meet if not meet or meet.endswith(".") else f"{meet}.",
        **(_when(when) if when else {}),
        "until": (look.moment(until) if slot.message.hour_counts else look.day(until)) if until else "",
        "month": written(first, "F") if first else "",
        **{name: _sentence(slot, name, context) for name in slot.sentences},
    }


def _sentence(slot: Slot, name: str, context: Mapping[str, object]) -> str:
    """What depends on what happened is said in the house's words."""
    return drawing.render(f"_{slot.message.template}_{name}", f"{slot.kind}.txt", slot.language, context)


def _when(at: datetime) -> dict[str, str]:
    return {"day": look.day(at), "weekday": written(timezone.localtime(at), "l"), "time": look.clock(at),
            "moment": look.moment(at)}  # fmt: skip


def help_lines(language: str) -> str:
    name = "messages/_not_an_emergency.cy.txt" if language == "cy" else "messages/_not_an_emergency.txt"
    return get_template(name).template.source.split("#}")[-1].strip()


def house_words(slot: Slot) -> str:
    """The house's own words as words that can be changed: drawn for days that never come, with places in braces."""
    context = _for_house()
    drawn = drawing.render(slot.message.template, f"{slot.kind}.txt", slot.language, context)
    for name in sorted(slot.sentences):
        drawn = drawn.replace(_sentence(slot, name, context) or f"{{{name}}}", f"{{{name}}}")
    for said, name in _days(slot):
        drawn = drawn.replace(said, f"{{{name}}}")
    body = drawn.replace("{meet}.", "{meet}")
    return body.partition(help_lines(slot.language))[0].strip()


def _days(slot: Slot) -> list[tuple[str, str]]:
    """(as written, its place), the longest first."""
    with translation.override("cy" if slot.language == "cy" else "en-gb"):
        days = [(said, name) for name, said in _when(NO_DAY).items()]
        days += [(said, "until") for name, said in _when(NOT_UNTIL).items() if name != "time"]
        days += [(written(NOT_UNTIL, "j F"), "until"), (written(NO_DAY, "F"), "month")]
    return sorted(days, key=lambda one: -len(one[0]))


def _for_house() -> dict[str, object]:
    """Every variable of every message: its place in braces, or a day that never comes."""
    names = {name: f"{{{name}}}" for name in (*PLAIN, "connector", "meet")}
    never = dict.fromkeys(("starts_at", "meets_at", "was", "after", "first"), NO_DAY) | {"until": NOT_UNTIL}
    said = {"group": "{service}", "also": [(NO_DAY, "{place}")], "news": "", "others": 2, "month": A_MONTH}
    return names | never | said
