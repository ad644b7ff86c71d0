"""How it was, in three plain answers; and what a text that comes back to us can mean."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Liked(models.TextChoices):
    GOOD = "good", _("Good")
    ALL_RIGHT = "all_right", _("All right")
    NOT_FOR_ME = "not_for_me", _("Not for me")


class Meaning(models.TextChoices):
    """What a text says, where it can be nothing else; all others are words, for a human to read."""

    STOP = "stop", _("Stop")
    WENT = "went", _("Went")
    NOT = "not", _("Did not go")
    RATHER_NOT = "rather_not", _("Rather not say")
    RING = "ring", _("Please ring")
    GOOD = "good", _("Good")
    ALL_RIGHT = "all_right", _("All right")
    NOT_FOR_ME = "not_for_me", _("Not for me")
    ONE = "1", "1"
    TWO = "2", "2"
    THREE = "3", "3"
    WORDS = "words", _("Words")
