"""Who reaches whom: through which door people came, and to what kind of group they were introduced."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from connect.people.roles import Job
from directory.states import Kind as Group
from outcomes.figures.counting import WHOLE, Count, Cut, Span, Thing
from outcomes.figures.counts import going
from outcomes.figures.counts.asked import ORGANISATIONS, nameless
from referrals.states import Source

OTHER = "other"
# Doors and kinds are few on purpose: with more of either, most of the cells would be hidden.
DOORS = {
    "health": (_("Health"), (Job.GP, Job.NURSE)),
    "social_care": (_("Social care"), (Job.SOCIAL_CARE,)),
    "housing": (_("Housing"), (Job.HOUSING,)),
    "streets": (_("Police and fire"), (Job.POLICE, Job.FIRE)),
    "community": (_("Charities, faith, libraries, shops"), (Job.VOLUNTARY, Job.FAITH, Job.LIBRARY, Job.SHOP)),
    OTHER: (_("Other workers"), (Job.JOB_CENTRE, Job.OTHER)),
    "self": (_("People themselves, their families"), (Source.SELF, Source.FAMILY)),
}
KINDS = {
    "groups": (_("Groups"), (Group.GROUP, Group.COMMUNITY)),
    "activities": (_("Things to do"), (Group.ACTIVITY, Group.VOLUNTEERING, Group.VENUE)),
    "befriending": (_("Befriending"), (Group.BEFRIENDING, Group.MENTORING)),
    "support": (_("Advice and support"), (Group.CONNECTOR, Group.ADVICE, Group.TRANSPORT)),
}
DOOR_OF = {one.value: door for door, (_title, ones) in DOORS.items() for one in ones}
KIND_OF = {one.value: kind for kind, (_title, ones) in KINDS.items() for one in ones}
BETWEEN = ">"
WAYS = Cut(
    "way",
    _("Who asked, and kind of group"),
    tuple(
        (f"{door}{BETWEEN}{kind}", format_lazy("{} → {}", from_, to))
        for door, (from_, _jobs) in DOORS.items()
        for kind, (to, _kinds) in KINDS.items()
    ),
)


def by_way(span: Span) -> Iterator[Thing]:
    for row in going.introduced(span):
        door = DOOR_OF.get(row.referral__source) or DOOR_OF.get(row.referral__referrer_job, OTHER)
        kind = KIND_OF.get(row.service__kind, "groups")
        yield Thing(row.referral__ward, f"{door}{BETWEEN}{kind}", row.referral__person)


def by_organisation(rows: Iterable[Any]) -> Iterator[Thing]:
    for row in rows:
        name = row.referral__referring_organisation__name or nameless()
        yield Thing(row.referral__ward, name, row.referral__person)


COUNTS = [
    Count(
        key="introductions_by_way", title=_("Introductions, by who asked and kind of group"), total="introductions",
        cut=WAYS, shape=WHOLE, counted=by_way,
    ),
    Count(
        key="offered_by_organisation", title=_("Expected at a first session, by the organisation that asked"),
        total="offered", cut=ORGANISATIONS, shape=WHOLE, counted=lambda span: by_organisation(going.offered(span)),
    ),
    Count(
        key="went_by_organisation", title=_("Went, by the organisation that asked"), total="went",
        part_of="offered_by_organisation", cut=ORGANISATIONS, shape=WHOLE,
        counted=lambda span: by_organisation(row for row in going.offered(span) if row.yes),
    ),
]  # fmt: skip
