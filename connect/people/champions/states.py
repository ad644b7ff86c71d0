"""How far somebody is who would like to help in their area, how much they take on, and what they may do."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Tier(models.TextChoices):
    """How much somebody takes on: by themselves, by helping others to, or by running something."""

    INDIVIDUAL = "individual", _("I help by myself, now and then")
    FACILITATOR = "facilitator", _("I bring others together to help")
    PROVIDER = "provider", _("We run a group, a shop or a service")


class May(models.TextChoices):
    SIGNPOST = "signpost", _("Tell people what is near")
    REFER = "refer", _("Ask for company for somebody")
    KEEP = "keep", _("Keep what we say about groups true")


class Standing(models.TextChoices):
    ASKED = "asked", _("Has not yet opened our e-mail")
    WAITING = "waiting", _("Waits for an answer")
    ACTIVE = "active", _("Helps")
    DECLINED = "declined", _("Not this time")
    LEFT = "left", _("Has left")


MOVES = {
    Standing.ASKED: {Standing.WAITING, Standing.LEFT},
    Standing.WAITING: {Standing.ACTIVE, Standing.DECLINED, Standing.LEFT},
    Standing.ACTIVE: {Standing.LEFT},
    Standing.DECLINED: {Standing.ACTIVE, Standing.LEFT},
    Standing.LEFT: {Standing.ASKED},
}
HERE = (Standing.WAITING, Standing.ACTIVE)
