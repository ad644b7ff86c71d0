"""Writes on one person's page: what is next, notes, corrections and tasks."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from connect.people.models import User
from referrals import actions
from referrals.case.models import Note, Task
from referrals.models import ContactAttempt, Referral
from referrals.states import OPEN, Next

MAY_CORRECT_FOR = timedelta(hours=24)
# What a connector sets by hand; the others the house sets when something happens.
SETTABLE = [Next.RING, Next.CHOOSE, Next.INTRODUCE, Next.ASK, Next.REVIEW]


class ChangedMeanwhile(actions.ReferralError):
    """Somebody set something else after this page was drawn; `now` says what."""

    def __init__(self, now: Referral) -> None:
        super().__init__()
        self.now = now


class NotOpen(actions.ReferralError):
    """Nothing more is done for this person, so nothing is next."""


class TooLate(actions.ReferralError):
    """One's own note can be put right within a day; after that, write a new one."""


def seen_as(referral: Referral) -> str:
    """What is next, as a form carries it, to notice whether somebody changed it since."""
    return f"{referral.next_step}|{referral.next_on or ''}"


@transaction.atomic
def set_next(referral: Referral, *, step: str, on: date, seen: str, by: User) -> Referral:
    """What this person is owed next. `seen` is what stood there when the page was drawn."""
    now = actions.held(referral)
    if now.state not in OPEN:
        raise NotOpen
    if seen_as(now) != seen and (now.next_step, now.next_on) != (step, on):
        raise ChangedMeanwhile(now)
    actions.owe(now, step, on)
    return now


def write_note(
    referral: Referral,
    *,
    words: str,
    by: User,
    made: Mapping[str, object],
    corrects: Note | ContactAttempt | None = None,
) -> Note:
    """A sentence in the story. One that puts an earlier one right stands beside it; nothing is overwritten."""
    if corrects is not None and not may_correct(corrects, by):
        raise TooLate
    which = "corrects_attempt" if isinstance(corrects, ContactAttempt) else "corrects_note"
    more = {which: corrects} if corrects is not None else {}
    return Note.objects.create(referral=referral, words=words, by=by, **made, **more)


def may_correct(said: Note | ContactAttempt, by: User) -> bool:
    return said.by_id == by.pk and is_fresh(said.at)


def is_fresh(at: datetime) -> bool:
    return timezone.now() - at <= MAY_CORRECT_FOR


def add_task(
    referral: Referral, *, words: str, owner: User, due_on: date | None, by: User, made: Mapping[str, object]
) -> Task:
    """Somebody will do this by then; asked for twice with the same key, it is there once."""
    fresh = {"referral": referral, "words": words, "owner": owner, "due_on": due_on, "made_by": by, **made}
    task, _new = Task.objects.get_or_create(key=fresh.pop("key"), defaults=fresh)
    return task


def finish_task(task: Task, *, by: User) -> bool:
    """True when this press did it; a colleague's earlier press stands."""
    return bool(Task.objects.filter(pk=task.pk, done_at=None).update(done_at=timezone.now(), done_by=by))


def undo_task(task: Task) -> bool:
    """It was not done after all."""
    return bool(Task.objects.filter(pk=task.pk).exclude(done_at=None).update(done_at=None, done_by=None))
