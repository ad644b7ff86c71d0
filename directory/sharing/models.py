"""Listings handed on: one by one, counted and never naming anybody; and in collections."""

import uuid

from django.db import models
from django.urls import reverse
from django.utils import timezone

from connect.people.models import Keyed
from directory.states import Handing


class Signpost(Keyed):
    """A listing handed to somebody without a referral. Who they are is not here, and nowhere else either."""

    service = models.ForeignKey("directory.Service", models.CASCADE, related_name="signposts")
    together = models.UUIDField(default=uuid.uuid4)  # the listings of one shortlist share it
    at = models.DateTimeField(default=timezone.now)
    how = models.CharField(max_length=10, choices=Handing)
    by = models.ForeignKey("people.User", models.SET_NULL, null=True, related_name="+")
    organisation = models.ForeignKey("people.Organisation", models.SET_NULL, null=True, related_name="+")
    area = models.ForeignKey("places.Area", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["service", "at"], name="signpost_when")]

    def __str__(self) -> str:
        return f"{self.service_id}, {self.how}"


class Texted(Keyed):
    """How many texts went to a number today. `mark` is a keyed digest of number and day, gone two days later."""

    day = models.DateField()
    mark = models.CharField(max_length=64)
    times = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["day", "mark"], name="texted_counted_once")]

    def __str__(self) -> str:
        return f"{self.day}: {self.times}"


class CollectionQuerySet(models.QuerySet):
    def published(self) -> "CollectionQuerySet":
        return self.filter(published=True)


class Collection(Keyed):
    """Listings somebody chose to stand together: after a bereavement, new to the borough."""

    slug = models.SlugField(unique=True, max_length=60)
    name = models.CharField(max_length=120)
    intro = models.TextField(blank=True)
    published = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(default=0)
    changed_at = models.DateTimeField(auto_now=True)
    by = models.ForeignKey("people.User", models.SET_NULL, null=True, blank=True, related_name="+")
    services = models.ManyToManyField(
        "directory.Service", through="directory.CollectionEntry", related_name="collections"
    )

    objects = CollectionQuerySet.as_manager()

    class Meta:
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("collection", args=[self.slug])


class CollectionEntry(Keyed):
    collection = models.ForeignKey(Collection, models.CASCADE, related_name="entries")
    service = models.ForeignKey("directory.Service", models.CASCADE, related_name="+")
    note = models.CharField(max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["collection", "service"], name="once_a_collection")]

    def __str__(self) -> str:
        return f"{self.service_id} in {self.collection_id}"
