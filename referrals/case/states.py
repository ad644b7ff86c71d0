"""Words for a visit: how somebody gets there, and what to think of beforehand; and what a timeline is filtered by."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Transport(models.TextChoices):
    WALK = "walk", _("On foot")
    BICYCLE = "bicycle", _("Bicycle")
    BUS = "bus", _("Bus, train or tram")
    CAR = "car", _("My car")
    TAXI = "taxi", _("Taxi")
    LIFT = "lift", _("Somebody drives me")


class Risk(models.TextChoices):
    """Prompts, ticked by whoever goes: never a score about a person."""

    NEW = "new", _("Nobody of ours has been there before")
    PREMISES = "premises", _("The building: stairs, lift, lighting, no way out but one")
    ANIMAL = "animal", _("An animal")
    OTHERS = "others", _("Other people may be there")
    SIGNAL = "signal", _("Poor phone signal")
    TWO_PEOPLE = "two_people", _("Somebody said: go with two people")
    DAYLIGHT = "daylight", _("Somebody said: not in the evening")


class Kind(models.TextChoices):
    """What a line of the timeline is about."""

    CONTACT = "contact", _("Contact")
    NOTE = "note", _("Notes")
    STEP = "step", _("Steps")
    GROUP = "group", _("Groups")
    TASK = "task", _("Tasks and visits")
    YES = "yes", _("What they agreed to")
