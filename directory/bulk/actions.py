"""What is done with a spreadsheet: kept between looking and taking, chosen in, taken whole or not at all, purged."""

import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from connect.people.models import User
from directory import document
from directory.bulk import doubles, reading, sheets
from directory.bulk.models import Upload
from directory.bulk.reading import CHANGED, NEW, Plan, Planned
from directory.keeping import checking, proposing
from directory.models import Revision, Service
from directory.states import Via

KEPT_FOR = timedelta(days=7)
BATCH = 200


class AlreadyTaken(Exception):
    """Sent twice, it is taken once."""


class NotRight(Exception):
    """A row is wrong, so that none is taken; or there is nothing to take."""


class MovedOn(Exception):
    """The directory has changed since somebody looked: what they agreed to is not what would happen."""


class RowRefused(Exception):
    """The directory cannot hold a row after all; nothing was taken."""

    def __init__(self, row: Planned, says: str):
        super().__init__(f"row {row.n}")
        self.row, self.says = row, says


@dataclass
class Taken:
    """What became of it. `waiting` are links and numbers that a second editor has to agree to."""

    new: int = 0
    changed: int = 0
    waiting: int = 0
    doubles: int = 0
    services: list[Service] = field(default_factory=list)


@transaction.atomic
def keep(data: bytes, *, file_name: str, what: str, by: User, key: uuid.UUID | None = None) -> Upload:
    """Read, and put by for its owner alone. The same form sent twice is one upload. Raises sheets.Unreadable."""
    key = key or uuid.uuid4()
    if earlier := Upload.objects.filter(pk=key).first():
        return earlier
    upload = read(data, file_name=file_name, what=what)
    upload.pk, upload.by = key, by
    Upload.objects.bulk_create([upload], ignore_conflicts=True)
    # Somebody else's key, which row security hides: refused like any sheet that cannot be read, and shown to nobody.
    if not Upload.objects.filter(pk=key).exists():
        raise sheets.Unreadable(_("This form was sent before. Load the page again, then choose the sheet once more"))
    return upload


def read(data: bytes, *, file_name: str, what: str) -> Upload:
    """An upload that nobody keeps: for a command, or before it is kept."""
    sheet = sheets.read(data, what)
    rows = [_as_kept(line) for line in sheet.lines]
    told = {"headings": sheet.headings, "strange": sheet.strange, "left_out": sheet.left_out}
    return Upload(what=what, file_name=file_name[-200:], rows=rows, problems=told)


def _as_kept(line: sheets.Line) -> dict[str, object]:
    spilled = {
        "column": _("This row"),
        "says": _("It has more cells than there are headings: is a comma without quotes in it?"),
    }
    return {"n": line.n, "cells": line.cells, **({"problems": [spilled]} if line.spilled else {})}


@transaction.atomic
def choose(upload: Upload, choices: Mapping[int, str]) -> None:
    """For rows that may be there already: a new listing, that one, or left out."""
    if upload.taken_at:
        raise AlreadyTaken
    for row in upload.rows:
        if row["n"] in choices:
            row["choice"] = choices[row["n"]]
    upload.save(update_fields=["rows"])


@transaction.atomic
def take(upload: Upload, *, by: User, mark: str = "") -> Taken:
    """All of it or nothing. `mark` is the plan's, as it was looked at."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext('directory.bulk'))")  # one file after the other
    if not upload._state.adding and not Upload.objects.filter(pk=upload.pk, taken_at=None).update(
        taken_at=timezone.now()
    ):
        raise AlreadyTaken
    plan = reading.plan(upload)
    if not plan.is_right:
        raise NotRight
    if mark and mark != plan.mark:
        raise MovedOn
    taken = _written(plan, by)
    taken.doubles = doubles.look_for(taken.services)
    told = {"new": taken.new, "changed": taken.changed, "waiting": taken.waiting, "doubles": taken.doubles}
    upload.problems = {**upload.problems, "taken": told}
    Upload.objects.filter(pk=upload.pk).update(problems=upload.problems)
    return taken


def _written(plan: Plan, by: User) -> Taken:
    """Index and history of what is new are written a batch at a time instead of at each row: one transaction still."""
    taken, new = Taken(), []
    with connection.cursor() as cursor:
        cursor.execute("select set_config('app.reindex', 'later', true)")
        for row in plan.rows:
            if row.what == NEW:
                new.append(_refused_by_row(_make, row))
            elif row.what == CHANGED:
                taken.waiting += _refused_by_row(_change, row, by)
                taken.changed += 1
                taken.services.append(row.service)
        taken.new, taken.services = len(new), [*new, *taken.services]
        for batch in _batches([service.pk for service in new]):
            _keep_revisions(batch, by)
        for batch in _batches([service.pk for service in taken.services]):
            cursor.execute("select directory_reindex(%s::uuid[])", [batch])
        cursor.execute("select set_config('app.reindex', '', true)")
    return taken


def _batches(keys: list[uuid.UUID]) -> Iterable[list[uuid.UUID]]:
    return (keys[at : at + BATCH] for at in range(0, len(keys), BATCH))


def _make(row: Planned) -> Service:
    service = Service()
    document.apply(service, row.reading.part)
    checking.shows_life(service, is_new=True)
    return service


def _change(row: Planned, by: User) -> bool:
    """Whether a link or number of it waits for a second editor."""
    return proposing.edit(row.service, row.reading.part, by=by).waiting is not None


def _refused_by_row(do: Callable[..., Any], row: Planned, *more: Any) -> Any:
    try:
        with transaction.atomic():
            return do(row, *more)
    except document.NotADocument as problem:
        raise RowRefused(row, " ".join(word for words in problem.errors.values() for word in words)) from None
    except DatabaseError:
        raise RowRefused(row, _("The directory cannot hold this row")) from None


def _keep_revisions(keys: list[uuid.UUID], by: User) -> None:
    """As `keeping.actions.change` keeps one: the whole of each listing as it is now."""
    rows = document.of_each(Service.objects.filter(pk__in=keys))
    Revision.objects.bulk_create(
        Revision(service=service, by=by, by_name=by.name, via=Via.EDITOR, changed=list(document.PARTS), document=said)
        for service, said in rows
    )


def purge() -> int:
    """What nobody has taken for a week, and what was taken then: the listings have their own history."""
    return Upload.objects.filter(at__lt=timezone.now() - KEPT_FOR).delete()[0]
