"""Which messages a tenant may word anew, what their words may hold, and what they must."""

from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PLACES = {
    "name": _("the name they like; nothing, where it would be too long"),
    "connector": _("the connector’s first name, or “us”"),
    "phone": _("the number to ring"),
    "day": _("Tuesday 24 November"),
    "weekday": _("Tuesday"),
    "time": _("10:30am"),
    "moment": _("Tuesday 24 November, 10:30am"),
    "until": _("until when the link works, or a place is held"),
    "place": _("where it is; to people, only in full messages"),
    "meet": _("who meets them, with its full stop; only in full messages"),
    "link": _("the link they press"),
    "address": _("the page to read, for whoever signs in"),
    "reference": _("the reference, which names nobody"),
    "service": _("the name of their group"),
    "short": _("the name of their group, shortened"),
    "team": _("the name of the team"),
    "about": _("whom a reference is about"),
    "number": _("which number they are in line"),
    "month": _("November"),
    "by": _("who invites them"),
    "organisation": _("the organisation they are invited to"),
    "house": _("what this house is called"),
    "also": _("further times of the same day; nothing, where there is one"),
    "after": _("a sentence: when the next time is, or that we ring"),
    "change": _("a sentence: the new hour, or the new place"),
    "rings": _("a sentence: who rings them"),
    "idea": _("a sentence: where they are welcome meanwhile, or that we have an idea"),
    "news": _("a sentence: that there is news, or that we have a question"),
    "who": _("a sentence: who has written"),
    "lasts": _("a sentence: for whom the link is, and until when"),
    "ring": _("a sentence: the number to ring, where there is one"),
    "sum": _("a sentence: how many had news, where they are enough to say"),
    "others": _("a sentence: how many more of theirs the link has"),
}
# Drawn from templates/messages/_<message>_<sentence>, since what they say depends on what happened.
SENTENCES = {"also", "after", "change", "rings", "idea", "news", "who", "lasts", "ring", "sum", "others"}
UNSENT = {("word_back", "sms")}  # there are words for it, and nobody queues it
# A subject stands on a lock screen: it names nobody and no place where somebody goes.
IN_SUBJECTS = {"weekday", "connector", "reference", "month", "organisation"}
WHEN = frozenset({"day", "weekday", "time", "moment"})
THEM = frozenset({"name", "connector", "phone"})
LANGUAGES = {"en": _("English"), "cy": _("Welsh")}
KINDS = {"sms": _("text"), "email": _("e-mail"), "subject": _("subject of the e-mail")}
PRESS, READ, RING = frozenset({"link"}), frozenset({"address"}), frozenset({"phone"})


@dataclass(frozen=True)
class Message:
    """One message as the tenant knows it: what may stand in its words, and what must."""

    template: str
    title: str | Promise
    places: frozenset[str]
    must: frozenset[str] = RING
    for_resident: bool = True
    hour_counts: bool = False  # what "until" says goes down to the hour

    @property
    def may(self) -> set[str]:
        return {*self.places, *self.must}


def _to(template: str, title: str | Promise, places: str, must: frozenset[str]) -> Message:
    """To somebody who is not helped: a worker, an organiser, a colleague."""
    return Message(template, title, _named(places), must, for_resident=False)


def _named(places: str) -> frozenset[str]:
    """ "when" and "them" stand for several."""
    many = {"when": WHEN, "them": THEM}
    return frozenset().union(*(many.get(one, {one}) for one in places.split()))


def _to_person(template: str, title: str | Promise, places: str, must: frozenset[str] = RING, **more: bool) -> Message:
    return Message(template, title, _named(places), must, **more)


TO_PEOPLE = (
    _to_person("introduced_discreet", _("It is arranged, discreet"), "them when"),
    _to_person("introduced_full", _("It is arranged, in full"), "them when place meet"),
    _to_person("reminder_discreet", _("The day before, discreet"), "them when also"),
    _to_person("reminder_full", _("The day before, in full"), "them when place meet also"),
    _to_person("did_you_go_discreet", _("Did you go, discreet"), "them when", PRESS),
    _to_person("did_you_go_full", _("Did you go, in full"), "them when place meet", PRESS),
    _to_person("how_was_it_discreet", _("How was it, discreet"), "them when", PRESS),
    _to_person("how_was_it_full", _("How was it, in full"), "them when place", PRESS),
    _to_person("called_off", _("It is off"), "them when place after"),
    _to_person("moved", _("A change of hour or place"), "them when place change"),
    _to_person("place_wait", _("On the list for a place"), "them number"),
    _to_person("place_offer", _("There is room"), "them when place until", PRESS, hour_counts=True),
    _to_person("place_missed", _("They keep their turn"), "them"),
    _to_person("settled", _("How are you getting on"), "them", PRESS),
    _to_person("well_done", _("How glad we are"), "them"),
    _to_person("questions", _("Questions about how they are"), "them", PRESS),
    _to_person("equality", _("Questions about who they are, to be counted"), "them", PRESS),
    _to_person("goals", _("How far they have come"), "them", PRESS),
    _to_person("crisis_check", _("In a crisis: are you all right"), "them", PRESS),
    _to_person("not_that_day_discreet", _("Not on that day, discreet"), "them when rings"),
    _to_person("not_that_day_full", _("Not on that day, in full"), "them when place rings"),
    _to_person("while_waiting", _("While they wait"), "name phone idea"),
)
TO_WORKERS = (
    _to("word_back", _("To the worker: there is news"), "name reference news", READ),
    _to("word_back_outside", _("To a worker without an account: there is news"), "name reference news", PRESS),
    _to("asked_outside", _("To a worker without an account: where to look"), "reference phone", PRESS),
    _to("outside_letter", _("To a worker without an account: the way in"), "", PRESS),
    _to("late_asker", _("To the worker: we wait for an answer"), "name reference phone", READ),
    _to("late_no_answer", _("To the worker: nobody answered"), "name reference", READ | RING),
    _to("words_inside", _("Somebody has written, to whoever signs in"), "name reference", READ),
    _to("words_outside", _("Somebody has written, to whoever has a link"), "name connector who lasts ring", PRESS),
    _to("became", _("To the worker: last month"), "name month sum", READ),
    _to("no_longer_told", _("To the worker: no more news"), "reference", RING),
)
TO_ORGANISERS = (
    _to("expecting", _("To the organiser: somebody new"), "them when until service", PRESS),
    _to("expecting_agreed", _("To the organiser: another day is agreed"), "them when until service", PRESS),
    _to("expecting_again", _("To the organiser: can they come"), "them when until service", PRESS),
    _to("introduction_taken_back", _("To the organiser: forget it, please"), "name when service", RING),
    _to("register", _("To the organiser: who came"), "them when until service", PRESS),
    _to("coming_up", _("To the organiser: who comes tomorrow"), "them when", PRESS),
    _to("not_coming", _("To the organiser: somebody new cannot come"), "them when", RING),
    _to("no_longer_expected", _("To the organiser: somebody comes no more"), "when service", RING),
    _to("went_along", _("To whoever went along: how was it"), "them when until", PRESS),
    _to("still_right", _("To the organiser: is it still right"), "name service short place until others ring", PRESS),
    _to("hidden", _("To the organiser: not shown for now"), "name service short ring", PRESS),
    _to("new_group_there", _("To the organiser: their page is there"), "name service", READ),
)
TO_COLLEAGUES = (
    _to("late_nudge", _("To the connector: something is late"), "name reference phone", READ),
    _to("late_lead", _("To the lead: still late"), "name reference phone", READ),
    _to("round_asked", _("Round one person: somebody asks"), "reference", READ),
    _to("round_in", _("Round one person: asked in"), "reference", READ),
    _to("round_answered", _("Round one person: an answer"), "reference", READ),
    _to("round_over", _("Round one person: it is over"), "reference", READ),
    _to("invitation", _("An invitation to an account"), "by organisation house until ring", PRESS),
)
TO_VOLUNTEERS = (
    _to("befriender_asked", _("To a befriender: somebody to meet"), "name phone team until", PRESS),
    _to("befriender_meeting", _("To a befriender: the first visit"), "name phone team moment day time until", PRESS),
    _to("befriender_log", _("To a befriender: how was it"), "name phone team until", PRESS),
    _to("befriender_thanks", _("To a befriender: thank you"), "name team", RING),
    _to("reference_asked", _("To whoever knows a volunteer: three questions"), "name about phone team until", PRESS),
    _to("befriender_missed", _("To the coordinator: a visit was not heard of"), "name", frozenset()),
)
GROUPS = (
    (_("To people we help"), TO_PEOPLE),
    (_("To whoever told us of somebody"), TO_WORKERS),
    (_("To organisers and companions"), TO_ORGANISERS),
    (_("To volunteers"), TO_VOLUNTEERS),
    (_("To colleagues"), TO_COLLEAGUES),
)
MESSAGES = {one.template: one for _group, messages in GROUPS for one in messages}


@cache
def _written() -> frozenset[str]:
    return frozenset(path.name for path in (settings.BASE_DIR / "templates" / "messages").glob("*.txt"))


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
        """A sentence only where this kind of the message has one."""
        if self.kind == "subject":
            return self.message.may & IN_SUBJECTS
        return self.message.may - (SENTENCES - self.sentences)

    @property
    def sentences(self) -> set[str]:
        there = f"_{self.message.template}_{{}}.{self.kind}.txt"
        return {one for one in SENTENCES & self.message.may if there.format(one) in _written()}

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
    """All there are: as many kinds and languages as the house has words for; Welsh for whoever is helped."""
    return [
        Slot(message, kind, language)
        for message in MESSAGES.values()
        for kind in KINDS
        if f"{message.template}.{kind}.txt" in _written() and (message.template, kind) not in UNSENT
        for language in LANGUAGES
        if language == "en" or f"{message.template}.cy.{kind}.txt" in _written()
    ]


def slot(key: str) -> Slot | None:
    return next((one for one in slots() if one.key == key), None)
