"""A framework of aims and outcomes: each version is written once, so that what points at it stays what it was."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q, QuerySet, Window
from django.db.models.functions import RowNumber
from django.utils import timezone

from connect.people.models import Keyed, MadeOnce, Scheme, User

WRITTEN_ONCE = pgtrigger.Protect(name="written_once", operation=pgtrigger.Update | pgtrigger.Delete)


class FrameworkQuerySet(models.QuerySet):
    def of_scheme(self, scheme_id: object) -> QuerySet["Framework"]:
        """The versions that count there: the scheme's own newest, else the newest that everybody has."""
        rank = Window(
            RowNumber(), partition_by=F("slug"), order_by=[F("scheme").asc(nulls_last=True), F("version").desc()]
        )
        rows = self.filter(Q(scheme=scheme_id) | Q(scheme=None)).annotate(rank=rank)
        return self.model.objects.filter(pk__in=[row.pk for row in rows if row.rank == 1])

    def in_use_by(self, scheme_id: object) -> QuerySet["Framework"]:
        return self.of_scheme(scheme_id).filter(in_use=True)


class Framework(MadeOnce):
    """One version. Without a scheme it comes with the house, and any scheme may replace it by a version of its own."""

    slug = models.SlugField(max_length=40)
    version = models.PositiveSmallIntegerField()
    scheme = models.ForeignKey(Scheme, models.PROTECT, null=True, related_name="frameworks")
    title = models.CharField(max_length=120)
    source = models.CharField(max_length=200, blank=True)  # whose it is
    in_use = models.BooleanField(default=True)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # null: comes with the house

    objects = FrameworkQuerySet.as_manager()

    class Meta:
        ordering = ["title", "version"]
        constraints = [
            models.UniqueConstraint(fields=["slug", "scheme", "version"], nulls_distinct=False, name="version_once")
        ]
        triggers = [WRITTEN_ONCE]

    def __str__(self) -> str:
        return f"{self.slug} {self.version}"


class Aim(Keyed):
    framework = models.ForeignKey(Framework, models.PROTECT, related_name="aims")
    place = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=12)
    title = models.CharField(max_length=200)

    class Meta:
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["framework", "code"], name="aim_once")]
        triggers = [WRITTEN_ONCE]

    def __str__(self) -> str:
        return self.code


class Outcome(Keyed):
    """`evidence` says what already known may speak for it: "attendance", "connections", or an instrument's key."""

    aim = models.ForeignKey(Aim, models.PROTECT, related_name="outcomes")
    place = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=12)
    title = models.CharField(max_length=200)
    evidence = ArrayField(models.CharField(max_length=20), default=list)

    class Meta:
        ordering = ["aim__place", "place"]
        constraints = [models.UniqueConstraint(fields=["aim", "code"], name="outcome_once")]
        triggers = [WRITTEN_ONCE]

    def __str__(self) -> str:
        return self.code
