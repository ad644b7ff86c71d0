"""The words of the directory: what people would like, who listings are for, the thesaurus, and school terms."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext


class Need(models.Model):
    """Something a person would like, with the words people use for it. Names are translated where they are shown."""

    code = models.SlugField(primary_key=True, max_length=40)
    name = models.CharField(max_length=80)
    synonyms = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return gettext(self.name)


class Synonym(models.Model):
    """A line of the thesaurus: who says this may mean these. Read at each search, so a change counts at once."""

    said = models.CharField(primary_key=True, max_length=80)
    means = ArrayField(models.CharField(max_length=80))

    class Meta:
        ordering = ["said"]

    def __str__(self) -> str:
        return f"{self.said}: {', '.join(self.means)}"


class Audience(models.Model):
    """People a listing is for: carers, new parents, men. Nobody is shut out by a listing that names none."""

    code = models.SlugField(primary_key=True, max_length=40)
    name = models.CharField(max_length=80)
    synonyms = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return gettext(self.name)


class SchoolTerm(models.Model):
    """First and last day of a school term here, for what meets in term time only."""

    name = models.CharField(max_length=80)
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        ordering = ["starts_on"]
        constraints = [
            models.CheckConstraint(condition=models.Q(starts_on__lte=models.F("ends_on")), name="term_starts_first")
        ]

    def __str__(self) -> str:
        return self.name
