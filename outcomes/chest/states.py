"""How far an application to the chest has come."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Standing(models.TextChoices):
    ASKED = "asked", _("Has not yet opened our e-mail")
    WAITING = "waiting", _("Waits for an answer")
    AWARDED = "awarded", _("Yes")
    DECLINED = "declined", _("Not this time")
    WITHDRAWN = "withdrawn", _("Taken back by the group")


MOVES = {
    Standing.ASKED: {Standing.WAITING, Standing.WITHDRAWN},
    Standing.WAITING: {Standing.AWARDED, Standing.DECLINED, Standing.WITHDRAWN},
    Standing.AWARDED: set(),
    Standing.DECLINED: set(),
    Standing.WITHDRAWN: set(),
}
