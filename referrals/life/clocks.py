"""Working days, counted from a referral's own start: when an answer is due, and from which day on something is late."""

from datetime import date, datetime, time, timedelta

from django.db.models import DateTimeField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from connect.messaging import hours
from connect.people.models import Scheme, Team
from referrals.models import Happened, Referral, ReferralEvent
from referrals.states import State

SAME_DAY_UNTIL = time(12)  # an urgent referral before noon is answered that day, a later one the next working day
STARTS_ANEW = Q(was__in=[State.RETURNED, State.CLOSED, State.WITHDRAWN, State.PAUSED])  # the first is submitted_at


def answer_by(team: Team, *, urgent: bool, now: datetime | None = None) -> date:
    """The day by which a new referral is accepted or given back."""
    here = timezone.localtime(now)
    if not urgent:
        return hours.add_working_days(here.date(), team.scheme.decide_days, team.organisation.nation)
    days = 0 if here.time() < SAME_DAY_UNTIL else 1
    return hours.add_working_days(here.date(), days, team.organisation.nation)


def contact_by(referral: Referral) -> date:
    """The day by which whoever accepted has spoken with them: so many days after it came, or the next, if later."""
    today, nation = timezone.localdate(), referral.team.organisation.nation
    if referral.urgent:
        return hours.add_working_days(today, 1, nation)
    came = timezone.localdate(referral.submitted_at)
    promised = hours.add_working_days(came, referral.team.scheme.contact_days, nation)
    return max(promised, hours.add_working_days(today, 1, nation))


def in_days(team: Team, days: int) -> date:
    return hours.add_working_days(timezone.localdate(), days, team.organisation.nation)


def last_day(days: int, scheme: Scheme, today: date | None = None) -> date:
    """The last day from which `days` working days have passed by today: whatever began then or earlier is due."""
    today = today or timezone.localdate()
    day = today
    while hours.add_working_days(day, days, scheme.organisation.nation) > today:
        day -= timedelta(days=1)
    return day


def with_start(rows: QuerySet[Referral]) -> QuerySet[Referral]:
    """`began_at`: when its clock was last set going: sent, sent again, taken up again."""
    starts = ReferralEvent.objects.filter(STARTS_ANEW, referral=OuterRef("pk"), kind=Happened.MOVED).order_by("-at")
    latest = Subquery(starts.values("at")[:1], output_field=DateTimeField())
    return rows.annotate(began_at=Coalesce(latest, "submitted_at"))


def days_ago(team: Team, days: int) -> date:
    """The last day from which so many working days have passed by today."""
    return last_day(days, team.scheme)
