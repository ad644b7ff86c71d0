"""A note is written, changed, thanked for, read, taken down."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from connect.people.models import User
from directory.models import Practice, PracticeThanks, Service
from directory.practice import names
from directory.practice.models import Shown


class ChangedMeanwhile(Exception):
    """It was changed or read since the page was drawn."""


class NotForOneself(Exception):
    """Nobody thanks themselves, nor reads their own note first."""


@transaction.atomic
def write(*, title: str, words: str, service: Service | None, by: User, made: Mapping[str, object]) -> Practice:
    """Shown at once; where it looks as if somebody were named, only once a reader has seen it."""
    note = Practice(
        title=title, words=words, service=service, by=by, organisation_id=by.acting.organisation_id,
        **_how_shown(title, words, service), **made,
    )  # fmt: skip
    note.save(force_insert=True)
    return note


def _how_shown(title: str, words: str, service: Service | None) -> dict[str, object]:
    named = bool(names.found(f"{title}\n{words}", service.name if service else ""))
    return {"looks_named": named, "state": Shown.WAITING if named else Shown.SHOWN}


@transaction.atomic
def change(note: Practice, *, title: str, words: str, service: Service | None, seen: str, by: User) -> Practice:
    """Its writer's new words; a reader sees them anew, and what was taken down waits for one."""
    held = Practice.objects.select_for_update(of=("self",)).get(pk=note.pk)
    if held.changed_at.isoformat() != seen or held.by_id != by.pk:
        raise ChangedMeanwhile
    shown = _how_shown(title, words, service)
    if held.state == Shown.HIDDEN:
        shown["state"] = Shown.WAITING
    for name, value in {"title": title, "words": words, "service": service, "read_at": None, **shown}.items():
        setattr(held, name, value)
    held.why_hidden = ""
    held.save()
    return held


@transaction.atomic
def thank(note: Practice, *, by: User) -> None:
    """Once, however often it is pressed."""
    if note.by_id == by.pk:
        raise NotForOneself
    if note.state == Shown.SHOWN:
        PracticeThanks.objects.bulk_create([PracticeThanks(practice=note, user=by)], ignore_conflicts=True)


@transaction.atomic
def read(note: Practice, *, keep: bool, seen: str, by: User, why: str = "") -> Practice:
    """A reader lets it stand, or takes it down and says why."""
    held = Practice.objects.select_for_update(of=("self",)).get(pk=note.pk)
    if held.by_id == by.pk:
        raise NotForOneself
    if held.changed_at.isoformat() != seen:
        raise ChangedMeanwhile
    held.state, held.why_hidden = (Shown.SHOWN, "") if keep else (Shown.HIDDEN, why)
    held.read_at, held.read_by = timezone.now(), by
    held.save()
    return held
