"""What worked in the demo borough, as two colleagues wrote it down. Invented."""

import uuid
from collections.abc import Callable
from uuid import UUID

from connect.identity import acting_as
from connect.people.models import Membership, User
from connect.people.roles import Role
from directory.models import Practice, Service
from directory.practice import actions

NOTES = [
    (
        Role.CON, "Meet at the bus stop, not at the door",
        "The door is the hard part. I meet people at the stop and we walk in talking. "
        "The third time most of them say that they know the way.",
    ),
    (
        Role.TL, "A job to do makes it easier to stay",
        "Those who lay the tables come back more often than those who are only asked to lunch. "
        "The club lets newcomers begin with the cutlery.",
    ),
]  # fmt: skip


def load(key: Callable[[str], UUID]) -> None:
    """Once; and where the demo's colleagues are there to have written it."""
    with acting_as("seed"):
        if Practice.objects.exists():
            return
    club = Service.objects.filter(pk=key("st-marks-lunch-club")).first()
    for role, title, words in NOTES:
        member = Membership.objects.filter(role=role, user__email__endswith="@example.org").order_by("user__email")
        if found := member.select_related("user", "organisation").first():
            user: User = found.user
            user.acting = found
            made = {"key": uuid.uuid4(), "content_hash": "", "made_in": ""}
            with acting_as("seed"):
                actions.write(title=title, words=words, service=club, by=user, made=made)
