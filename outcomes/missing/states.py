"""How far something wished for has come."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Standing(models.TextChoices):
    WANTED = "wanted", _("Not started")
    LOOKING = "looking", _("Looking for people, a room or money")
    AGREED = "agreed", _("Agreed, and starts soon")
    STARTED = "started", _("Has started")
    LAID_ASIDE = "aside", _("Laid aside")


# What was agreed may fall through, and what has started may stop: then it is looked for again.
MOVES = {
    Standing.WANTED: {Standing.LOOKING, Standing.AGREED, Standing.STARTED, Standing.LAID_ASIDE},
    Standing.LOOKING: {Standing.WANTED, Standing.AGREED, Standing.STARTED, Standing.LAID_ASIDE},
    Standing.AGREED: {Standing.LOOKING, Standing.STARTED, Standing.LAID_ASIDE},
    Standing.STARTED: {Standing.LOOKING, Standing.LAID_ASIDE},
    Standing.LAID_ASIDE: {Standing.WANTED, Standing.LOOKING},
}
