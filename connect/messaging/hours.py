"""When we may write to somebody, and what a working day is, in each nation of the United Kingdom."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

LONDON = ZoneInfo("Europe/London")  # all four nations keep this clock
MORNING, EVENING = time(9), time(20)
ONE_DAY = timedelta(days=1)
CODES = {"england": "ENG", "scotland": "SCT", "wales": "WLS", "northern-ireland": "NIR"}


def at(day: date, clock: time) -> datetime:
    """What the clock on the wall shows that day. A time the March change leaves out becomes the hour after it."""
    return datetime.combine(day, clock, LONDON).astimezone(UTC).astimezone(LONDON)


def days_from(moment: datetime, days: int, clock: time) -> datetime:
    """So many dates on (or back), at that clock time. Never by 24 hours: two days a year have 23 or 25."""
    return at(_local(moment).date() + days * ONE_DAY, clock)


def day_before(moment: datetime, clock: time = time(10)) -> datetime:
    return days_from(moment, -1, clock)


def evening_of(moment: datetime) -> datetime:
    """When that day's writing ends: a note that says "tomorrow" is wrong after it."""
    return at(_local(moment).date(), EVENING)


def allowed(moment: datetime, nation: str | None = None) -> bool:
    """Between 9am and 8pm; with a nation, not on its bank holidays either (a reminder could not wait for those)."""
    here = _local(moment)
    return MORNING <= here.time() < EVENING and not (nation and is_bank_holiday(here.date(), nation))


def next_allowed(moment: datetime, nation: str | None = None) -> datetime:
    if allowed(moment, nation):
        return moment
    here = _local(moment)
    morning = at(here.date() if here.time() < MORNING else here.date() + ONE_DAY, MORNING)
    while not allowed(morning, nation):
        morning = days_from(morning, 1, MORNING)
    return morning


def is_bank_holiday(day: date, nation: str) -> bool:
    return day in _bank_holidays(CODES[nation])


def is_working_day(day: date, nation: str) -> bool:
    return day.weekday() < 5 and not is_bank_holiday(day, nation)


def add_working_days(day: date, count: int, nation: str) -> date:
    """The count-th working day after that day; with 0, that day itself or the first working day after it."""
    if count < 0:
        raise ValueError("working days are counted forwards")
    for _ in range(count):
        day = _on_or_after(day + ONE_DAY, nation)
    return _on_or_after(day, nation)


def _on_or_after(day: date, nation: str) -> date:
    while not is_working_day(day, nation):
        day += ONE_DAY
    return day


def _local(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return moment.astimezone(LONDON)


@lru_cache(maxsize=len(CODES))
def _bank_holidays(code: str) -> holidays.HolidayBase:
    """Years are worked out when first asked for."""
    return holidays.country_holidays("GB", subdiv=code)
