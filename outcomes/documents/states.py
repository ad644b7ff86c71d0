"""What the national standard wants to know and the front door does not ask; and how a copy was asked for."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Practice(models.TextChoices):
    """Whether they have a GP practice. Not asked is an answer of its own."""

    NOT_ASKED = "not_asked", _("Not asked yet")
    REGISTERED = "registered", _("Yes")
    NONE = "none", _("No, and they do not wish to")
    PRIVATE = "private", _("A private GP")
    RATHER_NOT = "rather_not", _("Rather not say")


class Gender(models.TextChoices):
    """As they say it, for the document. What is asked to see whether we are fair is apart, and never comes here."""

    NOT_ASKED = "not_asked", _("Not asked yet")
    FEMALE = "female", _("Female")
    MALE = "male", _("Male")
    OTHER = "other", _("Another word fits better")
    RATHER_NOT = "rather_not", _("Rather not say")


class Risks(models.TextChoices):
    """The standard wants one entry at least, and “none known” is one."""

    NOT_ASKED = "not_asked", _("Not asked yet")
    NONE_KNOWN = "none_known", _("No known risks")
    SOME = "some", _("There is something to know, in words")
    RATHER_NOT = "rather_not", _("Rather not say")


class CameBy(models.TextChoices):
    """How they asked for a copy of everything."""

    OWN_PAGE = "own_page", _("on their own page")
    TOLD = "told", _("told to us")
    LETTER = "letter", _("in a letter or e-mail")
    FOR_THEM = "for_them", _("somebody who may ask for them")
