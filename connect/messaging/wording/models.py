"""One wording of one message, in one language: a version that never changes once it was decided."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Decided(models.TextChoices):
    WAITING = "waiting", _("Waiting for a second person")
    APPROVED = "approved", _("In use")
    REFUSED = "refused", _("Not agreed to")
    REPLACED = "replaced", _("Replaced")


class Wording(models.Model):
    """Those who propose and decide are named by key, since nothing on this floor may know the floor above."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    template = models.CharField(max_length=60)
    kind = models.CharField(max_length=7)  # sms, email, subject
    language = models.CharField(max_length=5, default="en")
    version = models.PositiveIntegerField()
    words = models.TextField(blank=True)  # blank: the house's own words again
    state = models.CharField(max_length=8, choices=Decided, default=Decided.WAITING)
    proposed_by_id = models.UUIDField()
    proposed_by_name = models.CharField(max_length=200)
    proposed_at = models.DateTimeField(default=timezone.now)
    decided_by_id = models.UUIDField(null=True)
    decided_by_name = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["template", "kind", "language", "version"], name="one_wording_a_version"),
            models.UniqueConstraint(
                fields=["template", "kind", "language"], condition=Q(state="approved"), name="one_wording_in_use"
            ),
            models.CheckConstraint(condition=~Q(decided_by_id=F("proposed_by_id")), name="wording_two_people"),
        ]

    def __str__(self) -> str:
        return f"{self.template}.{self.kind} {self.version}"
