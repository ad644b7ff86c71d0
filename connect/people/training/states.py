"""What people are trained in before a tenant says otherwise, and what becomes of a place somebody asked for."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """The house's own list. A tenant renames, ends and adds (kinds.py)."""

    MECC = "mecc", _("Making Every Contact Count")
    MECC_REFRESHER = "mecc_again", _("Making Every Contact Count, refresher")
    MHFA = "mhfa", _("Mental Health First Aid")
    LEARNING = "learning", _("Learning disability and autism awareness")
    DAILY = "daily", _("Help with daily living")
    BUDDY = "buddy", _("Buddies for phones and computers")
    SUMMIT = "summit", _("Summit of community admins")
    SUICIDE = "suicide", _("Suicide prevention")
    SAFEGUARDING = "safeguarding", _("Safeguarding")
    OTHER = "other", _("Something else")


MECC = (Kind.MECC, Kind.MECC_REFRESHER)
# Months until a refresher, before a tenant says otherwise; what does not stand here is never due again.
REFRESHED_AFTER = {
    Kind.MECC: 24,
    Kind.MECC_REFRESHER: 24,
    Kind.MHFA: 36,
    Kind.LEARNING: 24,
    Kind.SUICIDE: 24,
    Kind.SAFEGUARDING: 36,
}


class OpenTo(models.TextChoices):
    ANYBODY = "anybody", _("anybody, with an account or without")
    WORKERS = "workers", _("those who have an account")


class Place(models.TextChoices):
    """What became of a place somebody asked for."""

    ASKED = "asked", _("waits for a press in the e-mail")
    BOOKED = "booked", _("booked")
    WAITING = "waiting", _("on the list")
    OFFERED = "offered", _("a place is held")
    CANCELLED = "cancelled", _("cancelled")


HELD = (Place.BOOKED, Place.OFFERED)  # these take a place
STANDING = (*HELD, Place.WAITING)


class Help(models.TextChoices):
    """What would help somebody take part. Ticked, never written: nobody's health is put into words here."""

    STEP_FREE = "step_free", _("A way in without steps")
    LOOP = "loop", _("A hearing loop")
    BSL = "bsl", _("A British Sign Language interpreter")
    LARGE = "large", _("Papers in large print")
    QUIET = "quiet", _("A quiet place to step out to")
    RING = "ring", _("Something else: please ask me")


FEELS = [(1, _("1, not at all")), (2, "2"), (3, "3"), (4, "4"), (5, _("5, very"))]
