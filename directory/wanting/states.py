"""How a listing's question is answered, who reads the answer, and what a paper is for."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    WORDS = "words", _("A few words")
    YES_NO = "yes_no", _("Yes or no")
    ONE_OF = "one_of", _("One of several")


class Reader(models.TextChoices):
    """Who reads what somebody answered."""

    TEAM = "team", _("Those who introduce them")
    ORGANISER = "organiser", _("The organiser too, if the person agrees")


class Paper(models.TextChoices):
    BRING = "bring", _("Bring this")
    SIGN = "sign", _("Sign this")
    READ = "read", _("Read this first")
