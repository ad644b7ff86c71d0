"""The tenant's words with what stands for what put in; plain places in braces, so that words can do nothing else."""

import re
from collections.abc import Mapping
from datetime import datetime

from django.template.defaultfilters import date as written
from django.template.loader import get_template
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from connect.messaging.wording.models import Decided, Wording
from connect.messaging.wording.slots import MESSAGES, Slot
from connect.templatetags import look

PLACE = re.compile(r"(?P<before>[ \n]?)\{(?P<name>[a-z]+)\}")
# A day that no message will ever be about, to find in the house's own words where the day and the hour stand.
NO_DAY = datetime(2093, 3, 18, 9, 41, tzinfo=timezone.get_default_timezone())


def in_use(template: str, language: str) -> dict[str, str]:
    """kind -> approved words; nothing where the house's own are used. Asked of the few that may be worded anew."""
    if template not in MESSAGES:
        return {}
    rows = Wording.objects.filter(template=template, language=language, state=Decided.APPROVED).exclude(words="")
    return dict(rows.values_list("kind", "words"))


def fill(slot: Slot, words: str, context: Mapping[str, object]) -> str:
    """What leaves, but for the link. An e-mail to a resident says where help is, whatever the words say."""
    with translation.override("cy" if slot.language == "cy" else "en-gb"):
        told = _told(context)
        body = PLACE.sub(lambda found: _put(found, told), words).strip()
    return f"{body}\n\n{help_lines(slot.language)}" if slot.message.for_resident and slot.kind == "email" else body


def _put(found: re.Match[str], told: Mapping[str, str]) -> str:
    """What has nothing to say goes with the space before it."""
    if found["name"] == "link":
        return found[0]
    said = told.get(found["name"], "")
    return found["before"] + said if said else ""


def _told(context: Mapping[str, object]) -> dict[str, str]:
    said = {name: str(context.get(name) or "") for name in ("name", "phone", "place")}
    meet = str(context.get("meet") or "")
    when, until = context.get("starts_at"), context.get("until")
    return {
        **said,
        "connector": str(context.get("connector") or _("us")),
        "meet": meet if not meet or meet.endswith(".") else f"{meet}.",
        **(_when(when) if when else {}),
        "until": look.day(until) if until else "",
    }


def _when(at: datetime) -> dict[str, str]:
    return {"day": look.day(at), "weekday": written(timezone.localtime(at), "l"), "time": look.clock(at),
            "moment": look.moment(at)}  # fmt: skip


def help_lines(language: str) -> str:
    name = "messages/_not_an_emergency.cy.txt" if language == "cy" else "messages/_not_an_emergency.txt"
    return get_template(name).template.source.split("#}")[-1].strip()


def house_words(slot: Slot, rendered: str) -> str:
    """The house's own words, drawn with NO_DAY and places in braces, as words that can be changed."""
    with translation.override("cy" if slot.language == "cy" else "en-gb"):
        days = sorted(_when(NO_DAY).items(), key=lambda one: -len(one[1]))
    for name, said in days:
        rendered = rendered.replace(said, f"{{{name}}}")
    body = rendered.replace("{meet}.", "{meet}")
    return body.partition(help_lines(slot.language))[0].strip()


def places_for_house() -> dict[str, object]:
    names = {name: f"{{{name}}}" for name in ("name", "connector", "phone", "place", "meet")}
    return names | {"starts_at": NO_DAY, "until": NO_DAY, "service": "{place}"}
