"""The last line of what is written to somebody we help: how to stop it. The house's own, whatever stands before it."""

import uuid
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from connect.messaging import links
from connect.messaging.models import Link
from connect.messaging.states import Channel

STOP = "stop"  # purpose of the link that does nothing else
STOP_DAYS = 400  # it works long after the message it stood in
# What is written to somebody we help without their having asked for it a moment ago: each begins a template's name.
# A test holds this equal to the table of reminders.
TO_PEOPLE = (
    "introduced", "reminder", "did_you_go", "how_was_it", "called_off", "moved", "place_", "settled", "well_done",
    "questions", "goals", "equality", "not_that_day", "while_waiting", "crisis_check",
)  # fmt: skip


@dataclass(frozen=True)
class Closing:
    """`can_go`: where the text would be too long with it, the page behind its link says the same."""

    words: str = ""
    can_go: bool = False

    def after(self, body: str, channel: str) -> str:
        if not self.words:
            return body
        between = "\n\n" if channel != Channel.SMS else ". " if body[-1:].isalnum() else " "
        return f"{body}{between}{self.words}"


NONE = Closing()


def link_for(template: str, person: uuid.UUID, about: uuid.UUID | None, language: str) -> Link | None:
    """A message to somebody we help that leads nowhere else leads to the page that stops us."""
    if about is None or not template.startswith(TO_PEOPLE):
        return None
    until = timezone.now() + timedelta(days=STOP_DAYS)
    return links.mint(STOP, about, [about, person], until, language=language)


def of(template: str, channel: str, language: str, link: Link | None) -> Closing:
    """Nothing for whoever is no resident, and for what they asked for themselves."""
    if link is None or not template.startswith(TO_PEOPLE):
        return NONE
    leads_elsewhere = link.purpose != STOP
    with translation.override("cy" if language == "cy" else "en-gb"):
        return Closing(_words(template, channel, leads_elsewhere), can_go=leads_elsewhere)


def _words(template: str, channel: str, leads_elsewhere: bool) -> str:
    if channel == Channel.SMS:
        return _text(template, leads_elsewhere)
    if leads_elsewhere:
        return _("No more messages like this one? That page stops them.")
    return _("No more messages like this one? Stop them here: {link}")


def _text(template: str, leads_elsewhere: bool) -> str:
    """A number that takes answers is shorter than any link."""
    if not settings.TEXT_NUMBER:
        return "" if leads_elsewhere else _("Stop: {link}")
    if template == "crisis_check":
        return _("Or text YES, RING or STOP")
    return _("Or text YES, NO or STOP") if template.startswith("did_you_go") else _("Text STOP to stop")
