"""The list that a team can act on: own people only, each row with the way to where it is mended."""

from dataclasses import dataclass

from django.urls import reverse

from connect.people.models import User
from outcomes.quality.checks import CHECKS, Check, Rows
from referrals.models import Referral
from referrals.states import OPEN, State

A_PAGE = 100  # of each check: whoever has more begins at the top


@dataclass(frozen=True)
class Found:
    check: Check
    count: int
    rows: list[tuple[Referral, str]]

    @property
    def more(self) -> int:
        return self.count - len(self.rows)


def mine(user: User) -> Rows:
    """Those in somebody's hands, and those lately finished: what is over for good is nobody's to mend."""
    return Referral.objects.caseload_of(user).filter(state__in=[*OPEN, State.CLOSED])


def listed(user: User, only: str = "") -> list[Found]:
    """Two questions a check; checks that find nobody are left out."""
    found = [_found(check, check.find(mine(user))) for check in CHECKS if only in ("", check.key)]
    return [one for one in found if one.count]


def _found(check: Check, rows: Rows) -> Found:
    count = rows.count()
    shown = rows.select_related("person", "connector").order_by("next_on", "submitted_at")[:A_PAGE] if count else []
    return Found(check, count, [(one, address(check, one)) for one in shown])


def address(check: Check, referral: Referral) -> str:
    return reverse(check.page, args=[referral.pk]) + (f"#{check.part}" if check.part else "")


def counted(user: User) -> int:
    """Rows on the list, in one question: somebody of whom two things are wrong counts twice, as they stand there."""
    first, *others = [check.find(mine(user)).order_by().values("pk") for check in CHECKS]
    return first.union(*others, all=True).count()
