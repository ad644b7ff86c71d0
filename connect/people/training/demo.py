"""Two afternoons of training in the demo borough: who came, who did not, and whose refresher is due. All invented."""

import uuid
from datetime import timedelta

from django.utils import timezone

from connect.identity import acting_as
from connect.people.models import Membership, User
from connect.people.roles import Role
from connect.people.training import actions
from connect.people.training.kinds import months_after
from connect.people.training.models import TrainingSession
from connect.people.training.pasting import Row
from connect.places.models import Area

SESSIONS = [
    (720, "mecc", "The first afternoon", [("Ravi Lunt", True), ("Otis Fenn", True), ("Wanda Pike", True)]),
    (200, "mecc", "Making it count, in an hour", [("Rosa Marsh", True), ("Una Bray", True), ("Basil Knott", False)]),
]


def load() -> None:
    """Once; and only where the demo's lead is there to have written it down."""
    lead = User.objects.filter(memberships__role=Role.LEAD).first()
    if lead is None or TrainingSession.objects.exists():
        return
    lead.acting = Membership.objects.select_related("organisation").get(user=lead, role=Role.LEAD)
    with acting_as("seed"):
        for days, kind, title, people in SESSIONS:
            _session(lead, days, kind, title, people)


def _session(lead: User, days: int, kind: str, title: str, people: list[tuple[str, bool]]) -> None:
    held_on = timezone.localdate() - timedelta(days=days)
    actions.record(
        people=[
            Row(n, name, f"{name.split()[0].lower()}@example.org", attended=came)
            for n, (name, came) in enumerate(people)
        ],
        body=lead.acting.organisation,
        refresher_on=months_after(held_on, 24),
        by=lead,
        made={"key": uuid.uuid4(), "content_hash": "", "made_in": ""},
        held_on=held_on,
        kind=kind,
        title=title,
        trainer="Maud Specimen",
        place="Example Hall",
        area=Area.objects.filter(kind=Area.Kind.WARD).order_by("name").first(),
    )
