"""What search reads instead of the listings: a narrow row a place, and the words that stand in them."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models


class SearchEntry(models.Model):
    """The narrow copy that search reads, a row a service and place. The database writes it: `directory_reindex`.

    Who asks without a place reads those that are `first`; a listing with several places has a row more for that, the
    `whole` of it.
    """

    service = models.ForeignKey("directory.Service", on_delete=models.CASCADE, related_name="+")
    location = models.ForeignKey("directory.Location", on_delete=models.CASCADE, null=True, related_name="+")
    first = models.BooleanField()
    whole = models.BooleanField(default=False)
    easting = models.IntegerField(null=True)
    northing = models.IntegerField(null=True)
    reach = models.IntegerField(null=True)
    anywhere = models.BooleanField()
    shown_from = models.DateField(null=True)
    shown_until = models.DateField(null=True)  # the last day
    shut_from = models.DateField(null=True)
    shut_until = models.DateField(null=True)  # the day it opens again
    withheld = models.BooleanField(default=False)
    minimum_age = models.SmallIntegerField(null=True)
    maximum_age = models.SmallIntegerField(null=True)
    room_until = models.DateField(null=True)  # somebody said that there is room, and it is not too long ago
    new_until = models.DateField(null=True)
    coming = ArrayField(models.DateField(), default=list)
    slots = ArrayField(models.TextField(), default=list)  # "MO morning"
    quality = models.SmallIntegerField()
    tags = ArrayField(models.TextField())
    mask = models.BinaryField(default=b"")  # the same, a bit a tag: see Tag
    cells = ArrayField(models.IntegerField())
    words = SearchVectorField()

    class Meta:
        # One index for words, cells and tags together: the three conditions meet inside it. No pending list: a search
        # after a write must not pay for it.
        indexes = [GinIndex(fields=["words", "cells", "tags"], name="search_entry_gin", fastupdate=False)]

    def __str__(self) -> str:
        return f"{self.service_id} at {self.location_id}"


class Tag(models.Model):
    """Which bit of a mask says that a listing has this tag: counting bits is how the panel's counts are made."""

    tag = models.CharField(primary_key=True, max_length=60, db_collation="C")
    bit = models.IntegerField(unique=True)

    def __str__(self) -> str:
        return self.tag

    @classmethod
    def after(cls, head: str) -> list[str]:
        """What has stood after "lang:" in any listing, in order."""
        found = cls.objects.filter(tag__startswith=head).order_by("tag").values_list("tag", flat=True)
        return [tag.removeprefix(head) for tag in found]


class Word(models.Model):
    """A word that stands in a listing or in the thesaurus, as written: what a mistyped word can be corrected to."""

    word = models.CharField(primary_key=True, max_length=40, db_collation="C")
    stem = models.CharField(max_length=40, db_collation="C", db_index=True)
    sound = models.CharField(max_length=40, db_collation="C", db_index=True, default="", db_default="")  # as it is said
    n = models.IntegerField(default=1, db_default=1)  # listings that have it, as `directory_weigh` counted last
    spoken = models.BooleanField(default=False, db_default=False)  # it stands in the thesaurus

    def __str__(self) -> str:
        return self.word


class Slip(models.Model):
    """What is left of a word with up to two of its first seven letters gone: two that share one are two slips apart."""

    pk = models.CompositePrimaryKey("gone", "word")
    gone = models.CharField(max_length=7, db_collation="C")
    word = models.CharField(max_length=40, db_collation="C")

    def __str__(self) -> str:
        return f"{self.gone}: {self.word}"


class Phrase(models.Model):
    """What people say, from the thesaurus, needs and audiences, by its stems. The database keeps it by trigger."""

    key = models.CharField(max_length=120, db_collation="C", db_index=True)
    source = models.CharField(max_length=100, db_index=True)
    said = models.CharField(max_length=80)
    means = ArrayField(models.TextField(), default=list)  # other words for it
    tags = ArrayField(models.TextField(), default=list)  # "need:company": everything so marked

    def __str__(self) -> str:
        return self.said
