"""What people in Kelderby looked for and did not find, so that the page about it has something to say."""

import random
from collections import Counter
from datetime import timedelta

from django.utils import timezone

from connect.identity import acting_as
from connect.places.models import Area
from directory.finding import actions, unfound
from directory.models import Gap, Need, Unfound
from directory.search import Eased
from directory.states import Missing

DAYS = 80
# What, in which ward, how it ended, and about how often in these days.
LOOKED_FOR = [
    ("snooker", "Larkfield", Eased.WORDS, 14),
    ("swimming", "Quayside", Eased.WORDS, 9),
    ("walking football", "Northgate", unfound.WIDENED, 11),
    ("audience:carers", "Beacon", Eased.FILTERS, 7),
    ("time:evening", "Hollin Park", Eased.FILTERS, 16),
    ("day:SU", "Hollin Park", Eased.FILTERS, 6),
    ("need:practical_help", "Tanners", unfound.WIDENED, 8),
    ("sewing", "Millrace", Eased.WORDS, 3),
    (unfound.OTHER, "Larkfield", Eased.WORDS, 12),
    (unfound.OTHER, "Northgate", Eased.WORDS, 2),
]
TOLD = [
    ("Somewhere to play snooker that is not a pub.", Missing.NOTHING, "something_to_do", "Larkfield"),
    ("My husband can only be left after six, and everything ends at four.", Missing.TIMES, "company", "Hollin Park"),
    ("The last bus back is before it ends.", Missing.NO_WAY_THERE, "getting_out", "Quayside"),
    ("", Missing.COST, "something_to_do", "Beacon"),
]


def load() -> None:
    """Once: what is counted afterwards is counted by whoever tries the demo."""
    wards = {area.name: area for area in Area.objects.filter(kind=Area.Kind.WARD, code__startswith="KELD")}
    if not Unfound.objects.exists():
        Unfound.objects.bulk_create(_counts(wards), ignore_conflicts=True)
    with acting_as("seed"):
        if not Gap.objects.exists():
            for words, reason, need, ward in TOLD:
                actions.note_gap(words=words, reason=reason, need=Need.objects.get(pk=need), area=wards.get(ward))


def _counts(wards: dict[str, Area]) -> list[Unfound]:
    by_chance = random.Random(1)  # noqa: S311 (the same counts on every machine)
    days = Counter((line, by_chance.randrange(DAYS)) for line in LOOKED_FOR for _n in range(line[3]))
    today = timezone.localdate()
    return [
        Unfound(day=today - timedelta(days=ago), area=wards.get(ward), words=words, eased=str(eased), times=times)
        for ((words, ward, eased, _n), ago), times in days.items()
    ]
