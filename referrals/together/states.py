"""How much a partner sees, and why it ended."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """What opens to somebody who is asked in. Nobody sees sealed whereabouts, concerns or messages by it."""

    OUTLINE = "outline", _("Where it stands: what they would like, what is next, their groups")
    WHOLE = "whole", _("The whole page: how to reach them too, calls, notes and tasks")


class Over(models.TextChoices):
    """Why somebody is no longer round a person, or never was."""

    NOT_NEEDED = "not_needed", _("It is no longer needed")
    TAKEN_BACK = "taken_back", _("The person took their yes back")
    LEFT = "left", _("They said themselves that they are no longer in it")
    FINISHED = "finished", _("The referral ended, or went to another scheme")
    RESTRICTED = "restricted", _("The person may be known to named people only")
    REFUSED = "refused", _("It was not agreed to")


# What a connector chooses from; the others say themselves when they happen.
BY_HAND = [Over.NOT_NEEDED, Over.TAKEN_BACK]
