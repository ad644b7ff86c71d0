"""How far somebody has come with what they hope for."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Rating(models.TextChoices):
    NOT_STARTED = "not_started", _("Not started")
    SOME = "some", _("Some of the way")
    ACHIEVED = "achieved", _("There")
    NOT_ACHIEVED = "not_achieved", _("It did not work out")
    NO_LONGER = "no_longer", _("No longer what they want")


# The same to the person, on a page of their own; the last is no failure of anybody's.
IN_THEIR_WORDS = {
    Rating.NOT_STARTED: _("Not yet"),
    Rating.SOME: _("Some of the way"),
    Rating.ACHIEVED: _("Yes, I am there"),
    Rating.NOT_ACHIEVED: _("It did not work out"),
    Rating.NO_LONGER: _("I do not want this any more"),
}
OVER = (Rating.ACHIEVED, Rating.NOT_ACHIEVED, Rating.NO_LONGER)
