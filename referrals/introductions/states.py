"""What an organiser may be told, what they may answer, and what became of their answer."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Part(models.TextChoices):
    """Told besides the first name and initial: each only if the person agreed to it, for this group."""

    HELPS = "helps", _("what helps them take part")
    ABOUT = "about", _("a sentence about them")
    REACH = "reach", _("how to reach them")


class Said(models.TextChoices):
    """What an organiser answers of one person."""

    YES = "yes", _("Yes, we expect them")
    ANOTHER = "another", _("Another day would be better")
    FULL = "full", _("We are full just now")


NOT_THAT_DAY = {Said.ANOTHER, Said.FULL}


class Room(models.TextChoices):
    """When a full group thinks that there may be room again, in days."""

    FORTNIGHT = "14", _("In about two weeks")
    MONTH = "30", _("In about a month")
    QUARTER = "90", _("In about three months")
    UNKNOWN = "", _("We cannot say yet")


class Became(models.TextChoices):
    """What the connector and the person did with an answer that was not yes."""

    MOVED = "moved", _("Another day was arranged")
    WAITS = "waits", _("They wait for a place")
    ELSEWHERE = "elsewhere", _("They look for something else")


SENTENCES = {
    "sent": _("%(group)s was told that they are coming."),
    "nudged": _("%(group)s has not answered yet and was asked again."),
    Said.YES: _("%(group)s: they are expected."),
    Said.ANOTHER: _("%(group)s: another day would be better."),
    Said.FULL: _("%(group)s: full just now."),
    Became.WAITS: _("%(group)s: they wait for a place."),
    Became.ELSEWHERE: _("%(group)s: they look for something else."),
    Became.MOVED: _("%(group)s: another day was arranged."),
    "taken_back": _("%(group)s: what was told besides the name was taken back."),
}
