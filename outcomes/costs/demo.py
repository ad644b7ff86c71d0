"""The demo's costs for the year and more behind us, and who lives in made-up Kelderby. The scenario stays off."""

from datetime import date

from django.utils import timezone

from connect.identity import acting_as
from connect.people.demo import address
from connect.people.models import Membership, User
from connect.places.models import Area
from outcomes.costs import actions
from outcomes.costs.models import Cost
from outcomes.costs.states import Kind
from outcomes.figures.counts.fairness import GROUPS, UNKNOWN
from referrals.actions import new_key

A_YEAR = {
    Kind.PAY: 84_000, Kind.ON_COSTS: 19_300, Kind.TRAVEL: 2_400, Kind.MANAGEMENT: 14_500, Kind.OVERHEADS: 11_200,
}  # fmt: skip
LIVES_HERE = {
    "age": (35_400, 16_900, 7_600, 4_800, 2_100), "sex": (34_100, 32_700),
    "ethnic": (55_300, 3_400, 1_500, 4_400, 1_300, 900), "disabled": (12_700, 54_100), "gender": (62_600, 300),
    "religion": (28_700, 30_100, 3_600, 1_200), "orientation": (51_200, 1_900), "carer": (5_900, 58_200),
}  # fmt: skip
YEARS = 3


def load() -> None:
    """Once."""
    if Cost.objects.exists():
        return
    tess = _user("Tess Orme")
    with acting_as("seed"):
        for area in actions.areas(tess, everywhere=False):
            for first, last in _years(timezone.localdate()):
                _spent(area, first, last, tess)
            _people(area, tess)


def _years(today: date) -> list[tuple[date, date]]:
    """Financial years, the running one up to this month."""
    began = today.year - (today.month < 4)
    this = today.replace(day=1)
    return [(date(year, 4, 1), min(date(year + 1, 3, 1), this)) for year in range(began - YEARS + 1, began + 1)]


def _spent(area: Area, first: date, last: date, by: User) -> None:
    months = 1 + 12 * (last.year - first.year) + last.month - first.month
    for kind, pounds in A_YEAR.items():
        said = {"kind": kind, "pounds": round(pounds * months / 12), "words": "Made up, like all of Kelderby"}
        actions.enter(area, first_month=first, last_month=last, **said, by=by, made=new_key())


def _people(area: Area, by: User) -> None:
    for group, people in LIVES_HERE.items():
        codes = [code for code, _title in GROUPS[group].cut.categories if code != UNKNOWN]
        said = {"people": dict(zip(codes, people, strict=True)), "source": "Made up, like all of Kelderby"}
        actions.count_group(area, group=group, **said, by=by, made=new_key())


def _user(name: str) -> User:
    user = User.objects.get(email=address(name))
    user.acting = Membership.objects.current().filter(user=user).first()
    return user
