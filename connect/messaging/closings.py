"""The last line of what is written to somebody we help: how to stop it. The house's own, whatever stands before it."""

from dataclasses import dataclass

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from connect.messaging.models import Link
from connect.messaging.states import Channel

STOP = "stop"  # purpose of the link that does nothing else
ASKS = ("did_you_go", "how_was_it")  # their link leads to a page on which they can stop us, too


@dataclass(frozen=True)
class Closing:
    """`can_go`: where the text would be too long with it, its link says the same."""

    words: str = ""
    can_go: bool = False

    def after(self, body: str, channel: str) -> str:
        between = " " if channel == Channel.SMS else "\n\n"
        return f"{body}{between}{self.words}" if self.words else body


NONE = Closing()


def of(template: str, channel: str, language: str, link: Link | None) -> Closing:
    """Nothing for whoever is no resident, and for what they asked for themselves a moment ago."""
    asks = template.startswith(ASKS)
    if link is None or not (asks or link.purpose == STOP):
        return NONE
    with translation.override("cy" if language == "cy" else "en-gb"):
        return Closing(_words(template, channel, asks), can_go=asks)


def _words(template: str, channel: str, asks: bool) -> str:
    if channel == Channel.SMS:
        return _text(template, asks)
    if asks:
        return _("No more messages like this one? That page stops them.")
    return _("No more messages like this one? Stop them here: {link}")


def _text(template: str, asks: bool) -> str:
    """A number that takes answers is shorter than any link."""
    if not settings.TEXT_NUMBER:
        return "" if asks else _("Stop: {link}")
    return _("Or text YES, NO or STOP") if template.startswith("did_you_go") else _("Text STOP to stop")
