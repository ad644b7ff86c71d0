"""Choices of what was heard, and of a concern."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Did(models.TextChoices):
    """What whoever read it did."""

    NOTHING = "nothing", _("Read it: nothing to do now")
    RANG = "rang", _("Rang them")
    ANSWERED = "answered", _("Wrote back, or told the worker")
    PLANNED = "planned", _("Set something to be done")
    CONCERN = "concern", _("Told the safeguarding lead")
    EMERGENCY = "emergency", _("Rang 999")
    OTHER = "other", _("Something else, in words")


class Door(models.TextChoices):
    """Where somebody could write freely; a test holds it to what the code says."""

    REFER = "refer", _("Referral form")
    SELF = "self", _("Form for oneself")
    OUTSIDE = "outside", _("Form without an account")
    OWN_PAGE = "own_page", _("Their own page")
    REPLY = "reply", _("Answer to a message")
    TEXT = "text", _("Text they sent us")
    STRANGER = "stranger", _("Text from a number we do not know")
    STOP = "stop", _("They asked us to stop writing: ring them instead")
    THREAD = "thread", _("Conversation")
    THREAD_REFERRER = "thread_referrer", _("Conversation, from whoever asked")
    THREAD_ORGANISER = "thread_organiser", _("Conversation, from the organiser")
    REGISTER = "register", _("Register of a group")
    COMPANION = "companion", _("Whoever went along")
    BEFRIENDER = "befriender", _("Befriender, after a visit")
    REFERENCE = "reference", _("Reference for a volunteer")
    WHY_NOT = "why not", _("Why they did not go")
    WITHDRAWN = "withdrawn", _("They took the referral back")
    SENT_AGAIN = "sent_again", _("Referral that was sent again")


class Kind(models.TextChoices):
    """The ten types of the Care Act’s guidance, as somebody would say them; FORMAL has what the council calls them."""

    PHYSICAL = "physical", _("Somebody hits or hurts them")
    DOMESTIC = "domestic", _("A partner or relative hurts or controls them")
    SEXUAL = "sexual", _("Somebody touches them, or makes them do sexual things")
    PSYCHOLOGICAL = "psychological", _("Somebody frightens them, or puts them down")
    FINANCIAL = "financial", _("Somebody takes their money or their things")
    SLAVERY = "slavery", _("Somebody makes them work, or will not let them go")
    DISCRIMINATORY = "discriminatory", _("They are treated badly for who they are")
    ORGANISATIONAL = "organisational", _("A home or a service treats them badly")
    NEGLECT = "neglect", _("Those who should look after them do not")
    SELF_NEGLECT = "self_neglect", _("They do not look after themselves")


FORMAL = {
    Kind.PHYSICAL: _("Physical abuse"),
    Kind.DOMESTIC: _("Domestic abuse"),
    Kind.SEXUAL: _("Sexual abuse"),
    Kind.PSYCHOLOGICAL: _("Psychological or emotional abuse"),
    Kind.FINANCIAL: _("Financial or material abuse"),
    Kind.SLAVERY: _("Modern slavery"),
    Kind.DISCRIMINATORY: _("Discriminatory abuse"),
    Kind.ORGANISATIONAL: _("Organisational abuse"),
    Kind.NEGLECT: _("Neglect and acts of omission"),
    Kind.SELF_NEGLECT: _("Self-neglect"),
}


class Now(models.TextChoices):
    """Is somebody in danger at this moment?"""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    UNSURE = "unsure", _("Not sure")


class Asked(models.TextChoices):
    """Whether the person was asked what they want to happen."""

    ASKED = "asked", _("Yes, and this is what they want")
    COULD_NOT = "could_not", _("No. It was not safe to ask, or they could not say")
    NOT_YET = "not_yet", _("Not yet")


class Decision(models.TextChoices):
    """What the lead decides."""

    NONE = "none", _("No further action, for the reason below")
    ADVICE = "advice", _("Advice and support")
    COUNCIL = "council", _("To the council: adults’ or children’s services")
    POLICE = "police", _("To the police")


class Step(models.TextChoices):
    """What happened to a concern, each a line that is never changed."""

    RAISED = "raised", _("Told to us")
    OPENED = "opened", _("Opened")
    READ = "read", _("Read")
    ESCALATED = "escalated", _("Passed on, because nobody had read it")
    DECIDED = "decided", _("Decided")
    CHASED = "chased", _("Asked what became of it")
    OUTCOME = "outcome", _("What became of it")
    NOTED = "noted", _("Noted")
    HIDDEN = "hidden", _("“Speak to the safeguarding lead” taken off the case")
