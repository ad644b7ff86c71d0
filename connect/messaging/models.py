"""The outbox, and the signed links its messages carry."""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from connect.messaging.states import Channel, Note, SeenTo, State


class Link(models.Model):
    """What a signed address opens. Read before anybody is known, so it holds identifiers only and no personal data."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    purpose = models.CharField(max_length=40)
    subject = models.UUIDField()
    scope = ArrayField(models.UUIDField(), default=list)
    discreet = models.BooleanField(default=False)
    language = models.CharField(max_length=5, default="en")  # the message's; its page greets alike
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["subject"], name="link_subject")]

    def __str__(self) -> str:
        return str(self.pk)

    def works(self) -> bool:
        return self.revoked_at is None and timezone.now() < self.expires_at


class MessageQuerySet(models.QuerySet):
    def not_yet_sent(self) -> MessageQuerySet:
        return self.filter(state__in=[State.QUEUED, State.SENDING])

    def for_a_person_to_look_at(self) -> MessageQuerySet:
        """Nobody knows whether it arrived, or it did not, and nobody has seen to it."""
        return self.filter(state__in=[State.UNRESOLVED, State.FAILED], seen_to_at=None).order_by("due_at")


class Message(models.Model):
    """One text or e-mail: written in the transaction that causes it, once for each recipient and cause."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    recipient_key = models.UUIDField()
    cause = models.CharField(max_length=200)
    channel = models.CharField(max_length=5, choices=Channel)
    to = models.CharField(max_length=254)
    template = models.CharField(max_length=60)
    language = models.CharField(max_length=5, default="en")
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField()
    link = models.ForeignKey(Link, null=True, on_delete=models.PROTECT)
    about_id = models.UUIDField(null=True, db_index=True)
    under_id = models.UUIDField(null=True)  # the scheme that writes, where one does: its own off-switches hold
    due_at = models.DateTimeField()
    useless_after = models.DateTimeField(null=True)
    valid_until = models.DateTimeField(null=True)  # the yes it rests on runs out then
    state = models.CharField(max_length=10, choices=State, default=State.QUEUED)
    note = models.CharField(max_length=12, choices=Note, blank=True)
    lease_until = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    called_off_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    provider_id = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    # Who found out what became of it, or told them another way; by key, as people live a floor above.
    seen_to_at = models.DateTimeField(null=True)
    seen_to_by_id = models.UUIDField(null=True)
    seen_to_by_name = models.CharField(max_length=200, blank=True)
    seen_to_how = models.CharField(max_length=9, choices=SeenTo, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["recipient_key", "cause"], name="message_once")]
        indexes = [
            models.Index(fields=["due_at"], name="message_due", condition=Q(state__in=["queued", "sending"])),
            models.Index(fields=["cause"], name="message_cause"),
            models.Index(
                fields=["due_at"],
                name="message_for_a_person",
                condition=Q(state__in=["unresolved", "failed"], seen_to_at=None),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def is_too_late(self) -> bool:
        return self.useless_after is not None and timezone.now() >= self.useless_after

    def has_lost_its_yes(self) -> bool:
        return self.valid_until is not None and timezone.now() >= self.valid_until


from connect.messaging.inbound.models import InboundText  # noqa: E402, F401
from connect.messaging.switching.models import SwitchedOff  # noqa: E402, F401  (Django looks for models here)
from connect.messaging.wording.models import Wording  # noqa: E402, F401  (Django looks for models here)
