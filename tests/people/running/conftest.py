"""Whoever runs it, freshly proven or not; and what a form of theirs would send."""

import re
import uuid

import pytest

from connect.identity import acting_as
from connect.messaging import links
from connect.messaging.models import Link, Message
from tests.conftest import ForgetfulClient, prove


@pytest.fixture
def proven():
    """proven(user) -> a client of theirs who has just shown who they are."""

    def as_(user):
        client = ForgetfulClient(raise_request_exception=False)
        client.force_login(user)
        prove(client, user)
        return client

    return as_


@pytest.fixture
def offer(cast):
    """offer(**changes) -> the fields of the page that invites."""

    def fields(**changed):
        plain = {"key": str(uuid.uuid4()), "name": "Zoe Hart", "email": "zoe@example.org", "role": "REF",
                 "organisation": cast.homes.pk, "job": ""}  # fmt: skip
        return plain | changed

    return fields


@pytest.fixture
def letters():
    """letters() -> what waits in the outbox about invitations."""

    def waiting():
        with acting_as("delivery"):
            return list(Message.objects.filter(template="invitation", state="queued"))

    return waiting


@pytest.fixture
def open_letter():
    """open_letter(client, invitation) -> the page behind its link, and the client that holds it."""

    def opened(client, invitation):
        link = Link.objects.get(subject=invitation.pk)
        client.get(f"/l/{links.token(link)}/")
        return client.get("/invited/")

    return opened


def text_of(answer):
    return re.sub(r"\s+", " ", answer.content.decode())
