"""The weights a tenant has argued for: each version is written once, so that a map can say what it was drawn from."""

from django.db import models
from django.utils import timezone

from connect.people.models import MadeOnce, User
from outcomes.framework.models import WRITTEN_ONCE


class RiskIndex(MadeOnce):
    """One version of an index. Before the first, what comes with the house counts (presets.json)."""

    slug = models.SlugField(max_length=40)  # of the preset it began as
    version = models.PositiveSmallIntegerField()
    weights = models.JSONField()  # {factor: 0 to 5}
    why = models.CharField(max_length=500)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["slug", "version"]
        constraints = [models.UniqueConstraint(fields=["slug", "version"], name="index_version_once")]
        triggers = [WRITTEN_ONCE]

    def __str__(self) -> str:
        return f"{self.slug} {self.version}"
