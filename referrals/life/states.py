"""What the clocks say when something is late, and the answers that settle it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """How far it has gone. Each is said once for what was due on one day."""

    TOLD = "told", _("Told at once, because it is urgent")
    NUDGED = "nudged", _("The connector, or the team, was reminded")
    ESCALATED = "escalated", _("The lead was told")
    RETURNED = "returned", _("It went back to the worker by itself")


class LookedAfter(models.TextChoices):
    """Who is looking after somebody whom nobody here answered in time."""

    TEAM = "team", _("We are: it is with us again")
    REFERRER = "referrer", _("The worker who asked")
    FAMILY = "family", _("Family, a neighbour or a friend")
    GP = "gp", _("Their GP practice")
    SERVICE = "service", _("Another service")
    THEMSELVES = "themselves", _("They are well, and know whom to ask")
