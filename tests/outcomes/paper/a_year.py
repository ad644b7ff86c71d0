"""A year of Kelderby as it was released, written down as shown: for pages that read, and never count."""

from datetime import UTC, date, datetime

from connect.identity import acting_as
from outcomes.figures.lattice import Grain, Level
from outcomes.figures.models import Figure, Release, Told
from outcomes.figures.policy import ROUNDED

COUNTED = datetime(2026, 4, 21, tzinfo=UTC)
WHOLE = {
    "received": "120", "contacted": "100", "introduced": "80", "attended": "65", "settled": "30",
    "cohort": "110", "cohort_accepted": "100", "cohort_contacted": "95", "cohort_planned": "80",
    "cohort_introduced": "75", "cohort_attended": "60", "cohort_settled": "25",
    "offered": "90", "answer_known": "75", "went": "60", "did_not_go": "15", "not_known": "15",
    "reply_due": "80", "replied": "65", "recorded_needs": "150", "needs_unmet": "35",
    "chats": "640", "chats_asked": "455", "chats_not_asked": "185", "chats_assisted": "435", "chats_acted": "250",
    "chats_referred": "120", "chats_rather_not": "20", "chats_referred_half_a_year": "80", "chats_went": "45",
    "accepted_first_answered": "100", "accepted_first_ever": "45", "accepted_age_known": "110",
    "accepted_under_65": "55", "registered_workers": "60", "active_workers": "40", "trained_workers": "35",
    "trained_who_referred": "25",
}  # fmt: skip
CUTS = {
    "received_by_role": {"housing": "50", "nurse": "35", "police": "25", "shop": "*"},
    "chats_not_asked_by_reason": {"not_alone": "60", "unsure_how": "75", "no_time": "45", "not_mine": "*"},
}
WARDS = {
    "received": {"K01-1": "90", "K01-2": "30"}, "recorded_needs": {"K01-1": "90", "K01-2": "60"},
    "needs_unmet": {"K01-1": "10", "K01-2": "25"},
}  # fmt: skip
VALUES = {
    "comfort": (100, {"before": 2.6, "after": 3.8}),
    "comfort_housing": (40, {"before": 2.4, "after": 3.9}),
    "comfort_safety": (30, {"before": 2.1, "after": 3.6}),
}
SPOTS = {"K01": ("Kelderby", Level.WHOLE), "K01-1": ("Millrace", Level.WARD), "K01-2": ("Northgate", Level.WARD)}


def released(grain=Grain.YEAR, start=date(2025, 4, 1), **changed):
    """Nothing here was counted; `changed` puts other figures in the place of those of the whole."""
    with acting_as("freeze"):
        release = Release.objects.create(
            grain=grain, period=start, area_code="K01", area_name="Kelderby", policy=ROUNDED.name, definitions=1,
            counted_to=COUNTED.date(), frozen_at=COUNTED, frozen_by="freeze",
        )  # fmt: skip
        rows = [(key, "", "K01", shown) for key, shown in (WHOLE | changed).items()]
        rows += [(key, "", code, shown) for key, places in WARDS.items() for code, shown in places.items()]
        rows += [(key, category, "K01", shown) for key, cut in CUTS.items() for category, shown in cut.items()]
        Figure.objects.bulk_create(_figure(release, place, *row) for place, row in enumerate(rows))
        Told.objects.bulk_create(
            Told(release=release, value=key, place_code="K01", place_name="Kelderby", level=Level.WHOLE,
                 people=str(people), told=told)
            for key, (people, told) in VALUES.items()
        )  # fmt: skip
    return release


def _figure(release, position, count, category, code, shown):
    name, level = SPOTS[code]
    return Figure(
        release=release, position=position, count=count, category=category, place_code=code, place_name=name,
        level=level, rule=ROUNDED.name, shown=shown,
    )  # fmt: skip
