"""Mr Ames after his first lunch, asked by text and e-mail; and what he sends back."""

import json
import uuid
from datetime import timedelta

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging.inbound import providers
from connect.messaging.models import Link, Message
from referrals.models import Occasion
from referrals.reminding import sweeping

NUMBER = "07700900126"


@pytest.fixture
def over(expected):
    """The lunch was three hours ago, and everybody has been asked; the messages have left."""
    with acting_as("seed"):
        ended = timezone.now() - timedelta(hours=3)
        Occasion.objects.filter(pk=expected.pk).update(starts_at=ended - timedelta(hours=2), ends_at=ended)
    with acting_as("reminders"):
        sweeping.ask_who_went()
    sent()
    with acting_as("seed"):
        return Occasion.objects.select_related("referral__person", "connection").get(pk=expected.pk)


def sent() -> None:
    """As if a worker had handed over what waits."""
    with acting_as("delivery"):
        Message.objects.filter(state="queued").update(state="sent", sent_at=timezone.now())


def question() -> Link:
    return Link.objects.filter(purpose="attendance").latest("created_at")


@pytest.fixture
def texts(client):
    """texts("yes") brings a text as the plain provider does; returns the answer to the provider."""

    def bring(words, number="+447700900126", key=None, secret=None):
        body = json.dumps({"id": key or str(uuid.uuid4()), "from": number, "body": words}).encode()
        signed = providers.signed_by_us(secret or settings.TEXT_INBOUND_SECRET, body)
        return client.post(
            reverse("inbound_text", args=["http"]), body, content_type="application/json", headers=signed
        )

    return bring
