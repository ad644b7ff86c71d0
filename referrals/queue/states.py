"""What may be done for somebody while they wait."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    CHECK_IN = "check_in", _("Get in touch, so that they know they are not forgotten")
    OFFER = "offer", _("Something to go to, or somebody to talk to, while they wait")


class Went(models.TextChoices):
    """How it was with a check-in or an offer."""

    REACHED = "reached", _("Reached them: they are all right to wait")
    SOONER = "sooner", _("Reached them: they cannot wait so long")
    NOT_REACHED = "not_reached", _("Not reached")
    TAKEN = "taken", _("They took it up")
    NOT_TAKEN = "not_taken", _("They would rather not")
