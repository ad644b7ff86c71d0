"""How somebody was asked about who they are, and what became of the asking."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class How(models.TextChoices):
    LINK = "link", _("by link")
    PAPER = "paper", _("on paper")


class Became(models.TextChoices):
    """All that anybody sees of one person."""

    ASKED = "asked", _("Asked")
    ANSWERED = "answered", _("Answered")
    DECLINED = "declined", _("They would rather not")
