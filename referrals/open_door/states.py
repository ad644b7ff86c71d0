"""What somebody may say on their own page, as it stands in the story of those who work with them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Own(models.TextChoices):
    RING = "ring", _("On their own page they asked to be rung.")
    REACH = "reach", _("On their own page they changed how we may reach them.")
    WRONG = "wrong", _("On their own page they said that something is wrong.")
    UNHAPPY = "unhappy", _("On their own page they said that something did not go well.")
    MORE = "more", _("On their own page they told us something.")
