"""What the house does by itself: the sweeps of the beat at a few hours of each day, and a post that reaches nobody."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from importlib import import_module
from uuid import UUID

from celery.schedules import crontab
from django.conf import settings
from django.utils import timezone

from connect import one_by_one
from connect.celery import app
from connect.identity import acting_as
from connect.messaging import delivery, hours
from connect.messaging.models import Message
from connect.messaging.senders import Refused, Sender
from connect.messaging.states import State
from outcomes.simulation import rates
from outcomes.simulation.chance import Dice
from referrals.open_door import answering
from referrals.open_door.models import Knock

# As a house in use has them; a demo is quicker, so that whoever tries it need not wait.
AS_IN_USE = {"QUIET_HOURS": True, "WORD_SETTLES_SECONDS": 3600}
PULSES = [time(10, 5), time(16, 30)]
# What somebody waits for comes with each of them; all else looks for lateness or counts, and comes once a day.
OFTEN = {"referrals.tasks.remind"}  # and the post, which comes last
# What counts whole months finds the same on any day after they have ended: on that day of the month.
ON_THE = {"referrals.tasks.count_standing": 1, "outcomes.tasks.freeze": 20}
# Not for a world without anybody outside: calls to other systems, drafts that the database itself dates, texts that
# nobody sends, visits that nobody plans, the morning's e-mail of what lies ready. Knocks are answered while one waits.
LEFT_OUT = {
    "referrals.webhooks.tasks.call", "referrals.asking.tasks.erase_drafts", "referrals.open_door.tasks.answer_knocks",
    "referrals.open_door.tasks.forget_knocks", "connect.messaging.inbound.tasks.deal_with_texts",
    "connect.messaging.inbound.tasks.forget_texts", "referrals.case.tasks.raise_visit_alarms",
    "referrals.reminding.tasks.good_morning",
}  # fmt: skip
# Where the work is, a row at a time, and each row's work stays with it and its group.
BY_ROW = OFTEN | {
    "referrals.introductions.tasks.follow_introductions", "referrals.sessions.tasks.offer_places",
    "referrals.following.tasks.follow_silence", "referrals.sessions.tasks.keep_up",
    "referrals.accompanying.tasks.ask_companions", "referrals.safety.tasks.tell_readers",
}  # fmt: skip
# What moves no referral's day and reads nothing that the others write.
BESIDE = {
    "referrals.sessions.tasks.tell_of_tomorrow", "referrals.hearing.tasks.write_letters",
    "referrals.befriending.tasks.follow_befriending", "referrals.befriending.tasks.follow_volunteers",
    "referrals.befriending.tasks.befriending_digest",
}  # fmt: skip
OURS = ("referrals.", "connect.messaging.", "connect.people.training.", "outcomes.")
POST = "connect.messaging.tasks.deliver"


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


def sweep(is_mine: Callable[[object], bool]) -> None:
    """What is due by itself with this pulse, apart from the post: of those that go row by row, the rows of one part."""
    plain = one_by_one._alone
    one_by_one._alone = lambda key, *more: plain(key, *more) if is_mine(key) else 0
    try:
        for name in filter(BY_ROW.__contains__, _now()):
            run(name)
    finally:
        one_by_one._alone = plain


def sweep_whole() -> None:
    """What goes through all at once, or finds little."""
    for name in _now():
        if name not in BY_ROW | BESIDE:
            run(name)


def sweep_beside() -> None:
    """What another part can do at that same moment."""
    for name in filter(BESIDE.__contains__, _now()):
        run(name)


def _now() -> list[str]:
    return tasks(is_first=timezone.localtime().time() < PULSES[1])


def tasks(is_first: bool) -> list[str]:
    """Those of the beat that are due now, in an order of their own."""
    today = timezone.localdate()
    due = [
        entry["task"]
        for entry in app.conf.beat_schedule.values()
        if entry["task"].startswith(OURS) and entry["task"] not in LEFT_OUT
        and _is_due(entry["schedule"], entry["task"], today, is_first)
    ]  # fmt: skip
    return sorted(set(due) - {POST})


def _is_due(schedule: object, name: str, today: date, is_first: bool) -> bool:
    """Whatever its hour in the beat, it comes with a pulse here; what has days of its own, on those."""
    if name in OFTEN:
        return True
    if not is_first or today.day != ON_THE.get(name, today.day):
        return False
    return not isinstance(schedule, crontab) or today.day in schedule.day_of_month


def run(name: str) -> None:
    """As the worker does, in this process."""
    module, _dot, function = name.rpartition(".")
    getattr(import_module(module), function).run()


def post() -> int:
    """All that is due leaves; several may do it at once, each message is taken by one. How many were refused."""
    return delivery.sweep(seconds=3600)[State.FAILED]


def answer(knock: UUID) -> None:
    """Somebody sits in front of a page and waits for a code or a letter: it is there a moment later."""
    with acting_as("clocks"):
        answering._once(knock)
        links = list(Knock.objects.filter(pk=knock).values_list("link", flat=True))
    with acting_as("delivery"):
        waiting = Message.objects.filter(link__in=links, state=State.QUEUED, due_at__lte=timezone.now())
        for message in waiting.select_related("link").order_by("due_at", "id"):
            message.state, message.attempts = State.SENDING, 1
            message.lease_until = timezone.now() + delivery.lease()
            message.save(update_fields=["state", "attempts", "lease_until"])
            delivery.deliver(delivery.Claim(message, half_way=False))
