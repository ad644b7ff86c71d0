"""What came of looking in on somebody in a crisis, and the clock by which somebody hears that nothing came of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Said(models.TextChoices):
    """The last of it; nothing yet is an answer of its own."""

    NOTHING = "", _("No answer yet")
    WELL = "well", _("All right")
    RING = "ring", _("Asks to be rung")
    NEEDS = "needs", _("Needs something")
    NOT_REACHED = "not_reached", _("Not reached")


# By a link or a text somebody says one of two things. Who says no to "are you all right?" asks to be rung.
BY_THEMSELVES = (Said.WELL, Said.RING)


class Way(models.TextChoices):
    PHONE = "phone", _("by phone")
    DOOR = "door", _("at the door")
    LINK = "link", _("on our page")
    TEXT = "text", _("by text")


class Clock(models.IntegerChoices):
    """Hours until somebody who was asked by text and did not answer is rung; the lead hears after as many again."""

    TWO = 2, _("2 hours")
    FOUR = 4, _("4 hours")
    EIGHT = 8, _("8 hours")
    DAY = 24, _("a day")


class Standing(models.TextChoices):
    """Where somebody stands on the list of a crisis; each is in one place, in this order."""

    RING = "ring", _("Ring now")
    NEEDS = "needs", _("Needs something")
    WAITING = "waiting", _("Asked by text, no answer yet")
    WELL = "well", _("All right")
