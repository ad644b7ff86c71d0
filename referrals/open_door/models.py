"""A knock at the door: somebody without an account asks for a code or a letter, and is answered a moment later."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from connect.messaging.models import Link
from connect.people.models import Keyed


class For(models.TextChoices):
    OWN_PAGE = "own_page", _("A code for one's own page")
    LETTER = "letter", _("A letter that opens the form for workers")


class KnockQuerySet(models.QuerySet):
    def unanswered(self) -> "KnockQuerySet":
        return self.filter(answered_at=None).order_by("asked_at")


class Knock(Keyed):
    """What was asked, by whom they say they are. The page that takes it looks nobody up: a sweep does, and so the page
    answers everybody alike and as fast. Once answered, it no longer says who asked."""

    what = models.CharField(max_length=10, choices=For)
    to = models.CharField(max_length=254, blank=True)  # a phone number or an e-mail address, until it is answered
    first_name = models.CharField(max_length=100, blank=True)
    asked_at = models.DateTimeField(default=timezone.now)
    answered_at = models.DateTimeField(null=True)
    link = models.ForeignKey(Link, models.PROTECT, null=True, related_name="+")  # the code's; null: nobody we know
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)

    objects = KnockQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["asked_at"], name="knock_asked")]

    def __str__(self) -> str:
        return str(self.pk)
