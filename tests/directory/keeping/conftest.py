"""Two editors, one lunch club, and everybody who must see nothing of the desk."""

import pytest

from connect.identity import acting_as, identify
from connect.messaging import delivery, links
from connect.messaging.models import Link, Message
from connect.people.roles import Role
from tests import cast as stage


@pytest.fixture
def desk(cast):
    """The cast, with Priya, who edits too. Dev is at work."""
    cast.priya = stage.person("Priya Nair", Role.DIR, cast.council)
    identify(cast.dev)
    return cast


@pytest.fixture
def alone(cast):
    """Dev is the only editor there is."""
    identify(cast.dev)
    return cast


@pytest.fixture
def outbox():
    """outbox() -> what is waiting to leave, oldest first."""

    def letters(**chosen):
        with acting_as("reminders"):
            return list(Message.objects.filter(**chosen).order_by("created_at"))

    return letters


@pytest.fixture
def deliver(settings, tmp_path):
    settings.MAILBOX_DIR = tmp_path
    return delivery.sweep


@pytest.fixture
def olive(client):
    """olive(letter) -> her browser, after she pressed the link in it."""

    def opens(letter):
        link = Link.objects.get(pk=letter.link_id)
        answer = client.get(f"/l/{links.token(link)}/")
        assert answer.status_code == 302
        return client

    return opens
