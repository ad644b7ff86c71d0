"""What needs me now: one line for each thing, from every part of the house that has something waiting for me."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.module_loading import import_string

from connect import prepared
from connect.people.models import User


@dataclass(frozen=True)
class Line:
    """`label` says what waits, in words that fit any number; `address` opens exactly those `count` rows."""

    label: str
    count: int
    address: str
    urgent: bool = False
    plain: bool = False  # the label may stand in an e-mail, which lies open on many a screen


# Functions by their whole names, because the parts import Line from here: "referrals.safety.today.lines".
# lines(user) -> list[Line], in the same number of queries however much waits.
LINES: list[str] = [
    "referrals.case.today.lines",
    "referrals.crisis.today.lines",
    "referrals.safety.today.lines",
    "referrals.alike.today.lines",
    "referrals.person.today.lines",
    "referrals.introductions.today.lines",
    "referrals.accompanying.today.lines",
    "referrals.befriending.today.lines",
    "referrals.helping.today.lines",
    "referrals.sessions.today.lines",
    "referrals.threads.today.lines",
    "referrals.following.today.lines",
    "referrals.life.today.lines",
    "referrals.together.today.lines",
    "referrals.handing_over.today.lines",
    "referrals.reminding.today.lines",
    "outcomes.documents.today.lines",
    "outcomes.quality.today.lines",
]


def lines_for(user: User) -> list[Line]:
    """What is urgent first, otherwise as the parts stand in LINES; what nobody waits for is left out."""
    with prepared.plans():
        parts = [*LINES, *settings.LINES_FROM_ABOVE]
        found = [line for name in parts for line in import_string(name)(user) if line.count]
    return sorted(found, key=lambda line: not line.urgent)
