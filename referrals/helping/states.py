"""What kind of small help, and how far it has come."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    SHOPPING = "shopping", _("A bit of shopping")
    ERRAND = "errand", _("An errand, or something to fetch")
    LIFT = "lift", _("A lift")
    WALK = "walk", _("Company on a walk, or to a door")
    JOB = "job", _("A small job in the house or garden")
    DIGITAL = "digital", _("A buddy for a phone or computer")
    PAPERS = "papers", _("A letter or form")
    OTHER = "other", _("Something else small")


class Standing(models.TextChoices):
    OPEN = "open", _("Asked of helpers")
    MATCHED = "matched", _("A helper is introduced")
    DONE = "done", _("Done")
    GONE = "gone", _("No longer wanted")


class Said(models.TextChoices):
    """Of an offer."""

    OFFERED = "offered", _("Offered")
    CHOSEN = "chosen", _("Chosen")
    NOT_NEEDED = "not_needed", _("Somebody else helps")
    BACK = "back", _("Taken back")
