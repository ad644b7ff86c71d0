"""What a worker who asked for somebody can hear, how much of it, and why they may not have heard."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from connect.people.roles import Job


class News(models.TextChoices):
    """One thing that happened, as much as it is the referrer’s to know."""

    ACCEPTED = "accepted", _("Accepted")
    RETURNED = "returned", _("Come back to you")
    TRANSFERRED = "transferred", _("With another scheme")
    WITHDRAWN = "withdrawn", _("Taken back")
    MET = "met", _("Spoken to")
    CONNECTED = "connected", _("Introduced")
    WENT = "went", _("Went")
    NOT = "not", _("Has not been yet")
    UNSURE = "unsure", _("Not known yet whether they went")
    SETTLED = "settled", _("Settled")
    STOPPED = "stopped", _("Not for them, so far")
    REOPENED = "reopened", _("Open again")
    CLOSED = "closed", _("Finished")


# Whoever asked may know what became of their asking; what became of the person, only with the person’s yes.
OF_THE_ASKING = {
    News.ACCEPTED, News.RETURNED, News.TRANSFERRED, News.WITHDRAWN, News.REOPENED, News.CLOSED,
}  # fmt: skip
HEALTH_AND_CARE = {Job.NURSE, Job.GP, Job.SOCIAL_CARE}


class Detail(models.IntegerChoices):
    """How much of it (outcomes.md 3.1): outside health and care it stays a line, whatever else was agreed."""

    STATUS = 0, _("that it was accepted, came back or is finished")
    LINE = 1, _("in a line, how it goes")
    FULL = 2, _("also where, how often we tried, and why it ended")


class WhyNot(models.TextChoices):
    """Why word did not leave. Blank: it left, or is about to."""

    NO_CONSENT = "no_consent", _("The person has not agreed to it")
    RESTRICTED = "restricted", _("Nobody is written to about them")
    LEFT = "left", _("Whoever asked no longer works there")
    NO_ADDRESS = "no_address", _("There is no address to write to")
    THEMSELVES = "themselves", _("The person asked for themselves")
    TAKEN_BACK = "taken_back", _("The person took their yes back before it left")
    NOT_SENT = "not_sent", _("It could not be delivered")
