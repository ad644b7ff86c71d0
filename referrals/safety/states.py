"""Choices of what was heard, and of a concern."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Did(models.TextChoices):
    """What whoever read it did."""

    NOTHING = "nothing", _("Read it: nothing to do now")
    RANG = "rang", _("Rang them")
    ANSWERED = "answered", _("Wrote back, or told the worker")
    PLANNED = "planned", _("Set something to be done")
    CONCERN = "concern", _("Told the safeguarding lead")
    EMERGENCY = "emergency", _("Rang 999")
    OTHER = "other", _("Something else, in words")


class Door(models.TextChoices):
    """Where somebody could write freely. Another word is kept as it is; these have a name on the list."""

    REFER = "refer", _("Referral form")
    SELF = "self", _("Form for oneself")
    OUTSIDE = "outside", _("Form without an account")
    OWN_PAGE = "own_page", _("Their own page")
    REPLY = "reply", _("Answer to a message")
    THREAD = "thread", _("Conversation")
