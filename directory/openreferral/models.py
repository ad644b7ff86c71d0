"""Where imported listings come from, on what terms, and what each reading of it came to."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from connect.people.models import Keyed


class Feed(models.Model):
    """Where imported listings come from, and on what terms they may be shown."""

    name = models.CharField(max_length=80, unique=True)
    address = models.CharField(max_length=500, blank=True)
    licence = models.CharField(max_length=200, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    every_hours = models.PositiveSmallIntegerField(null=True, blank=True)
    # As its server gave them, to be sent back: If-None-Match and If-Modified-Since.
    etag = models.CharField(max_length=200, blank=True)
    last_modified = models.CharField(max_length=60, blank=True)

    def __str__(self) -> str:
        return self.name


class RunState(models.TextChoices):
    DONE = "done", _("Read whole")
    UNCHANGED = "unchanged", _("Nothing new there")
    PARTIAL = "partial", _("Broke off; what came before was kept")
    STOPPED = "stopped", _("Stopped: far fewer listings than before")


class FeedRun(Keyed):
    """One reading of a feed. `report` lists what was refused or left out, without anything about a person."""

    feed = models.ForeignKey(Feed, models.CASCADE, related_name="runs")
    at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=10, choices=RunState)
    read = models.PositiveIntegerField(default=0)
    taken = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    gone = models.PositiveIntegerField(default=0)
    conflicts = models.PositiveIntegerField(default=0)
    report = models.JSONField(default=list)
    agreed_by = models.ForeignKey("people.User", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.feed} at {self.at}"
