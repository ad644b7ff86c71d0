"""One message of each kind, and a provider that keeps account."""

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from connect.identity import acting_as
from connect.messaging import messages
from connect.messaging.models import Message
from tests.faults.double import Double

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
KEY = f"double-{uuid.UUID(int=1)}-{uuid.UUID(int=2)}"  # the shape of a GOV.UK Notify key


@pytest.fixture
def at_noon(time_machine):
    """Tuesday 24 November 2026, 12 noon; `at_noon.shift(seconds)` moves on."""
    time_machine.move_to(NOON, tick=False)
    return time_machine


@pytest.fixture
def double() -> Iterator[Double]:
    double = Double()
    yield double
    double.close()


@pytest.fixture
def through(settings, double, tmp_path):
    """through("http"): what we write leaves by that sender, to the double."""
    settings.PROVIDER_TIMEOUT = 0.4
    settings.TEXT_PROVIDER_URL = settings.NOTIFY_BASE_URL = double.address
    settings.TEXT_PROVIDER_TOKEN, settings.NOTIFY_API_KEY = "a-token", KEY
    settings.NOTIFY_TEMPLATE_SMS, settings.NOTIFY_TEMPLATE_EMAIL = "sms-template", "email-template"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", double.mail_port
    settings.MAILBOX_DIR = tmp_path / "mailbox"

    def choose(name):
        settings.TEXT_SENDER = settings.EMAIL_SENDER = name

    return choose


def write_to_jean(cause="test", channel="sms", recipient_key=None, **more):
    """A reminder to Jean, queued by the job that reminds."""
    told = {"template": "reminder_discreet", "to": "07700900184" if channel == "sms" else "jean@example.org"}
    told["context"] = {"name": "Jean", "connector": "Carl", "phone": "01632 960 014", "starts_at": NOON}
    with acting_as("reminders"):
        return messages.queue(
            recipient_key=recipient_key or uuid.uuid4(), cause=cause, channel=channel, **(told | more)
        )


def now(message) -> Message:
    """The row as it stands."""
    with acting_as("delivery"):
        return Message.objects.get(pk=message.pk)
