"""Which pages of the reports can be kept."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Page(TextChoices):
    WORKS = "works", _("What works")
    FLOW = "flow", _("Who reaches whom")
    MISSING = "missing", _("What is missing")
    PAPER = "paper", _("The board paper")
    PILOT = "pilot", _("The pilot report")
