"""Coming in: whoever acts does so as themselves, in a transaction of their own, said who they are, as a page would."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import connection, transaction

from connect.identity import acting_as, acting_for, identify
from connect.messaging.models import Link
from connect.people.models import User


@contextmanager
def signed_in(user: User) -> Iterator[None]:
    """As the page of somebody with an account; afterwards nobody asks."""
    try:
        with transaction.atomic():
            identify(user)
            yield
    finally:
        nobody()


@contextmanager
def without_account() -> Iterator[None]:
    """As a page that is open to anybody: the action takes up the job it works as."""
    with transaction.atomic():
        identify()
        yield


@contextmanager
def holding(link: Link) -> Iterator[None]:
    """As whoever follows a signed link: the rows in its scope and no other."""
    with acting_for(link.scope):
        yield


@contextmanager
def own_page(link: Link) -> Iterator[None]:
    """As the person, whose code has opened their own page."""
    with acting_as("own_page", scope=link.scope):
        yield


def sent(purpose: str, subject: UUID) -> Link | None:
    """The link of that kind that somebody was sent last, while it works."""
    found = Link.objects.filter(purpose=purpose, subject=subject, revoked_at=None).order_by("-created_at", "pk").first()
    return found if found and found.works() else None


def nobody() -> None:
    """Where a test holds one transaction open round everything, an identity outlives its page: forget it."""
    if connection.in_atomic_block:
        identify()
