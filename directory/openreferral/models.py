"""Where imported listings come from, on what terms, what each reading of it came to, and what their words mean here."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from connect.people.models import Keyed
from directory.states import Kind


class Feed(models.Model):
    """Where imported listings come from, and on what terms they may be shown."""

    name = models.CharField(max_length=80, unique=True)
    address = models.CharField(max_length=500, blank=True)
    licence = models.CharField(max_length=200, blank=True)
    pass_on = models.BooleanField(null=True, blank=True)  # in our open data; None: when it names a licence
    every_hours = models.PositiveSmallIntegerField(null=True, blank=True)  # None: only when somebody asks
    read_at = models.DateTimeField(null=True, blank=True)
    not_before = models.DateTimeField(null=True, blank=True)  # its server asked us to wait, or has said it is fresh
    asked_at = models.DateTimeField(null=True, blank=True)  # an editor wants it read now
    reading_since = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class RunState(models.TextChoices):
    DONE = "done", _("Read whole")
    UNCHANGED = "unchanged", _("Nothing new there")
    PARTIAL = "partial", _("Broke off; what came before was kept")
    STOPPED = "stopped", _("Stopped: far fewer listings than before")
    LEFT = "left", _("Far fewer listings than before; left as it was")


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
    problem = models.CharField(max_length=500, blank=True)  # why it broke off
    would_go = ArrayField(models.UUIDField(), default=list, blank=True)  # what somebody is asked about
    agreed_by = models.ForeignKey("people.User", models.SET_NULL, null=True, blank=True, related_name="+")
    agreed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.feed} at {self.at}"


class FeedAnswer(models.Model):
    """What a server said at one address, for asking it whether that is still so: If-None-Match, If-Modified-Since.

    `records` are the ids it held; `reader` says how they were read, since read otherwise they are not the same.
    """

    feed = models.ForeignKey(Feed, models.CASCADE, related_name="answers")
    address = models.CharField(max_length=1000)
    etag = models.CharField(max_length=300, blank=True)
    last_modified = models.CharField(max_length=60, blank=True)
    reader = models.CharField(max_length=64)
    records = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    last_page = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["feed", "address"], name="one_answer_an_address")]

    def __str__(self) -> str:
        return self.address


class Meaning(models.Model):
    """What a word of somebody else's means here: a term of a taxonomy, or a word in the name or text of a listing."""

    class Where(models.TextChoices):
        TERM = "term", _("A topic a feed gives a listing")
        NAME = "name", _("A word in its name")
        TEXT = "text", _("A word in its name or description")

    where = models.CharField(max_length=4, choices=Where, default=Where.TERM)
    said = models.CharField(max_length=120)  # in small letters; "*" at the end takes whatever follows
    label = models.CharField(max_length=200, blank=True)  # what an identifier stands for
    taxonomy = models.CharField(max_length=80, blank=True)
    parent = models.CharField(max_length=120, blank=True)  # another `said`, whose meaning counts where this has none
    kind = models.CharField(max_length=20, choices=Kind, blank=True)
    needs = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    audiences = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    seen = models.PositiveIntegerField(default=0)  # how many listings came with it at the last reading
    position = models.PositiveSmallIntegerField(default=0)  # of two kinds the first counts

    class Meta:
        ordering = ["position", "-seen", "said"]  # what came without a meaning stands first
        constraints = [
            models.UniqueConstraint(fields=["where", "said"], name="one_meaning_a_word"),
            models.CheckConstraint(condition=~Q(said=""), name="a_meaning_of_something"),
        ]

    def __str__(self) -> str:
        return self.label or self.said

    @property
    def means_something(self) -> bool:
        return bool(self.kind or self.needs or self.audiences)
