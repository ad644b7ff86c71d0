"""What the four figures count, and the counting. True counts live here for a moment and go nowhere but to the policy.

The base of all four: referrals **received** in a calendar month, by the ward the person lived in, leaving out people
under protection. Each of the others counts how many *of those* had come so far when the month was frozen:

- **contacted**: somebody spoke with the person, both ways (the referral moved to "contacted");
- **introduced**: the person was introduced to at least one group;
- **attended**: somebody says the person went to a session that was not called off. Of each source (person, organiser,
  connector, companion) the last answer counts, and "please ring me" is none. Where sources differ, the organiser's
  answer counts; if the organiser has said nothing, it does not count as attended.

Who was introduced counts as contacted, and who attended as both, whatever was written down on the way: so each figure
is part of the one before. A person referred twice in a month counts twice.
"""

from collections import Counter
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from connect.messaging import hours
from connect.places.models import Area
from outcomes.models import Measure
from outcomes.periods import MIDNIGHT, bounds
from referrals.models import Attendance, Connection, Happened, Occasion, Referral, ReferralEvent
from referrals.states import Answer, Says, State

DEFINITIONS = 1  # the version of the words above; a release keeps the one it was counted by


def wards_of(authority: Area) -> list[Area]:
    return list(authority.parts.filter(kind=Area.Kind.WARD).order_by("name", "code"))


def counts(month: date, wards: list[Area], counted_to: date) -> list[list[int]]:
    """For each measure, in order, the true count in each ward."""
    reached = Counter(
        (ward, step)
        for ward, *steps in _cohort(month, wards, hours.at(counted_to, MIDNIGHT))
        for step in range(_furthest(steps) + 1)
    )
    return [[reached[ward.pk, step] for ward in wards] for step in range(len(Measure))]


def _furthest(steps: list[bool]) -> int:
    """The last step reached; 0 is received."""
    return max((place for place, reached in enumerate(steps, start=1) if reached), default=0)


def _cohort(month: date, wards: list[Area], until: datetime) -> QuerySet:
    """(ward, contacted, introduced, attended) for each referral received in the month."""
    start, end = bounds(month)
    mine = {"referral": OuterRef("pk")}
    return (
        Referral.objects.filter(submitted_at__gte=start, submitted_at__lt=end, ward__in=wards, person__restricted=False)
        .annotate(
            contacted=Exists(
                ReferralEvent.objects.filter(**mine, kind=Happened.MOVED, to=State.CONTACTED, at__lt=until)
            ),
            introduced=Exists(Connection.objects.filter(**mine, introduced_at__lt=until)),
            attended=Exists(_attended(until).filter(**mine)),
        )
        .values_list("ward", "contacted", "introduced", "attended")
    )


def _attended(until: datetime) -> QuerySet[Occasion]:
    said = Attendance.objects.filter(said_at__lt=until).exclude(answer=Answer.RING)
    later = said.filter(occasion=OuterRef("occasion"), said_by=OuterRef("said_by"), said_at__gt=OuterRef("said_at"))
    last = said.exclude(Exists(later)).filter(occasion=OuterRef("pk"))
    went = last.filter(answer=Answer.WENT)
    agreed = ~Exists(last.filter(answer=Answer.NOT)) | Exists(went.filter(said_by=Says.ORGANISER))
    return Occasion.objects.filter(Q(Exists(went)) & agreed, called_off_at=None)
