"""Mr Ames, introduced to the lunch club; and Olive's browser, with her link and nothing else."""

import uuid
from types import SimpleNamespace

import pytest
from django.urls import reverse

from connect.identity import acting_as
from connect.messaging import links
from connect.messaging.models import Link
from referrals.introductions.models import Introduction


@pytest.fixture
def introduced(expected):
    with acting_as("seed"):
        return Introduction.objects.select_related("occasion", "referral", "connection").get(occasion=expected)


@pytest.fixture
def olive(client, introduced):
    """What she can do with her link: open it, and send an answer."""
    link = Link.objects.filter(purpose="introduction").latest("created_at")

    def opened():
        return client.get(reverse("link", args=[links.token(link)]), follow=True)

    def answer(said, **more):
        sent = {"key": str(uuid.uuid4()), "link": str(link.pk), "answer": said, **more}
        return client.post(reverse("introduction"), sent, follow=True)

    return SimpleNamespace(link=link, open=opened, answer=answer, client=client)


@pytest.fixture
def now():
    """The rows as they are, whoever may see them."""

    def read(row):
        with acting_as("seed"):
            return type(row).objects.get(pk=row.pk)

    return read
