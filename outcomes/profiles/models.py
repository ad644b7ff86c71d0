"""What is known of places from open files: outlines, how old people are, and indicators. About areas, never about a
person, and not walled."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from connect.people.models import Keyed
from connect.places.models import Area


class Dataset(Keyed):
    """A file that was read: whose it is, how old, and on what terms. What came of it points here."""

    title = models.CharField(max_length=200)
    vintage = models.CharField(max_length=40, blank=True)  # as its makers say it: "mid-2022", "Census 2021"
    licence = models.CharField(max_length=200, blank=True)
    file = models.CharField(max_length=200)
    is_made_up = models.BooleanField(default=False)  # Kelderby's
    loaded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["title", "vintage"]
        constraints = [models.UniqueConstraint(fields=["title", "vintage"], name="dataset_once")]

    def __str__(self) -> str:
        return f"{self.title} ({self.vintage})" if self.vintage else self.title


class Boundary(Keyed):
    """The outline of an area: rings of corners in British National Grid metres, east and north by turns."""

    area = models.OneToOneField(Area, models.CASCADE, related_name="boundary")
    rings = models.JSONField()  # [[east, north, east, north, …], …]; a hole is a ring too
    dataset = models.ForeignKey(Dataset, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.area.code


class Population(Keyed):
    """How many live in an area, by age: `people[n]` are from `ages[n]` to below `ages[n + 1]`; the last has no end."""

    area = models.OneToOneField(Area, models.CASCADE, related_name="population")
    ages = ArrayField(models.PositiveSmallIntegerField())
    people = ArrayField(models.PositiveIntegerField())
    dataset = models.ForeignKey(Dataset, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ages__len__gt=0, ages__len=F("people__len")), name="a_count_for_each_age"
            )
        ]

    def __str__(self) -> str:
        return self.area.code


class Indicator(Keyed):
    """One figure about one area. With `of` it is a share: so many of so many. Without, a score or a decile."""

    area = models.ForeignKey(Area, models.CASCADE, related_name="indicators")
    name = models.SlugField(max_length=40)
    value = models.FloatField()
    of = models.FloatField(null=True)
    dataset = models.ForeignKey(Dataset, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["area", "name"], name="indicator_once"),
            models.CheckConstraint(condition=Q(of=None) | Q(of__gt=0), name="a_share_is_of_something"),
        ]

    def __str__(self) -> str:
        return f"{self.area.code} {self.name}"
