"""How a reading was taken, and which of a person's readings it is."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Mode(models.TextChoices):
    """Helped readings read more positive: a change of mode is said beside the change."""

    LINK = "link", _("by themselves, on a phone or computer")
    PAPER = "paper", _("by themselves, on paper")
    PHONE = "phone", _("read out on the phone")
    FACE = "face", _("read out face to face")


ALONE = (Mode.LINK, Mode.PAPER)


class Moment(models.TextChoices):
    BASELINE = "baseline", _("The first one")
    FOLLOW_UP = "follow_up", _("After three months")
    LATER = "later", _("After half a year")
    EXIT = "exit", _("At the end")
    REENTRY = "reentry", _("When they came back")


class NoAnswer(models.TextChoices):
    """Asked, and not answered; an item that is absent was not asked."""

    DONT_KNOW = "dont_know", _("Don’t know")
    RATHER_NOT = "prefer_not_to_say", _("Rather not say")
