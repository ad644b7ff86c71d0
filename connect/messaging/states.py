"""How a message travels, and the states it can be in."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Channel(TextChoices):
    SMS = "sms", _("text")
    EMAIL = "email", _("e-mail")


class State(TextChoices):
    QUEUED = "queued", _("waiting to be sent")
    SENDING = "sending", _("being sent")
    SENT = "sent", _("sent")
    UNRESOLVED = "unresolved", _("not known whether it was sent")
    FAILED = "failed", _("could not be sent")
    CANCELLED = "cancelled", _("not sent, no longer right")


class Note(TextChoices):
    """Why a message ended where it did, for whoever reads the list. Never an error text: those quote addresses."""

    CALLED_OFF = "called-off", _("called off before it was sent")
    TOO_LATE = "too-late", _("too late to make sense")
    LINK_GONE = "link-gone", _("its link no longer works")
    REFUSED = "refused", _("the provider refused it")
    GAVE_UP = "gave-up", _("tried again and again")
    CANNOT_ASK = "cannot-ask", _("the answer was lost, and this provider cannot be asked")
    NO_ANSWER = "no-answer", _("the provider was asked for three days and did not answer")
    SWITCHED_OFF = "switched-off", _("this kind of message is switched off")
    YES_OVER = "yes-over", _("the yes it rested on had run out")


class SeenTo(TextChoices):
    """What a person did about a message that may not have arrived."""

    RANG = "rang", _("I told them myself, by phone or face to face")
    ARRIVED = "arrived", _("It had arrived")
    OTHER_WAY = "other-way", _("Told another way")
    TOO_LATE = "too-late", _("It does not matter any more")
