"""How a listing is kept true: what was asked, answered, proposed, changed, reported and found broken."""

import uuid
from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone

from connect.people.models import Keyed, MadeOnce
from directory.states import Decision, How, Outcome, Via, Wrong

LISTING = "directory.Service"
ACCOUNT = "people.User"


class Verification(Keyed):
    """Somebody looked whether a listing is right, and what came of it: also a call that nobody answered."""

    service = models.ForeignKey(LISTING, models.CASCADE, related_name="verifications")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(ACCOUNT, models.SET_NULL, null=True, blank=True, related_name="+")
    by_name = models.CharField(max_length=120, blank=True)
    how = models.CharField(max_length=12, choices=How)
    outcome = models.CharField(max_length=12, choices=Outcome)
    note = models.CharField(max_length=500, blank=True)
    again_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-at"]
        indexes = [models.Index(fields=["service", "-at"], name="verification_latest")]

    def __str__(self) -> str:
        return f"{self.get_how_display()}: {self.get_outcome_display()}"


class Ask(Keyed):
    """An organiser was written to about a listing: is it still right, it is hidden now, or is this new number yours?"""

    class About(models.TextChoices):
        CHECK = "check"
        HIDDEN = "hidden"
        CONTACT = "contact"
        WELCOME = "welcome"

    service = models.ForeignKey(LISTING, models.CASCADE, related_name="asks")
    about = models.CharField(max_length=10, choices=About, default=About.CHECK)
    at = models.DateTimeField(default=timezone.now)
    message_id = models.UUIDField(null=True, blank=True)
    link_id = models.UUIDField(null=True, blank=True)
    change = models.ForeignKey("directory.ChangeRequest", models.CASCADE, null=True, blank=True, related_name="asks")
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=12, choices=Outcome, blank=True)

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"asked at {self.at}"


class Proposed(MadeOnce):
    """Made by a form with a key of its own, or by a job that has none."""

    key = models.UUIDField(unique=True, default=uuid.uuid4)
    content_hash = models.CharField(max_length=64, blank=True)
    made_in = models.CharField(max_length=64, blank=True)

    class Meta:
        abstract = True


class ChangeRequest(Proposed):
    """Anyone's proposed edit: part of a listing as a document (directory.document), or the whole of a new one.

    A new link, phone number or e-mail address waits for a second pair of eyes: `first_by` has agreed, and a second
    editor, the old contact, or `wait_until` decides.
    """

    service = models.ForeignKey(LISTING, models.CASCADE, null=True, blank=True, related_name="change_requests")
    via = models.CharField(max_length=10, choices=Via)
    proposed = models.JSONField(default=dict)
    was = models.JSONField(default=dict)
    words = models.TextField(blank=True)
    by = models.ForeignKey(ACCOUNT, models.SET_NULL, null=True, blank=True, related_name="+")
    by_name = models.CharField(max_length=120, blank=True)
    by_email = models.EmailField(blank=True)
    by_phone = models.CharField(max_length=40, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=10, choices=Decision, default=Decision.WAITING)
    taken = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    first_by = models.ForeignKey(ACCOUNT, models.SET_NULL, null=True, blank=True, related_name="+")
    first_at = models.DateTimeField(null=True, blank=True)
    wait_until = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(ACCOUNT, models.SET_NULL, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_why = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["made_at"]
        indexes = [models.Index(fields=["state", "made_at"], name="change_waiting")]
        constraints = [
            models.CheckConstraint(condition=~models.Q(first_by=models.F("decided_by")), name="two_pairs_of_eyes"),
        ]

    def __str__(self) -> str:
        return f"{self.get_via_display()}: {', '.join(self.proposed)}"


class Revision(Keyed):
    """The whole of a listing as it was after a change, so that anybody can see what it said and bring it back."""

    service = models.ForeignKey(LISTING, models.CASCADE, related_name="revisions")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(ACCOUNT, models.SET_NULL, null=True, blank=True, related_name="+")
    by_name = models.CharField(max_length=120, blank=True)
    via = models.CharField(max_length=10, choices=Via)
    changed = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    document = models.JSONField()

    class Meta:
        ordering = ["-at"]
        indexes = [models.Index(fields=["service", "-at"], name="revision_latest")]

    def __str__(self) -> str:
        return f"{self.service_id} at {self.at}"


class Report(Proposed):
    """Somebody says that something in a listing is wrong."""

    service = models.ForeignKey(LISTING, models.CASCADE, related_name="reports")
    what = models.CharField(max_length=10, choices=Wrong)
    words = models.TextField(blank=True)
    reply_to = models.CharField(max_length=254, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    handled_by = models.ForeignKey(ACCOUNT, models.SET_NULL, null=True, blank=True, related_name="+")
    handled_at = models.DateTimeField(null=True, blank=True)
    came_of_it = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["made_at"]

    def __str__(self) -> str:
        return self.get_what_display()


class EditorNote(Keyed):
    """A word from one editor to the next. Nobody else reads it."""

    service = models.ForeignKey(LISTING, models.CASCADE, related_name="editor_notes")
    text = models.TextField()
    by = models.ForeignKey(ACCOUNT, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"a note of {self.at}"


class Watch(Keyed):
    """Somebody with an account wants to hear when a listing changes."""

    service = models.ForeignKey(LISTING, models.CASCADE, related_name="watches")
    user = models.ForeignKey(ACCOUNT, models.CASCADE, related_name="+")
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["service", "user"], name="watched_once")]

    def __str__(self) -> str:
        return f"{self.user_id} watches {self.service_id}"


class LinkCheckQuerySet(models.QuerySet):
    def dead(self) -> "LinkCheckQuerySet":
        """Three looks over three days, and none found it."""
        return self.filter(failures__gte=3, looked_at__gte=models.F("failing_since") + timedelta(days=2))


class LinkCheck(models.Model):
    """Whether an address that listings give still answers."""

    address = models.URLField(primary_key=True, max_length=500)
    looked_at = models.DateTimeField(null=True, blank=True)
    status = models.PositiveSmallIntegerField(null=True, blank=True)
    problem = models.CharField(max_length=120, blank=True)
    failing_since = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveSmallIntegerField(default=0)  # in a row
    moved_to = models.CharField(max_length=500, blank=True)

    objects = LinkCheckQuerySet.as_manager()

    def __str__(self) -> str:
        return self.address
