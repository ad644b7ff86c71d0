"""How long somebody in the queue waits, as it was for those before them; and nothing where that says too little."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from connect.identity import acting_as
from connect.messaging import hours
from connect.people.models import Team
from referrals.models import Happened, ReferralEvent
from referrals.states import State

ENOUGH, LATEST = 8, 20


@dataclass(frozen=True)
class Wait:
    """In working days; `count` people stand behind it. None of it where they are too few."""

    count: int
    middle: float | None = None
    shortest: int | None = None
    longest: int | None = None

    @property
    def words(self) -> str:
        if self.middle is None:
            return _("Too early to say: fewer than %(enough)s have left this queue so far.") % {"enough": ENOUGH}
        usual = _("Most are taken on the day they come, by how it was for the last %(count)s;")
        if self.middle >= 1:
            usual = ngettext(
                "Half are taken on within %(days)s working day, by how it was for the last %(count)s;",
                "Half are taken on within %(days)s working days, by how it was for the last %(count)s;",
                round(self.middle),
            )
        said = {"days": f"{self.middle:g}", "count": self.count} | {
            "from": _after(self.shortest),
            "to": _after(self.longest),
        }
        return f"{usual} {_('the quickest %(from)s, the slowest %(to)s.')}" % said


def _after(days: int) -> str:
    if not days:
        return _("on the same day")
    return ngettext("after %(n)s working day", "after %(n)s working days", days) % {"n": days}


def wait_of(team: Team) -> Wait:
    """The median of the last eight or more (twenty at most) whom that team accepted, with the range.

    Counted over the whole team whoever asks, because a connector sees only their own; nothing but numbers comes back.
    """
    with acting_as("clocks"):
        left = ReferralEvent.objects.filter(kind=Happened.MOVED, was=State.SUBMITTED, to=State.ACCEPTED)
        rows = list(
            left.filter(referral__team=team).order_by("-at").values_list("referral__submitted_at", "at")[:LATEST]
        )
    return of(rows, team.organisation.nation)


def of(rows: Sequence[tuple[datetime, datetime]], nation: str) -> Wait:
    """The same of any line: (came, left) of those who have left it, the latest first."""
    if len(rows) < ENOUGH:
        return Wait(len(rows))
    days = [_working_days(came, left, nation) for came, left in rows]
    return Wait(len(days), median(days), min(days), max(days))


def _working_days(came: object, left: object, nation: str) -> int:
    """The same day is none."""
    day, until, count = timezone.localdate(came), timezone.localdate(left), 0
    while (following := hours.add_working_days(day, 1, nation)) <= until:
        day, count = following, count + 1
    return count
