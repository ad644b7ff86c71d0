"""Who talks with whom about a referral: two threads that never meet."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Side(models.TextChoices):
    REFERRER = "referrer", _("With whoever asked")
    ORGANISER = "organiser", _("With the organiser")


class Speaker(models.TextChoices):
    CONNECTOR = "connector", _("the connector")
    REFERRER = "referrer", _("whoever asked")
    ORGANISER = "organiser", _("the organiser")


FROM_OUTSIDE = {Speaker.REFERRER, Speaker.ORGANISER}
