"""What the house does by itself: the sweeps of the beat at a few hours of each day, and a post that reaches nobody."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from importlib import import_module

from celery.schedules import crontab
from django.conf import settings
from django.utils import timezone

from connect.celery import app
from connect.messaging import delivery, hours
from connect.messaging.senders import Refused, Sender
from outcomes.simulation import rates
from outcomes.simulation.chance import Dice

# As a house in use has them; a demo is quicker, so that whoever tries it need not wait.
AS_IN_USE = {"QUIET_HOURS": True, "WORD_SETTLES_SECONDS": 3600}
PULSES = [time(10, 5), time(14, 30), time(19, 30)]
# What somebody waits for comes with each of them; all else looks for lateness or counts, and comes once a day.
OFTEN = {
    "connect.messaging.tasks.deliver", "referrals.tasks.remind", "referrals.introductions.tasks.follow_introductions",
    "referrals.sessions.tasks.offer_places",
}  # fmt: skip
COUNTS_MONTHS = {"referrals.tasks.count_standing"}
# Not for a world without anybody outside: calls to other systems, drafts that the database itself dates.
LEFT_OUT = {"referrals.webhooks.tasks.call", "referrals.asking.tasks.erase_drafts"}
KNOCKS = "referrals.open_door.tasks.answer_knocks"
OURS = ("referrals.", "connect.messaging.", "outcomes.")
LAST = "connect.messaging.tasks.deliver"


class Nowhere(Sender):
    """A provider that takes nearly everything and hands it to nobody."""

    def send(self, reference: str, to: str, subject: str, body: str) -> str:
        if Dice(reference).happens(rates.NOT_ACCEPTED_BY_PROVIDER):
            raise Refused
        return reference

    def find(self, reference: str) -> None:
        return None


@contextmanager
def as_in_use() -> Iterator[None]:
    """Quiet hours are kept, and whatever leaves meanwhile leaves to nobody: the mailbox stays as it is."""
    ways = dict.fromkeys(("TEXT_SENDER", "EMAIL_SENDER"), f"{Nowhere.__module__}.{Nowhere.__name__}")
    before = {name: getattr(settings, name) for name in AS_IN_USE | ways}
    try:
        for name, value in (AS_IN_USE | ways).items():
            setattr(settings, name, value)
        yield
    finally:
        for name, value in before.items():
            setattr(settings, name, value)


def next_pulse(now: datetime) -> datetime:
    """When the sweeps run next."""
    today = timezone.localdate(now)
    coming = [hours.at(day, clock) for day in (today, today + timedelta(days=1)) for clock in PULSES]
    return next(moment for moment in coming if moment > now)


def days(tally: Callable[[str], None]) -> Iterator[datetime]:
    """Every day, for ever: each pulse what is due then."""
    while True:
        yield next_pulse(timezone.now())
        is_first = timezone.localtime().time() < PULSES[1]
        for name in tasks(is_first):
            run(name)
        tally("pulse")


def tasks(is_first: bool) -> list[str]:
    """Those of the beat that are due now, the post last."""
    today = timezone.localdate()
    due = [
        entry["task"]
        for entry in app.conf.beat_schedule.values()
        if entry["task"].startswith(OURS) and entry["task"] not in LEFT_OUT
        and _is_due(entry["schedule"], entry["task"], today, is_first)
    ]  # fmt: skip
    return sorted(set(due), key=lambda name: (name == LAST, name))


def _is_due(schedule: object, name: str, today: date, is_first: bool) -> bool:
    """Whatever its hour in the beat, it comes with a pulse here; what has days of its own, on those."""
    if name in OFTEN:
        return True
    if not is_first or (name in COUNTS_MONTHS and today.day != 1):
        return False
    return not isinstance(schedule, crontab) or today.day in schedule.day_of_month


def run(name: str) -> None:
    """As the worker does, in this process."""
    if name == LAST:
        delivery.sweep(seconds=3600)
        return
    module, _dot, function = name.rpartition(".")
    getattr(import_module(module), function).run()


def answer_knocks() -> None:
    """Somebody sits in front of a page and waits for their code: it is there a moment later."""
    run(KNOCKS)
    run(LAST)
