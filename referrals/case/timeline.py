"""What has happened to somebody, newest first: steps, contact, notes, groups, tasks and visits, one line each."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.translation import gettext as _

from connect.people.models import User
from connect.templatetags import look
from referrals.case import doing, there
from referrals.case.models import Note, Task, Visit
from referrals.case.states import Kind
from referrals.models import Happened, Referral, ReferralEvent

KINDS = {
    Happened.CONTACT: Kind.CONTACT,
    Happened.CONNECTION: Kind.GROUP,
    Happened.INTRODUCTION: Kind.GROUP,
    Happened.ATTENDANCE: Kind.GROUP,
    Happened.CONSENT: Kind.YES,
}
LONG = 60  # lines before one is asked whether the rest is wanted
GOOD = ("went", "attending", "settled")


@dataclass(frozen=True)
class Entry:
    """One line: `what` in bold, `words` as they were written, `corrected` by what followed."""

    at: datetime
    kind: Kind
    by: str = ""
    what: str = ""
    words: str = ""
    is_good: bool = False
    corrects: tuple[str, UUID] | None = None  # ("attempt" or "note", key), while its writer may put it right
    corrected: list["Entry"] = field(default_factory=list)


@dataclass(frozen=True)
class Story:
    entries: list[Entry]
    tabs: list[tuple[str, object, int, bool]]
    more: int


def of(referral: Referral, user: User, kind: str = "", whole: bool = False) -> Story:
    """The same number of queries however long it is. `kind` is one of Kind, or "" for everything."""
    bring(referral)
    entries = [*_notes(referral, user), *_tasks(referral), *_visits(referral)]
    entries = sorted(entries, key=lambda one: one.at, reverse=True)
    counts = Counter(entry.kind for entry in entries)
    tabs = [("", _("Everything"), len(entries), not kind)]
    tabs += [(one.value, one.label, counts[one], one == kind) for one in Kind if counts[one]]
    chosen = [entry for entry in entries if kind in ("", entry.kind)]
    shown = chosen if whole else chosen[:LONG]
    return Story(shown, tabs, len(chosen) - len(shown))


def bring(referral: Referral) -> None:
    """Steps, notes, tasks and visits of this person, once, for the story and for all else on their page."""
    rows = {
        "events": ReferralEvent.objects.select_related("by", "attempt", "connection__service", "step_words__by"),
        "notes": Note.objects.select_related("by").order_by("at"),
        "tasks": Task.objects.select_related("owner", "done_by"),
        "visits": Visit.objects.select_related("who"),
    }
    for name in {"notes", "tasks", "visits"}:
        rows[name] = rows[name] if there.has(referral, name) else rows[name].none()
    prefetch_related_objects([referral], *(Prefetch(name, found) for name, found in rows.items()))


def _notes(referral: Referral, user: User) -> Iterator[Entry]:
    """Steps and contact from the events, and notes; what puts another right stands under that."""
    notes = referral.notes.all()
    after: dict[UUID, list[Entry]] = {}
    for note in notes:
        if about := note.corrects_attempt_id or note.corrects_note_id:
            after.setdefault(about, []).append(Entry(note.at, Kind.NOTE, note.by.name, words=note.words))
    for event in referral.events.all():
        yield _event(event, user, after)
    for note in notes:
        if not (note.corrects_attempt_id or note.corrects_note_id):
            yield _note(note, user, after)


def _event(event: ReferralEvent, user: User, after: dict[UUID, list[Entry]]) -> Entry:
    kind, by = KINDS.get(event.kind, Kind.STEP), event.by.name if event.by else ""
    if event.kind != Happened.CONTACT or event.attempt is None:
        return Entry(event.at, kind, by, words=event.sentence, is_good=event.to in GOOD)
    attempt = event.attempt
    said = _("reached") if attempt.reached else _("not reached")
    mine = ("attempt", attempt.pk) if doing.may_correct(attempt, user) else None
    what = f"{attempt.get_channel_display()}, {said}."
    corrected = after.get(attempt.pk, [])
    return Entry(event.at, kind, by, what, attempt.note, corrects=mine, corrected=corrected)


def _note(note: Note, user: User, after: dict[UUID, list[Entry]]) -> Entry:
    mine = ("note", note.pk) if doing.may_correct(note, user) else None
    return Entry(note.at, Kind.NOTE, note.by.name, words=note.words, corrects=mine, corrected=after.get(note.pk, []))


def _tasks(referral: Referral) -> Iterator[Entry]:
    for task in referral.tasks.all():
        if task.done_at:
            yield Entry(task.done_at, Kind.TASK, task.done_by.name if task.done_by else "", _("Done."), task.words)


def _visits(referral: Referral) -> Iterator[Entry]:
    for visit in referral.visits.all():
        if visit.left_at:
            said = _("Was there from %(day)s.") % {"day": look.moment(visit.arrived_at or visit.starts_at)}
            yield Entry(visit.left_at, Kind.TASK, visit.who.name, _("Visit over."), said)
