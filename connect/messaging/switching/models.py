"""One switching off of one kind of message, kept after it is on again."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone


class SwitchedOff(models.Model):
    """For the whole house, or for those whose key is `under_id`. People and schemes live on floors above: keys only."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    template = models.CharField(max_length=60)
    under_id = models.UUIDField(null=True)
    why = models.CharField(max_length=300)
    off_at = models.DateTimeField(default=timezone.now)
    off_by_id = models.UUIDField()
    off_by_name = models.CharField(max_length=200)
    on_at = models.DateTimeField(null=True)
    on_by_id = models.UUIDField(null=True)

    class Meta:
        ordering = ["-off_at"]
        constraints = [
            models.UniqueConstraint(
                "template", "under_id", condition=Q(on_at=None), nulls_distinct=False, name="off_once"
            )
        ]

    def __str__(self) -> str:
        return self.template
