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
HELD = [State.ACCEPTED, State.CONTACTED, State.ACTIVE, State.PAUSED]  # by a connector, or put back into the queue


class Source(models.TextChoices):
    """Who asked. The rest of the row says how they may be told."""

    WORKER = "worker", _("A worker with an account")
    OUTSIDER = "outsider", _("A worker without an account")
    SELF = "self", _("The person themselves")
    FAMILY = "family", _("A relative, neighbour or friend")


class Returned(models.TextChoices):
    """Why a referral comes back to the worker who sent it."""

    NOT_REACHED = "not_reached", _("We could not reach them: is there another number, or a better time?")
    MISSING = "missing", _("Something we need is missing")
    NO_CONSENT = "no_consent", _("They did not know about it, or did not want it")
    DECLINED = "declined", _("They would rather not, now that they were asked")
    OUT_OF_AREA = "out_of_area", _("They live outside the area we serve")
    OUT_OF_AGE = "out_of_age", _("They are younger or older than those we may help")
    CLINICAL = "clinical", _("They need clinical help with their mental health")
    SOCIAL_CARE = "social_care", _("They need a social care assessment")
    CRISIS = "crisis", _("They are in crisis, or may not be safe")
    SUPPORTED = "supported", _("Somebody is already helping them")
    DUPLICATE = "duplicate", _("They were referred already")
    FULL = "full", _("We are full, and cannot say until when")
    NO_ANSWER = "no_answer", _("Nobody here answered in the time we promise. We are sorry")
    OTHER = "other", _("Something else, in words")


# What the worker could have known; these shares feed training (measure 5).
INAPPROPRIATE = {
    Returned.CLINICAL, Returned.SOCIAL_CARE, Returned.CRISIS, Returned.OUT_OF_AREA, Returned.OUT_OF_AGE,
    Returned.NO_CONSENT,
}  # fmt: skip


class Closed(models.TextChoices):
    """Why nothing more is done."""

    COMPLETED = "completed", _("They go on their own account now")
    MOVED_ON = "moved_on", _("They found something of their own")
    DECLINED = "declined", _("They would rather not go on")
    LOST_CONTACT = "lost_contact", _("We tried three times, at different hours, and could not reach them")
    OTHER_SERVICE = "other_service", _("Another service is the right one")
    MOVED_AWAY = "moved_away", _("They have moved away")
    DIED = "died", _("They have died")


class Paused(models.TextChoices):
    """Why it rests. Days the person asked for are counted apart from days we took."""

    ASKED = "asked", _("They asked to wait")
    HOSPITAL = "hospital", _("They are in hospital, or unwell")
    AWAY = "away", _("They are away")
    NO_PLACE = "no_place", _("What they chose has no place yet")
    OTHER = "other", _("Something else, in words")


class Withdrawn(models.TextChoices):
    ASKED = "asked", _("They no longer want it")
    MISTAKE = "mistake", _("It was sent by mistake")
    HELPED = "helped", _("They have found help another way")
    KEPT = "kept", _("The first scheme keeps them")
    OTHER = "other", _("Something else, in words")


class Transferred(models.TextChoices):
    MOVED = "moved", _("They have moved")
    FITS_BETTER = "fits_better", _("The other scheme suits them better")
    ASKED = "asked", _("They asked for the other scheme")


class Reopened(models.TextChoices):
    CAME_BACK = "came_back", _("They came back")
    TOO_SOON = "too_soon", _("It was finished too soon")
    NEW_WISH = "new_wish", _("There is something new they would like")


class Ended(models.TextChoices):
    """Why a connection came to nothing, or came to an end. "Not asked" is an answer of its own."""

    DISTANCE = "distance", _("Too far, or hard to get to")
    COST = "cost", _("It costs too much")
    TIMES = "times", _("The day or the time does not suit")
    ACCESS = "access", _("Getting in or taking part was hard")
    ALONE = "alone", _("Going alone the first time was too much")
    NOT_WANTED = "not_wanted", _("It was not what they had hoped for")
    HEALTH = "health", _("Their health, or somebody’s they look after")
    FULL = "full", _("It was full")
    STOPPED_RUNNING = "stopped_running", _("The group stopped")
    MOVED_ON = "moved_on", _("They no longer need it")
    OTHER = "other", _("Something else")
    NOT_ASKED = "not_asked", _("Not asked yet")


class Known(models.TextChoices):
    """Yes, no, and what is neither."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    RATHER_NOT = "rather_not", _("Rather not say")
    NOT_ASKED = "not_asked", _("Not asked yet")


class Weight(models.TextChoices):
    """How much of a connector’s week somebody needs."""

    LIGHT = "light", _("Light: a nudge and a name")
    STANDARD = "standard", _("Standard: some calls, a first visit together")
    INTENSIVE = "intensive", _("Intensive: week by week for a while")
    NOT_SAID = "", _("Not said yet")


WEIGHTS = {Weight.LIGHT: 1, Weight.STANDARD: 2, Weight.INTENSIVE: 4, Weight.NOT_SAID: 2}


class Domain(models.TextChoices):
    """What somebody is dealing with, as the field counts it; the person’s own wishes stand in `wants`."""

    COMPANY = "company", _("Company and friendship")
    WELLBEING = "wellbeing", _("Mood and wellbeing")
    LOSS = "loss", _("Bereavement")
    CARING = "caring", _("Caring for somebody")
    HEALTH = "health", _("Living with a health condition")
    ACTIVE = "active", _("Being more active")
    MONEY = "money", _("Money and benefits")
    HOME = "home", _("Home and housing")
    WORK = "work", _("Work and learning")
    TRANSPORT = "transport", _("Getting about")
    DIGITAL = "digital", _("Phones and computers")
    PRACTICAL = "practical", _("Practical help at home")


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
    RATHER_NOT = "rather_not", _("Rather not say")
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
    NOT_STARTED = "not_started", _("Ask what got in the way")
    CHECK_IN = "check_in", _("Check in: they missed two")
    SETTLED = "settled", _("Ask whether they feel settled")
    ASK_WHY = "ask_why", _("Ask why they stopped")
    OFFER_AGAIN = "offer_again", _("Ask them again, as they wished")
    CELEBRATE = "celebrate", _("Tell them how glad we are")
    REVIEW = "review", _("Look again")
    SEND_AGAIN = "send_again", _("The worker sends it again, or says who looks after them")
    RESUME = "resume", _("Ask whether they want to go on")
    NOTHING = "", _("Nothing set")


class Purpose(models.TextChoices):
    """What somebody said yes to. Each is a yes of its own, and can be taken back alone."""

    CONTACT = "contact", _("the team may ring them and keep these details")
    TELL_REFERRER = "tell_referrer", _("the worker who asked may hear in a line how it goes")
    TELL_MORE = "tell_more", _("a worker in health or care may also hear where they go, and why it ended")
    FULL_MESSAGES = "full_messages", _("messages may name the place: the phone is theirs alone")
    MESSAGES = "messages", _("we may text or e-mail them")
    SHARE = "share", _("somebody they name may be told how they are")
    TOGETHER = "together", _("a worker of another organisation, by name, may see their page and help too")
    TELL_GROUP = "tell_group", _("a group they chose, by name, may be told what helps them and what they agreed to")
    STORY = "story", _("their story may be written down with them, for the team to read")
    PUBLISH = "publish", _("their story may be read by others, without their name")
    CRISIS = "crisis", _("in a crisis we may check that they are all right")


# These hold for whoever is named beside them, and for nobody else.
OF_SOMEBODY = {Purpose.SHARE, Purpose.TOGETHER, Purpose.TELL_GROUP}


class Safe(models.TextChoices):
    YES = "yes", _("Yes")
    NO = "no", _("No")
    UNSURE = "unsure", _("Not sure")
