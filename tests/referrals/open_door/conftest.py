"""What browsers send at the open door, and the sweep that answers knocks."""

import re
import uuid

import pytest

from connect.identity import acting_as
from connect.messaging import messages
from connect.messaging.models import Message
from referrals.open_door import answering


@pytest.fixture
def door():
    """The first part: whom, where, and how old."""

    def form(**changes):
        return {"key": str(uuid.uuid4()), "whom": "self", "postcode": "kx24hd", "adult": "yes"} | changes

    return form


@pytest.fixture
def company(door):
    """Both parts, as Mr Ames sends them for himself."""

    def form(**changes):
        return door() | {
            "asked": "1", "given_name": "Stanley", "phone": "07700 900 126", "safe_to_message": "yes",
            "wants": ["company"], "words": "Dominoes.", "consent": "on",
        } | changes  # fmt: skip

    return form


@pytest.fixture
def for_another(company):
    """As his daughter sends them."""

    def form(**changes):
        asker = {"whom": "family", "my_name": "Joan Ames", "tie": "his daughter", "my_phone": "07700 900 127"}
        return company() | asker | {"my_email": "joan@example.net", "hear": "on"} | changes

    return form


def answer():
    with acting_as("clocks"):
        return answering.answer_due()


def outbox(**conditions):
    with acting_as("delivery"):
        return list(Message.objects.filter(**conditions).select_related("link").order_by("created_at"))


def without_tokens(page):
    return re.sub(r'<input type="hidden"[^>]*>', "", page)


def code_sent():
    [message] = outbox(template="own_code")
    return re.search(r"\d{6}", messages.fill(message.body, message.link))[0]
