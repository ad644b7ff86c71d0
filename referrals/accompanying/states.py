"""Words for a first visit: who goes along, how they get there, the way from together to alone, and how it was."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Company(models.TextChoices):
    UNKNOWN = "", _("Not settled yet")
    TEAM = "team", _("Somebody of the team")
    VOLUNTEER = "volunteer", _("A volunteer")
    THEIRS = "theirs", _("Somebody of theirs: family, friend, neighbour")
    NOBODY = "nobody", _("Nobody: they would rather go alone")


WITHOUT_ACCOUNT = {Company.VOLUNTEER, Company.THEIRS}


class Transport(models.TextChoices):
    UNKNOWN = "", _("Not settled yet")
    OWN = "own", _("They have their own way")
    WALK = "walk", _("On foot")
    BUS = "bus", _("Bus, train or tram")
    LIFT = "lift", _("Somebody gives them a lift")
    COMMUNITY = "community", _("Community transport, booked")
    TAXI = "taxi", _("Taxi")


class How(models.TextChoices):
    """The way from together to alone, a step at a time."""

    WITH = "with", _("Go with them, door to door")
    INSIDE = "inside", _("Meet them inside")
    AFTER = "after", _("Ring them afterwards")
    ALONE = "alone", _("They go alone")


TAPER = [How.WITH, How.INSIDE, How.AFTER, How.ALONE]
SOMEBODY_THERE = {How.WITH, How.INSIDE}


class Went(models.TextChoices):
    TOGETHER = "together", _("We were there together")
    ALONE = "alone", _("They went, without me")
    NEITHER = "neither", _("They did not go")
    MISSED = "missed", _("I could not be there, and do not know")
    UNKNOWN = "", _("Not logged yet")


OF_THEIR_OWN = [Went.TOGETHER, Went.ALONE, Went.NEITHER, Went.MISSED]
THERE = {Went.TOGETHER, Went.ALONE}


class Felt(models.TextChoices):
    GOOD = "good", _("Good")
    ALL_RIGHT = "all_right", _("All right")
    NOT_FOR_THEM = "not_for_them", _("Not for them")
    UNSAID = "", _("Not said")


class Step(models.TextChoices):
    """What was said of a small step."""

    DONE = "done", _("Done")
    NOT_YET = "not_yet", _("Not yet")
    PUT_AWAY = "put_away", _("Put away")
