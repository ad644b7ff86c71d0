"""Kinds of cost."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    PAY = "pay", _("Pay")
    ON_COSTS = "on_costs", _("Pension and national insurance")
    TRAVEL = "travel", _("Travel")
    MANAGEMENT = "management", _("Management and supervision")
    OVERHEADS = "overheads", _("A share of the overheads")
    OTHER = "other", _("Something else")
