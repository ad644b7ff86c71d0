"""A listing's own questions and papers. What is no longer asked stays for the answers that were given to it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from connect.people.models import Keyed, User
from directory.wanting.states import Kind, Paper, Reader


class WantedQuerySet(models.QuerySet):
    def now(self) -> "WantedQuerySet":
        return self.filter(ended_at=None)


class Wanted(Keyed):
    """What questions and papers share: whose, in which order, and until when."""

    service = models.ForeignKey("directory.Service", models.CASCADE, related_name="%(class)ss")
    place = models.PositiveSmallIntegerField(default=0)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # null: by the organiser’s own link
    made_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)

    objects = WantedQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["place", "made_at"]


class Question(Wanted):
    """Asked of whoever is introduced: in these words, answered in this way."""

    words = models.CharField(_("question"), max_length=200)
    kind = models.CharField(max_length=6, choices=Kind, default=Kind.WORDS)
    choices = ArrayField(models.CharField(max_length=80), default=list)
    required = models.BooleanField(default=False)
    seen_by = models.CharField(max_length=9, choices=Reader, default=Reader.TEAM)

    class Meta(Wanted.Meta):
        constraints = [
            models.CheckConstraint(condition=~Q(kind=Kind.ONE_OF) | ~Q(choices=[]), name="one_of_has_choices"),
        ]

    def __str__(self) -> str:
        return self.words


class Document(Wanted):
    """Something to bring, to sign or to read before the first time."""

    kind = models.CharField(max_length=5, choices=Paper, default=Paper.BRING)
    name = models.CharField(_("what it is"), max_length=120)
    words = models.CharField(_("in a sentence"), max_length=300, blank=True)
    link = models.URLField(_("where it is"), max_length=500, blank=True)

    def __str__(self) -> str:
        return self.name
