"""What people are trained in."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    MECC = "mecc", _("Making Every Contact Count")
    MECC_REFRESHER = "mecc_again", _("Making Every Contact Count, refresher")
    MHFA = "mhfa", _("Mental Health First Aid")
    LEARNING = "learning", _("Learning disability and autism awareness")
    SUICIDE = "suicide", _("Suicide prevention")
    SAFEGUARDING = "safeguarding", _("Safeguarding")
    OTHER = "other", _("Something else")


MECC = (Kind.MECC, Kind.MECC_REFRESHER)
