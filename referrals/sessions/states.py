"""Words for what happens around a session: why it was called off, what was noted, how a wait ended."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CalledOff(models.TextChoices):
    """Why somebody is not expected after all."""

    ORGANISER = "organiser", _("The group called it off")
    SHUT = "shut", _("The group is shut")
    TIMES = "times", _("The group does not meet then any more")
    PERSON = "person", _("They cannot come that day")
    CONNECTOR = "connector", _("The connector called it off")
    FULL = "full", _("There is no place yet")
    OVER = "over", _("They have stopped, or rest")


# A chair stays empty that was theirs, and nobody else changed their mind: the group itself did.
OF_THE_GROUP = (CalledOff.ORGANISER, CalledOff.SHUT, CalledOff.TIMES)


class Fee(models.TextChoices):
    PAID = "paid", _("Paid")
    ASKED = "asked", _("Asked, not paid")
    NOT_ASKED = "not_asked", _("Nothing asked")


class Transport(models.TextChoices):
    OWN = "own", _("On their own")
    BROUGHT = "brought", _("Somebody brought them")
    BUS = "bus", _("Bus or taxi")
    COMMUNITY = "community", _("Community transport")
    NONE = "none", _("Had no way there")


class Ended(models.TextChoices):
    """How a wait for a place ended."""

    PLACED = "placed", _("They have a place")
    LEFT = "left", _("They do not want it any more")
    OVER = "over", _("They stopped before a place came")


class Said(models.TextChoices):
    """What came of an offered place."""

    YES = "yes", _("Yes")
    KEEP = "keep", _("Not yet. They keep their turn")
    NO = "no", _("No, thank you")
    LATE = "late", _("No answer in time. They keep their turn")
    GONE = "gone", _("The place was taken back")
