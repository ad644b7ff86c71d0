"""To whom a kind of message goes, and who may switch it off."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class To(TextChoices):
    PERSON = "person", _("To the person")
    REFERRER = "referrer", _("To whoever asked")
    ORGANISER = "organiser", _("To organisers of groups")
    COMPANION = "companion", _("To whoever goes along, without an account")
    VOLUNTEER = "volunteer", _("To volunteers, and those who know them")
    TEAM = "team", _("To connectors and those who lead them")
    DIRECTORY = "directory", _("To editors and readers of the directory")
    CHAMPION = "champion", _("To champions, and to whoever looks after a local group")
    TRAINEE = "trainee", _("To whoever comes to a training, and to trainers")
    READER = "reader", _("To readers of the reports")
    ACCOUNT = "account", _("To anybody, about an account of their own")


class Off(TextChoices):
    """How far somebody may switch a kind off."""

    SCHEME = "scheme", _("for the whole house, or in one scheme")
    HOUSE = "house", _("for the whole house")
    NEVER = "never", _("never")
