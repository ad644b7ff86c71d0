"""Coming in as a volunteer: the form without an account, an e-mail shown to be theirs, and what they change."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from connect.identity import acting_as
from connect.people.models import Team, User
from connect.places import find
from referrals.actions import NobodyServes, ReferralError
from referrals.asking import eligibility
from referrals.befriending.models import Referee, Volunteer, VolunteerStep
from referrals.befriending.states import Stage


class NotFrom(ReferralError):
    """From where this volunteer stands, that step does not follow."""


@transaction.atomic
def apply(*, made: Mapping[str, Any], spot: find.Spot, **said: Any) -> Volunteer:
    """Somebody without an account would like to be a friend to somebody. Raises NobodyServes where no team answers.

    Nothing is looked up for them: whoever is known already applies again, and the coordinator sees both.
    """
    team = _team_of(spot)
    with acting_as("front_door", key=made["key"]):
        volunteer = Volunteer.objects.create(
            team=team, ward=spot.ward, easting=spot.easting, northing=spot.northing, **said, **made
        )
        note(volunteer, Stage.APPLIED)
    return volunteer


def _team_of(spot: find.Spot) -> Team:
    """Volunteers are never turned away because a team takes nobody new: it needs them the more."""
    serving = [*eligibility.serving(spot), *eligibility.receiving(spot)]
    if not serving:
        raise NobodyServes
    return serving[0]


def note(volunteer: Volunteer, to: str, *, by: User | None = None, words: str = "") -> None:
    VolunteerStep.objects.create(volunteer=volunteer, to=to, by=by, words=words)


def step(volunteer: Volunteer, *, to: str, by: User | None, words: str = "", **changes: object) -> Volunteer:
    """The only writer of `stage`: one conditional update, then the line that says who and when."""
    was = volunteer.stage
    if not volunteer.can_move_to(to):
        raise NotFrom
    if not Volunteer.objects.filter(pk=volunteer.pk, stage=was).update(stage=to, **changes):
        raise NotFrom
    volunteer.refresh_from_db()
    note(volunteer, to, by=by, words=words)
    return volunteer


@transaction.atomic
def confirm(volunteer: Volunteer) -> Volunteer:
    """They pressed the button behind the letter: the address is theirs. Pressed twice, it is once."""
    if volunteer.stage != Stage.APPLIED:
        return volunteer
    return step(volunteer, to=Stage.CONFIRMED, by=None, confirmed_at=timezone.now())


@transaction.atomic
def name_referees(volunteer: Volunteer, people: Sequence[Mapping[str, str]], *, made: Sequence[Mapping[str, Any]],
                  by: User) -> list[Referee]:  # fmt: skip
    """Who may be asked about them. Each hears once, by a link of their own."""
    known = {one.email.lower() for one in volunteer.referees.all()}
    rows = [
        Referee(volunteer=volunteer, about=volunteer.name, team_id=volunteer.team_id, **one, **key)
        for one, key in zip(people, made, strict=True) if one["email"].lower() not in known
    ]  # fmt: skip
    return Referee.objects.bulk_create(rows)


@transaction.atomic
def change(volunteer: Volunteer, **said: object) -> Volunteer:
    """What they offer, when, how far: by themselves or by the team. Nobody else's words are in it."""
    Volunteer.objects.filter(pk=volunteer.pk).update(**said)
    volunteer.refresh_from_db()
    return volunteer


def nobody_there() -> str:
    """For whoever typed the postcode."""
    return _("No befriending team works there yet. Check the postcode, or ring us")
