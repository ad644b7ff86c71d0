"""What follows when somebody went, or did not: what is owed, why it happened, and what is done about it."""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from referrals.states import Ended, Next


class Kind(models.TextChoices):
    """One thing that is owed to somebody because of what is known about their sessions."""

    NOT_STARTED = "not_started", _("They have not been yet")
    TWO_MISSED = "two_missed", _("They missed two in a row")
    SETTLED = "settled", _("They have been three times")
    ASK_WHY = "ask_why", _("They stopped, and nobody has asked why")
    AGAIN = "again", _("They asked to be asked again")
    CELEBRATE = "celebrate", _("They have settled")


class Why(models.TextChoices):
    """What got in the way. "Not asked" is an answer of its own; so is a reason they would rather keep."""

    NERVES = "nerves", _("Going in alone was too much")
    TRANSPORT = "transport", _("Getting there was hard")
    COST = "cost", _("It costs too much")
    ILL = "ill", _("They were ill, or somebody they look after was")
    TIME = "time", _("The day or the time did not suit")
    INTEREST = "interest", _("They are not so keen any more")
    NOT_RIGHT = "not_right", _("The group was not right for them")
    NOT_THERE = "not_there", _("The group was not there: shut, or not to be found")
    OTHER = "other", _("Something else")
    RATHER_NOT = "rather_not", _("They would rather not say")
    NOT_ASKED = "not_asked", _("Not asked yet")


# The same to the person, on a page of their own.
IN_THEIR_WORDS = {
    Why.NERVES: _("Going in alone was too much"),
    Why.TRANSPORT: _("Getting there was hard"),
    Why.COST: _("It costs too much"),
    Why.ILL: _("I was ill, or somebody I look after was"),
    Why.TIME: _("The day or the time did not suit me"),
    Why.NOT_RIGHT: _("It was not right for me"),
    Why.NOT_THERE: _("Nobody was there, or I could not find it"),
    Why.OTHER: _("Something else"),
    Why.RATHER_NOT: _("I would rather not say"),
}
# What the end of a connection is counted as (referrals.states.Ended), from what got in the way.
ENDED = {
    Why.NERVES: Ended.ALONE, Why.TRANSPORT: Ended.DISTANCE, Why.COST: Ended.COST, Why.ILL: Ended.HEALTH,
    Why.TIME: Ended.TIMES, Why.INTEREST: Ended.NOT_WANTED, Why.NOT_RIGHT: Ended.NOT_WANTED,
    Why.NOT_THERE: Ended.STOPPED_RUNNING, Why.OTHER: Ended.OTHER, Why.RATHER_NOT: Ended.OTHER,
    Why.NOT_ASKED: Ended.NOT_ASKED,
}  # fmt: skip


class Then(models.TextChoices):
    """What is done about it, chosen by a person."""

    SESSION = "session", _("They will go on a day we chose")
    ALONG = "along", _("Somebody goes along with them")
    WELL = "well", _("All is well: they go again")
    SETTLED = "settled", _("They are settled, and go on by themselves")
    HELP = "help", _("They would like some more help")
    ANOTHER = "another", _("We look for something else")
    LATER = "later", _("I ask them again, on a day they chose")
    LEAVE = "leave", _("We leave it there")
    NOT_REACHED = "not_reached", _("I could not reach them")
    SENT = "sent", _("These words go to them")
    TOLD = "told", _("I have told them myself")
    OVERTAKEN = "overtaken", _("It is no longer so")


class What(models.TextChoices):
    """Which reading of how somebody is."""

    BASELINE = "baseline", _("The first one")
    FOLLOW_UP = "follow_up", _("After three months")
    LATER = "later", _("After half a year")
    EXIT = "exit", _("At the end")
    REENTRY = "reentry", _("When they came back")


# How long after its day a reading still counts as that one: the first by 28 days, the next between 8 and 16 weeks.
AFTER = {
    What.BASELINE: timedelta(days=14), What.FOLLOW_UP: timedelta(weeks=4), What.LATER: timedelta(weeks=4),
    What.EXIT: timedelta(days=14), What.REENTRY: timedelta(days=14),
}  # fmt: skip


class NotTaken(models.TextChoices):
    """Why there is no reading."""

    DECLINED = "declined", _("They would rather not")
    UNABLE = "unable", _("They could not")
    UNWELL = "unwell", _("They were too unwell")
    NOT_RIGHT = "not_right", _("It would not have been right to ask")
    ENDED = "ended", _("Our time with them ended first")  # said by the end itself, never chosen


# What the caseload says is next, while this is owed.
NEXT = {
    Kind.NOT_STARTED: Next.NOT_STARTED, Kind.TWO_MISSED: Next.CHECK_IN, Kind.SETTLED: Next.SETTLED,
    Kind.ASK_WHY: Next.ASK_WHY, Kind.AGAIN: Next.OFFER_AGAIN, Kind.CELEBRATE: Next.CELEBRATE,
}  # fmt: skip
