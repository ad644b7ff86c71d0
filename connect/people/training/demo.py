"""Two afternoons of training in the demo borough: who came, who did not, and whose refresher is due. All invented."""

import uuid
from datetime import time, timedelta

from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import hours
from connect.people.models import Membership, User
from connect.people.roles import Role
from connect.people.training import actions
from connect.people.training.booking import keeping
from connect.people.training.booking.models import Booking
from connect.people.training.competencies import actions as competencies
from connect.people.training.competencies.models import Competency
from connect.people.training.kinds import months_after
from connect.people.training.models import TrainingSession
from connect.people.training.pasting import Row
from connect.people.training.states import Place
from connect.places.models import Area

SESSIONS = [
    (720, "mecc", "The first afternoon", [("Ravi Lunt", True), ("Otis Fenn", True), ("Wanda Pike", True)]),
    (200, "mecc", "Making it count, in an hour", [("Rosa Marsh", True), ("Una Bray", True), ("Basil Knott", False)]),
]
# days from today, kind, title, places, who has one or waits
COMING = [
    (9, "mecc", "Making it count, in an hour", 12, ["Ravi Lunt"]),
    (16, "buddy", "Phones and computers: being a buddy", 2, ["Colm Dace", "Dev Rao", "Rosa Marsh"]),
    (30, "summit", "Admins’ summit", 40, []),
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
        for days, kind, title, places, names in COMING:
            _planned(lead, days, kind, title, places, names)
        competencies.take_up_preset()
        _rated("Rosa Marsh", [3, 2, 2])


def _rated(name: str, levels: list[int]) -> None:
    user = _acting(name)
    if user:
        competencies.rate(levels=dict(zip(Competency.objects.now(), levels, strict=False)), by=user)


def _acting(name: str) -> User | None:
    """Whoever of the demo's cast has that name, in their first role."""
    member = Membership.objects.filter(user__email=f"{name.split()[0].lower()}@example.org").order_by("starts_at")
    found = member.select_related("user", "organisation").first()
    if found:
        found.user.acting = found
    return found.user if found else None


def _planned(lead: User, days: int, kind: str, title: str, places: int, names: list[str]) -> None:
    day = timezone.localdate() + timedelta(days=days)
    session = keeping.plan(
        by=lead, made={"key": uuid.uuid4(), "content_hash": "", "made_in": ""}, kind=kind, title=title, places=places,
        starts_at=hours.at(day, time(10)), ends_at=hours.at(day, time(12)), place="Example Hall",
        about="How to begin, what to listen for, and what there is nearby.", trainer="Maud Specimen",
        trainer_email="maud@example.org", getting_there="No steps. The bus stops at the door.",
    )  # fmt: skip
    for n, user in enumerate(filter(None, map(_acting, names))):  # as rows: the demo's mailbox stays as it is
        Booking.objects.create(
            session=session, kept_by=session.kept_by, user=user, name=user.name, email=user.email, before=2,
            organisation=user.acting.organisation, joined_at=timezone.now() + timedelta(seconds=n),
            state=Place.BOOKED if n < places else Place.WAITING,
        )  # fmt: skip


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
