"""Why a record is opened or erased, how far an erasure has got, and what is kept for how long."""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

OPEN_FOR = timedelta(hours=1)
NOTICE_DAYS = 30  # between finding that a record's time is over and erasing it


class Why(models.TextChoices):
    ASKED = "asked", _("The person asked to see, to correct or to erase what we keep")
    COMPLAINT = "complaint", _("A complaint")
    BREACH = "breach", _("Something may have gone to the wrong hands")
    LAW = "law", _("A court, the police or the regulator asks, with a right to")
    CHECK = "check", _("A check of how records are kept")
    DANGER = "danger", _("Somebody may come to harm if nobody looks now")


class Came(models.TextChoices):
    THEMSELVES = "themselves", _("They asked themselves")
    FOR_THEM = "for_them", _("Somebody who may speak for them asked")
    WRONGLY_KEPT = "wrongly", _("It should never have been kept")
    CLOCK = "clock", _("It was kept for as long as it may be")


class Stage(models.TextChoices):
    WAITING = "waiting", _("Waits for a second person")
    DUE = "due", _("Goes by itself on its day")
    HELD = "held", _("Held: it stays")
    REFUSED = "refused", _("Not erased")
    AGREED = "agreed", _("Being erased")
    DONE = "done", _("Erased")


class Keeps(models.TextChoices):
    """What has a time. The function in the database reads the months from the rows of Period."""

    FINISHED = "finished", _("Everything about a person, after the last thing ended")
    NEVER_BEGUN = "never_begun", _("Everything about a person whom we never came to help")
    MESSAGES = "messages", _("Words of messages that were sent")


MONTHS = {Keeps.FINISHED: 36, Keeps.NEVER_BEGUN: 12, Keeps.MESSAGES: 24}
FEWEST, MOST = 3, 120
