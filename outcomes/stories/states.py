"""The life of a story: written, read by a second colleague, published, gone."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Told(models.TextChoices):
    DRAFT = "draft", _("Being written")
    WAITING = "waiting", _("Waits for a second reader")
    PUBLISHED = "published", _("In the story book")
    WITHDRAWN = "withdrawn", _("Taken back")


MOVES = {
    Told.DRAFT: {Told.WAITING, Told.WITHDRAWN},
    Told.WAITING: {Told.DRAFT, Told.PUBLISHED, Told.WITHDRAWN},
    Told.PUBLISHED: {Told.WITHDRAWN},
    Told.WITHDRAWN: set(),
}
