"""From an application to an approved volunteer, by steps: each with who took it and when, and nothing left out."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from connect.people.models import User
from referrals.actions import ReferralError
from referrals.befriending import applying, readiness
from referrals.befriending.models import BefriendingRules, Referee, Volunteer, VolunteerCheck, VolunteerLesson
from referrals.befriending.states import Stage
from referrals.safety import words as safety


class NotComplete(ReferralError):
    """Something is missing; `what` says what, in words."""

    def __init__(self, what: list[str]) -> None:
        super().__init__()
        self.what = what


class SaidBefore(ReferralError):
    """A referee has answered already."""


@transaction.atomic
def talked(volunteer: Volunteer, *, by: User, words: str = "") -> Volunteer:
    """Somebody of the team has spoken with them: what it is, what it is not, what they hope for."""
    return applying.step(volunteer, to=Stage.TALKED, by=by, words=words)


@transaction.atomic
def approve(volunteer: Volunteer, *, by: User, words: str = "") -> Volunteer:
    """They may be proposed to people now. Raises NotComplete, with what is missing."""
    rules = BefriendingRules.of(volunteer.team_id)
    whole = Volunteer.objects.with_all().get(pk=volunteer.pk)
    if lacking := readiness.missing(whole, rules, timezone.localdate()):
        raise NotComplete(lacking)
    at = {"approved_at": timezone.now(), "approved_by": by}
    return applying.step(volunteer, to=Stage.APPROVED, by=by, words=words, **at)


@transaction.atomic
def stand(volunteer: Volunteer, *, to: str, by: User, words: str = "") -> Volunteer:
    """They rest, leave, or are not taken this time; or talk with us again."""
    return applying.step(volunteer, to=to, by=by, words=words)


@transaction.atomic
def saw_check(volunteer: Volunteer, *, level: str, seen_on: date, by: User) -> VolunteerCheck:
    """Which certificate was seen, and until when that counts by our own policy. The same seen twice is one."""
    months = BefriendingRules.of(volunteer.team_id).recheck_months
    made = {"seen_by": by, "recheck_on": _months_after(seen_on, months)}
    row, _new = VolunteerCheck.objects.get_or_create(volunteer=volunteer, level=level, seen_on=seen_on, defaults=made)
    return row


@transaction.atomic
def taught(volunteer: Volunteer, *, title: str, held_on: date, by: User) -> VolunteerLesson:
    months = BefriendingRules.of(volunteer.team_id).refresher_months
    made = {"noted_by": by, "refresher_on": _months_after(held_on, months)}
    row, _new = VolunteerLesson.objects.get_or_create(volunteer=volunteer, title=title, held_on=held_on, defaults=made)
    return row


def _months_after(day: date, months: int) -> date:
    """The same day of the month, or the last of a shorter one."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month, min(day.day, last))


@transaction.atomic
def answered(referee: Referee, *, trusts: str, years: str, words: str, link_id: object) -> Referee:
    """What somebody who knows them says, by their link. A person reads it; the first answer stands."""
    said = {"trusts": trusts, "years": years, "words": words.strip(), "answered_at": timezone.now()}
    if not Referee.objects.filter(pk=referee.pk, answered_at=None).update(**said):
        raise SaidBefore
    safety.heard(words, team=referee.team, where="reference", link_id=link_id)
    referee.refresh_from_db()
    return referee
