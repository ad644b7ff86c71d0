"""A text that somebody sent to our number, kept until a floor above has dealt with it, and then without its words."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import salted_hmac

from connect.sealed import SealedText


class InboundText(models.Model):
    """One text. Once by the provider's own id, however often the provider tells us of it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    provider = models.CharField(max_length=20)
    provider_id = models.CharField(max_length=100)
    number = models.CharField(max_length=20, blank=True)  # who sent it; gone when nobody needs it any more
    number_digest = models.CharField(max_length=64)  # keyed: to count how many came, without saying from whom
    words = SealedText()
    received_at = models.DateTimeField(default=timezone.now)
    handled_at = models.DateTimeField(null=True)
    meaning = models.CharField(max_length=12, blank=True)  # what it was taken for; never what it said
    led_to = models.UUIDField(null=True)  # the row a human reads, where one does

    class Meta:
        constraints = [models.UniqueConstraint(fields=["provider", "provider_id"], name="inbound_once")]
        indexes = [
            models.Index(fields=["received_at"], name="inbound_waiting", condition=Q(handled_at=None)),
            models.Index(fields=["number_digest", "received_at"], name="inbound_flood"),
            models.Index(fields=["led_to"], name="inbound_led_to", condition=Q(led_to__isnull=False)),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @staticmethod
    def digest(number: str) -> str:
        return salted_hmac("connect.messaging.inbound", number, algorithm="sha256").hexdigest()
