"""The life of a referral and of a connection: one table of moves each, and the words for them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    SUBMITTED = "submitted", _("New")
    RETURNED = "returned", _("Come back to the referrer")
    ACCEPTED = "accepted", _("Accepted")
    CONTACTED = "contacted", _("Spoken to")
    ACTIVE = "active", _("Under way")
    PAUSED = "paused", _("Paused")
    TRANSFERRED = "transferred", _("With another scheme")
    WITHDRAWN = "withdrawn", _("Taken back")
    CLOSED = "closed", _("Finished")


_ENDS = {State.PAUSED, State.TRANSFERRED, State.WITHDRAWN, State.CLOSED}
MOVES: dict[str, set[str]] = {
    State.SUBMITTED: {State.ACCEPTED, State.RETURNED, State.TRANSFERRED, State.WITHDRAWN},
    State.RETURNED: {State.SUBMITTED, State.WITHDRAWN},
    State.ACCEPTED: {State.CONTACTED} | _ENDS,
    State.CONTACTED: {State.ACTIVE} | _ENDS,
    State.ACTIVE: _ENDS,
    # back to the state it came from; which one that was, the events say
    State.PAUSED: {State.ACCEPTED, State.CONTACTED, State.ACTIVE, State.WITHDRAWN, State.CLOSED},
    State.CLOSED: {State.ACCEPTED},
    State.WITHDRAWN: {State.ACCEPTED},
    State.TRANSFERRED: set(),
}
OPEN = [State.SUBMITTED, State.RETURNED, State.ACCEPTED, State.CONTACTED, State.ACTIVE, State.PAUSED]


class Returned(models.TextChoices):
    """Why a referral comes back to the worker who sent it."""

    NOT_REACHED = "not_reached", _("We could not reach them: is there another number, or a better time?")
    MISSING = "missing", _("Something we need is missing")
    NO_CONSENT = "no_consent", _("They did not know about it, or did not want it")
    ELSEWHERE = "elsewhere", _("Another service is the right one")
    OUT_OF_AREA = "out_of_area", _("They live outside the area we serve")


class Closed(models.TextChoices):
    """Why nothing more is done."""

    COMPLETED = "completed", _("They go on their own account now")
    DECLINED = "declined", _("They would rather not go on")
    LOST_CONTACT = "lost_contact", _("We tried three times, at different hours, and could not reach them")
    OTHER_SERVICE = "other_service", _("Another service is the right one")
    MOVED_AWAY = "moved_away", _("They have moved away")
    DIED = "died", _("They have died")


class Step(models.TextChoices):
    """A connection: this person with that group."""

    SUGGESTED = "suggested", _("Suggested")
    AGREED = "agreed", _("Agreed")
    INTRODUCED = "introduced", _("Introduced")
    ATTENDING = "attending", _("Going along")
    SETTLED = "settled", _("Settled")
    NOT_FOR_THEM = "not_for_them", _("Not for them")
    STOPPED = "stopped", _("Stopped going")
    DID_NOT_START = "did_not_start", _("Did not start")


_GIVEN_UP = {Step.NOT_FOR_THEM, Step.DID_NOT_START}
STEPS: dict[str, set[str]] = {
    Step.SUGGESTED: {Step.AGREED} | _GIVEN_UP,
    Step.AGREED: {Step.INTRODUCED} | _GIVEN_UP,
    Step.INTRODUCED: {Step.ATTENDING} | _GIVEN_UP,
    Step.ATTENDING: {Step.SETTLED, Step.STOPPED, Step.NOT_FOR_THEM},
    Step.SETTLED: {Step.ATTENDING, Step.STOPPED},
    Step.NOT_FOR_THEM: {Step.SUGGESTED},
    Step.STOPPED: {Step.ATTENDING},
    Step.DID_NOT_START: {Step.AGREED},
}


class Answer(models.TextChoices):
    WENT = "went", _("Went")
    NOT = "not", _("Did not go")
    UNSURE = "unsure", _("Not sure")
    RING = "ring", _("Please ring")


class Says(models.TextChoices):
    """Who says so. Two who differ are both kept."""

    PERSON = "person", _("the person")
    ORGANISER = "organiser", _("the organiser")
    CONNECTOR = "connector", _("the connector")
    COMPANION = "companion", _("somebody who went along")


class Channel(models.TextChoices):
    CALL = "call", _("Rang")
    TEXT = "text", _("Texted")
    VISIT = "visit", _("Visited")
    LETTER = "letter", _("Wrote")


class Next(models.TextChoices):
    """The next thing somebody owes this person."""

    DECIDE = "decide", _("Accept, or give back")
    RING = "ring", _("Ring them")
    RING_ASKED = "ring_asked", _("Ring them: they asked you to")
    CHOOSE = "choose", _("Choose somewhere together")
    INTRODUCE = "introduce", _("Introduce them")
    SESSION = "session", _("They go along")
    ASK = "ask", _("Ask how it was")
    REVIEW = "review", _("Look again")
    NOTHING = "", _("Nothing set")


class Purpose(models.TextChoices):
    """What somebody said yes to. Each is a yes of its own, and can be taken back alone."""

    CONTACT = "contact", _("the team may ring them and keep these details")
    TELL_REFERRER = "tell_referrer", _("the worker who asked may hear in a line how it goes")
    FULL_MESSAGES = "full_messages", _("messages may name the place: the phone is theirs alone")


class Safe(models.TextChoices):
    YES = "yes", _("Yes")
    NO = "no", _("No")
    UNSURE = "unsure", _("Not sure")
