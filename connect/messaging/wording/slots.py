"""Which messages a tenant may word anew, what their words may hold, and what they must."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PLACES = {
    "name": _("the name they like; nothing, where it would be too long"),
    "connector": _("the connector’s first name, or “us”"),
    "phone": _("the team’s number"),
    "day": _("Tuesday 24 November"),
    "weekday": _("Tuesday"),
    "time": _("10:30am"),
    "moment": _("Tuesday 24 November, 10:30am"),
    "until": _("the day until which the link works"),
    "place": _("where it is; only in full messages"),
    "meet": _("who meets them, with its full stop; only in full messages"),
    "link": _("the link they press"),
}
WHEN = {"day", "weekday", "time", "moment"}
EVERYBODY = {"name", "connector", "phone"} | WHEN
LANGUAGES = {"en": _("English"), "cy": _("Welsh")}
KINDS = {"sms": _("text"), "email": _("e-mail"), "subject": _("subject of the e-mail")}


@dataclass(frozen=True)
class Message:
    """One message as the tenant knows it. `is_discreet` may name neither a place nor a person who meets them."""

    template: str
    title: str | Promise
    for_resident: bool = True
    is_discreet: bool = False
    must: frozenset[str] = frozenset({"phone"})

    @property
    def may(self) -> set[str]:
        more = {"place", "meet"} if self.for_resident and not self.is_discreet else set()
        return (
            EVERYBODY | more | ({"link"} if "link" in self.must else set()) | ({"until"} if self.is_register else set())
        )

    @property
    def is_register(self) -> bool:
        return self.template == "register"


PRESS = frozenset({"link"})
MESSAGES = {
    one.template: one
    for one in (
        Message("introduced_discreet", _("It is arranged, discreet"), is_discreet=True),
        Message("introduced_full", _("It is arranged, in full")),
        Message("reminder_discreet", _("The day before, discreet"), is_discreet=True),
        Message("reminder_full", _("The day before, in full")),
        Message("did_you_go_discreet", _("Did you go, discreet"), is_discreet=True, must=PRESS),
        Message("did_you_go_full", _("Did you go, in full"), must=PRESS),
        Message("register", _("To the organiser: who came"), for_resident=False, must=PRESS),
        Message("expecting", _("To the organiser: somebody new"), for_resident=False, must=PRESS),
    )
}


@dataclass(frozen=True)
class Slot:
    """One text of one message in one language; its address is template, kind and language with dots between."""

    message: Message
    kind: str
    language: str

    @property
    def key(self) -> str:
        return f"{self.message.template}-{self.kind}-{self.language}"

    @property
    def row(self) -> dict[str, str]:
        return {"template": self.message.template, "kind": self.kind, "language": self.language}

    @property
    def may(self) -> set[str]:
        """A subject stands on a lock screen: it names nobody and no place."""
        return {"weekday", "connector"} if self.kind == "subject" else self.message.may

    @property
    def must(self) -> frozenset[str]:
        return frozenset() if self.kind == "subject" else self.message.must

    @property
    def kind_said(self) -> str | Promise:
        return KINDS[self.kind]

    @property
    def language_said(self) -> str | Promise:
        return LANGUAGES[self.language]


def slots() -> list[Slot]:
    """All there are. Organisers are written to in English, and have no text of somebody new."""
    found = []
    for message in MESSAGES.values():
        kinds = [kind for kind in KINDS if kind != "sms" or message.template != "expecting"]
        languages = list(LANGUAGES) if message.for_resident else ["en"]
        found += [Slot(message, kind, language) for kind in kinds for language in languages]
    return found


def slot(key: str) -> Slot | None:
    return next((one for one in slots() if one.key == key), None)
