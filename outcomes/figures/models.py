"""Figures as they were released; the true counts behind them, which only the freezer reads; and who has read which."""

from __future__ import annotations

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import cached_property

from connect.people.models import Keyed, User
from connect.people.roles import Role
from outcomes.figures.lattice import Grain, Level, Period
from outcomes.figures.policy import EXACT, ROUNDED

WRITTEN_ONCE = pgtrigger.Protect(name="written_once", operation=pgtrigger.Update | pgtrigger.Delete)
SEES_EVERY_AREA = (Role.DPO, Role.ADM)
# What the rounding policy can show: hidden, not defined, nought, or a multiple of 5 from 10 upwards.
SHOWN = r"^(\*|-|0|[1-9][0-9]*[05])$"


class ReleaseQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> ReleaseQuerySet:
        """The area somebody commissions for, or those their team serves; those who answer for the house see all."""
        acting = user.acting
        if acting and acting.area:
            return self.filter(area_code=acting.area.code)
        if acting and acting.team:
            return self.filter(area_code__in=acting.team.areas.values("parent__code"))
        return self.all() if acting and acting.role in SEES_EVERY_AREA else self.none()


class Release(Keyed):
    """A closed period of one authority. Named by code and in words, since areas change and this does not."""

    grain = models.CharField(max_length=10, choices=Grain, default=Grain.MONTH)
    period = models.DateField()  # its first day
    area_code = models.CharField(max_length=20)
    area_name = models.CharField(max_length=100)
    policy = models.CharField(max_length=40)
    definitions = models.PositiveSmallIntegerField()
    counted_to = models.DateField()  # what was known when this day began
    frozen_at = models.DateTimeField()
    frozen_by = models.CharField(max_length=20)

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        ordering = ["-period", "area_name"]
        constraints = [
            models.UniqueConstraint(fields=["grain", "period", "area_code"], name="released_once"),
            models.CheckConstraint(condition=Q(period__day=1), name="period_begins_a_month"),
        ]
        triggers = [WRITTEN_ONCE]

    def __str__(self) -> str:
        return f"{self.area_name} {self.span.address}"

    def get_absolute_url(self) -> str:
        return reverse("reports", args=[self.span])

    @cached_property
    def span(self) -> Period:
        return Period(self.period, Grain(self.grain))

    @property
    def is_exact(self) -> bool:
        return self.policy == EXACT.name


class Figure(Keyed):
    """One number as shown: of a count, in a category of its cut ("" for all), at a place."""

    class Rule(models.TextChoices):
        ROUNDED = ROUNDED.name
        EXACT = EXACT.name
        THINGS = "things"  # not about people, and so as counted

    release = models.ForeignKey(Release, models.PROTECT, related_name="figures", db_index=False)  # see its indexes
    position = models.PositiveIntegerField()  # in the order of the catalogue, then of the places
    count = models.CharField(max_length=40)
    category = models.CharField(max_length=120, blank=True)
    place_code = models.CharField(max_length=20)
    place_name = models.CharField(max_length=100)
    level = models.CharField(max_length=10, choices=Level)
    rule = models.CharField(max_length=40, choices=Rule)
    shown = models.CharField(max_length=12)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["release", "count", "category", "place_code"], name="one_figure_a_spot"),
            models.CheckConstraint(condition=~Q(rule=ROUNDED.name) | Q(shown__regex=SHOWN), name="shown_is_disclosed"),
        ]
        indexes = [models.Index(fields=["release", "place_code"], name="figures_of_a_place")]
        triggers = [WRITTEN_ONCE]

    def __str__(self) -> str:
        return f"{self.count} {self.category} {self.place_name}: {self.shown}"


class Told(Keyed):
    """A value as shown (a median, a curve), and of how many people. Nothing is told about fewer than eight."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="values")
    value = models.CharField(max_length=40)
    place_code = models.CharField(max_length=20)
    place_name = models.CharField(max_length=100)
    level = models.CharField(max_length=10, choices=Level)
    people = models.CharField(max_length=12)
    told = models.JSONField(default=dict)

    class Meta:
        ordering = ["value", "place_name"]
        constraints = [
            models.UniqueConstraint(fields=["release", "value", "place_code"], name="one_value_a_spot"),
            models.CheckConstraint(condition=~Q(people="*") | Q(told={}), name="nothing_told_of_few"),
        ]
        triggers = [WRITTEN_ONCE]

    def __str__(self) -> str:
        return f"{self.value} {self.place_name}"


class CountedMonth(Keyed):
    """A month of an authority that has been counted, for ever. Quarters and years are sums of these."""

    area_code = models.CharField(max_length=20)
    month = models.DateField()
    definitions = models.PositiveSmallIntegerField()
    counted_to = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["area_code", "month"], name="counted_once")]
        triggers = [WRITTEN_ONCE]

    def __str__(self) -> str:
        return f"{self.area_code} {self.month:%Y-%m}"


class Counted(models.Model):
    """One true count. `people` are keyed digests of those it is about: enough to tell whether two sets nearly agree."""

    of = models.ForeignKey(CountedMonth, models.PROTECT, related_name="counts")
    count = models.CharField(max_length=40)
    category = models.CharField(max_length=120, blank=True)
    ward_code = models.CharField(max_length=20)
    n = models.PositiveIntegerField()
    people = ArrayField(models.BigIntegerField(), default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["of", "count", "category", "ward_code"], name="one_count_an_atom")
        ]
        triggers = [WRITTEN_ONCE]

    def __str__(self) -> str:
        return f"{self.count} {self.category}"


class Agreement(Keyed):
    """A data-sharing agreement that names exact figures for an area: who with, until when, and who signed for us."""

    area_code = models.CharField(max_length=20)
    party = models.CharField(max_length=200)
    reference = models.CharField(max_length=100)
    begins_on = models.DateField()
    ends_on = models.DateField()
    agreed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    agreed_at = models.DateTimeField()

    class Meta:
        ordering = ["-begins_on"]
        constraints = [models.CheckConstraint(condition=Q(ends_on__gt=models.F("begins_on")), name="agreement_ends")]

    def __str__(self) -> str:
        return self.reference


class ReleaseRead(Keyed):
    """Who was shown which release, of which place, on which day: the other half of the ledger."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="readers")
    place_code = models.CharField(max_length=20)
    reader = models.ForeignKey(User, models.PROTECT, related_name="+")
    day = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["release", "place_code", "reader", "day"], name="read_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.release_id} {self.day}"
