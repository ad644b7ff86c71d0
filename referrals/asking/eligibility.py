"""Whether there is somebody who may help, and who: asked before any other question, whoever asks and for whom."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connect.people.models import Team, Tenant, User
from connect.people.running import defaults
from connect.places import find
from directory.finding.actions import note_gap
from directory.states import Missing, Source

OLDEST = 120
HALF_A_POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9 ]{0,5}")


class Blocked(models.TextChoices):
    """Why nobody can take a referral now. Each has a door of its own to go to instead."""

    NOWHERE = "nowhere", gettext_lazy("No team of connectors serves that place")
    YOUNGER = "younger", gettext_lazy("They are younger than those the team there may help")
    OLDER = "older", gettext_lazy("They are older than those the team there may help")
    FULL = "full", gettext_lazy("The team there takes nobody new for now")
    NO_ACCOUNT = "no_account", gettext_lazy("The team there is asked by workers with an account")
    NOT_THEMSELVES = "themselves", gettext_lazy("The team there is asked by workers")


GAPS = {
    Blocked.NOWHERE: Missing.NOTHING, Blocked.YOUNGER: Missing.NOT_FOR, Blocked.OLDER: Missing.NOT_FOR,
    Blocked.FULL: Missing.FULL, Blocked.NO_ACCOUNT: Missing.OTHER, Blocked.NOT_THEMSELVES: Missing.OTHER,
}  # fmt: skip


@dataclass(frozen=True)
class Fit:
    """The team that would answer; or, with `why`, the team that would have and the reason it may not."""

    spot: find.Spot
    team: Team | None
    why: str = ""
    age: int | None = None
    is_default: bool = False  # no team serves that ward; this one receives what comes from there

    @property
    def is_blocked(self) -> bool:
        return bool(self.why)

    @property
    def reason(self) -> str:
        return str(Blocked(self.why).label) if self.why else ""

    @property
    def door(self) -> str:
        """Who is right for them instead, as the scheme puts it; "" when it says nothing."""
        return self.team.scheme.younger_go_to if self.team and self.why == Blocked.YOUNGER else ""

    @property
    def phone(self) -> str:
        """Somebody answers there, whatever the reason."""
        return (self.team and self.team.phone) or Tenant.current().phone


def check(place: str, *, age: int | None = None, without_account: bool = False, themselves: bool = False) -> Fit:
    """Who would answer for somebody of this age at this place; with `why` when nobody may.

    `place` is a postcode, a street or a ward; raises places.find.PlaceError, with words for whoever typed, where it is
    unknown or spreads over several wards. Without an age, age keeps nobody out: the connector asks.
    """
    spot = locate(place)
    found = [(team, _why_not(team, age, without_account, themselves)) for team in serving(spot)]
    by_default = not found
    if by_default:
        found = [(team, _why_not(team, age, without_account, themselves, full=False)) for team in receiving(spot)]
    found.sort(key=lambda one: _order(one[1]))
    team, why = found[0] if found else (None, Blocked.NOWHERE)
    return Fit(spot, team, why, age, by_default and team is not None)


def locate(place: str) -> find.Spot:
    """A spot whose ward is known: without one, nobody could say which team answers.

    Half a postcode is taken for a slip of the hand, even where all of it lies in one ward.
    """
    if HALF_A_POSTCODE.fullmatch(place.strip().upper()) and not is_whole(place):
        raise find.MalformedPostcode(
            _("Enter a full postcode, like %(example)s, or the name of the ward") % {"example": find.EXAMPLE}
        )
    spot = find.locate(place)
    if spot.ward is None:
        raise find.UnknownPlace(_("Enter a postcode, or the name of the ward"))
    return spot


def is_whole(place: str) -> bool:
    try:
        return bool(find.normalise(place))
    except find.MalformedPostcode:
        return False


def serving(spot: find.Spot) -> QuerySet[Team]:
    return (
        Team.objects.filter(areas=spot.ward, scheme__closed_at=None)
        .select_related("organisation", "scheme")
        .order_by("name", "pk")
    )


def receiving(spot: find.Spot) -> list[Team]:
    """Whoever receives what comes from a ward that no team serves, the nearest first."""
    return defaults.for_area(spot.ward)


def _why_not(team: Team, age: int | None, without_account: bool, themselves: bool, *, full: bool = True) -> str:
    """`full`: whether being full keeps anybody out. Not where otherwise nobody at all would answer."""
    scheme = team.scheme
    if age is not None and age < scheme.lowest_age:
        return Blocked.YOUNGER
    if age is not None and scheme.highest_age is not None and age > scheme.highest_age:
        return Blocked.OLDER
    if themselves and not scheme.takes_self_referrals:
        return Blocked.NOT_THEMSELVES
    if without_account and not (themselves or scheme.takes_without_account):
        return Blocked.NO_ACCOUNT
    return Blocked.FULL if full and team.full_until and team.full_until > timezone.localdate() else ""


def _order(why: str) -> int:
    """A team that takes them comes first; then the reason that says most about what is missing there."""
    return 0 if not why else 1 + Blocked.values.index(why)


def note_blocked(fit: Fit, *, by: User | None, made: Mapping[str, Any] | None = None) -> None:
    """Somebody was wanted help for and there was none: counted where a commissioner looks, without a name."""
    aged = " " + _("Aged %(age)s.") % {"age": fit.age} if fit.age is not None else ""
    note_gap(
        by=by, source=Source.REFERRAL, reason=GAPS[Blocked(fit.why)], area=fit.spot.ward,
        words=f"{fit.reason}.{aged}", made=made,
    )  # fmt: skip
