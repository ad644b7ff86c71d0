"""What readers of a listing tell us."""

import uuid

from django.db import models
from django.utils import timezone

from connect.people.models import MadeOnce


class Usefulness(MadeOnce):
    """Was this useful? Yes or no, and whatever they would like to add."""

    key = models.UUIDField(unique=True, default=uuid.uuid4)
    content_hash = models.CharField(max_length=64, blank=True)
    made_in = models.CharField(max_length=64, blank=True)
    service = models.ForeignKey("directory.Service", models.CASCADE, related_name="usefulness")
    useful = models.BooleanField()
    words = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)
    read_by = models.ForeignKey("people.User", models.SET_NULL, null=True, blank=True, related_name="+")
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return "useful" if self.useful else "not useful"
