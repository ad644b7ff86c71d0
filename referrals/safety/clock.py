"""Working hours: nine to five on working days, where add_working_days would be a day too coarse."""

from datetime import datetime, time, timedelta

from connect.messaging import hours

OPENS, SHUTS = time(9), time(17)


def after(moment: datetime, count: float, nation: str) -> datetime:
    """The moment that many working hours later. What comes in at night starts at nine on the next working day."""
    left = timedelta(hours=count)
    at = _open(moment, nation)
    while (room := hours.days_from(at, 0, SHUTS) - at) < left:
        left -= room
        at = _open(hours.days_from(at, 1, OPENS), nation)
    return at + left


def _open(moment: datetime, nation: str) -> datetime:
    here = moment.astimezone(hours.LONDON)
    opens = hours.days_from(here, 0, OPENS)
    if here < opens:
        here = opens
    elif here >= hours.days_from(here, 0, SHUTS):
        here = hours.days_from(here, 1, OPENS)
    while not hours.is_working_day(here.date(), nation):
        here = hours.days_from(here, 1, OPENS)
    return here
