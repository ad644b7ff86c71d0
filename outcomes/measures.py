"""What the four figures count, and the counting. True counts live here for a moment and go nowhere but to the policy.

The base of all four: referrals **received** in a calendar month, by the ward the person lived in, leaving out people
under protection. Each of the others counts how many *of those* had come so far when the month was frozen:

- **contacted**: somebody spoke with the person, both ways (the referral moved to "contacted");
- **introduced**: the person was introduced to at least one group;
- **attended**: the person is counted as having gone to a session that was not called off. Of each source (person,
  organiser, companion, connector) the last answer counts, and "please ring me" is none. Somebody says that they went,
  and nobody of as much weight or more says that they did not: those who were there weigh alike, a connector who heard
  of it less. The rule is that of `referrals.going.evidence`, the same everywhere; see docs/going.md.

Who was introduced counts as contacted, and who attended as both, whatever was written down on the way: so each figure
is part of the one before. A person referred twice in a month counts twice.
"""

from collections import Counter
from datetime import date, datetime

from django.db.models import Exists, OuterRef, QuerySet

from connect.messaging import hours
from connect.places.models import Area
from outcomes.models import Measure
from outcomes.periods import MIDNIGHT, bounds
from referrals.going import counting
from referrals.models import Connection, Happened, Referral, ReferralEvent
from referrals.states import Answer, State

DEFINITIONS = 2  # the version of the words above; a release keeps the one it was counted by


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
            attended=Exists(counting.confirmed(Answer.WENT, until).filter(**mine)),
        )
        .values_list("ward", "contacted", "introduced", "attended")
    )
