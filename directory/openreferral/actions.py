"""Taking the records of a feed into the directory: each on its own, so that a bad one stops no other."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from connect.identity import acting_as
from directory import document, weighing
from directory.bulk import doubles
from directory.keeping.actions import Revision
from directory.models import Feed, FeedRun, Service
from directory.openreferral import leaving, record, writing
from directory.openreferral.feed import Missed, Unmoved, Unreadable
from directory.openreferral.meaning import Meanings
from directory.openreferral.models import RunState
from directory.openreferral.record import READER, Refused
from directory.states import Via

BATCH = 200
TOLD = 1000  # lines of a report that are kept


class What(StrEnum):
    TAKEN = "taken"
    CHANGED = "changed"
    SAME = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True)
class Outcome:
    """What became of one record. `notes` say what was left out or read otherwise, or why it was refused."""

    source_id: str
    name: str
    what: What
    notes: tuple[str, ...] = ()


@dataclass
class Import:
    """One run over one feed. What it needs to know of the directory is asked once."""

    feed: Feed
    meanings: Meanings = field(default_factory=Meanings)
    known: dict[str, tuple[UUID, str]] = field(default_factory=dict)
    merged: set[str] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)
    topics: set[str] = field(default_factory=set)
    instead: dict[UUID, str] = field(default_factory=dict)
    new: list[UUID] = field(default_factory=list)
    conflicts: int = 0
    moved: bool = False  # something was said again; where all is "not modified", nothing was
    counts: Counter = field(default_factory=Counter)
    report: list[dict] = field(default_factory=list)

    def __post_init__(self) -> None:
        rows = Service.objects.filter(feed=self.feed).values_list("source_id", "pk", "content_hash", "merged_into")
        for source_id, pk, mark, into in rows:
            self.known[source_id] = (pk, mark)
            self.merged |= {source_id} if into else set()

    @property
    def reader(self) -> str:
        return f"{READER} {self.meanings.digest}"

    def note(self, outcome: Outcome) -> Outcome:
        self.counts[outcome.what] += 1
        if (outcome.notes or outcome.what is What.REFUSED) and len(self.report) < TOLD:
            told = {"id": outcome.source_id, "name": outcome.name, "what": outcome.what.value}
            self.report.append(told | {"notes": list(outcome.notes)})
        return outcome


def take(name: str, records: Iterable[object], *, address: str = "", licence: str = "") -> Iterator[Outcome]:
    """Take every record of the feed called `name`, and tell of each as its batch is kept. At the end a FeedRun says
    what came of it; where the feed broke off, Unreadable is raised after that."""
    with acting_as("import"):
        run = Import(_feed(name, address, licence))
    waiting, broken = iter(records), None
    while not broken:
        batch, broken = _next(waiting)
        if not batch:
            break
        with acting_as("import"):
            outcomes = _batch(run, batch)
        yield from outcomes
    with acting_as("import"):
        _finish(run, broken)
    with acting_as("import"):
        doubles.look_for(Service.objects.filter(pk__in=run.new))
    if broken:
        raise broken


def _next(waiting: Iterator[object]) -> tuple[list[object], Unreadable | None]:
    """The next records; where the feed breaks off, those before it and what broke."""
    batch: list[object] = []
    try:
        batch.extend(islice(waiting, BATCH))
    except Unreadable as problem:
        return batch, problem
    return batch, None


def _feed(name: str, address: str, licence: str) -> Feed:
    said = {key: value for key, value in (("address", address[:500]), ("licence", licence[:200])) if value}
    return Feed.objects.update_or_create(name=name, defaults=said | {"read_at": timezone.now()})[0]


def _batch(run: Import, batch: list[object]) -> list[Outcome]:
    """The index is written once for the whole batch instead of at each row; it is still one transaction."""
    with connection.cursor() as cursor:
        cursor.execute("select set_config('app.reindex', 'later', true)")
        outcomes = [run.note(_one(run, raw)) for raw in batch]
        written = {run.known[each.source_id][0] for each in outcomes if each.what in (What.TAKEN, What.CHANGED)}
        _keep_revisions(run, written)
        cursor.execute("select directory_reindex(%s::uuid[])", [sorted(written)])
        cursor.execute("select set_config('app.reindex', '', true)")
    return outcomes


def _keep_revisions(run: Import, written: set[UUID]) -> None:
    """What the feed made of each listing, for its history, and to know later what it has said before."""
    rows = Service.objects.filter(pk__in=written)
    Revision.objects.bulk_create(
        Revision(service=service, by_name=run.feed.name, via=Via.FEED, changed=_changed(service), document=told)
        for service, told in document.of_each(rows)
    )


def _changed(service: Service) -> list[str]:
    return [name for name in document.PARTS if name not in service.own_words]


def _one(run: Import, raw: object) -> Outcome:
    ident, name = "", ""
    try:
        if isinstance(raw, Unmoved):
            run.seen.add(raw.source_id)
            return Outcome(raw.source_id, "", What.SAME)
        run.moved = True
        if isinstance(raw, Exception):
            ident = raw.source_id if isinstance(raw, Missed) else ""
            run.seen.add(ident)  # it is still there, although we could not read it
            raise Refused(str(raw))
        ident = record.source_id(raw)
        name = record.line(raw.get("name"))
        return _known(run, raw, ident, name)
    except (Refused, ValidationError, DatabaseError, ValueError, RecursionError) as problem:
        return Outcome(ident, name, What.REFUSED, (_why(problem),))


def _known(run: Import, raw: dict, ident: str, name: str) -> Outcome:
    if ident in run.seen:
        raise Refused(_("the feed has this id twice; the first was kept"))
    run.seen.add(ident)
    if ident in run.merged:
        return Outcome(ident, name, What.SAME, (_("it was made one with another listing"),))
    mark = record.fingerprint(raw, run.reader)
    pk, before = run.known.get(ident, (None, ""))
    if before == mark:
        return Outcome(ident, name, What.SAME)
    return _write(run, record.read(raw), pk, mark, name)


def _write(run: Import, told: record.Record, pk: UUID | None, mark: str, name: str) -> Outcome:
    with transaction.atomic():
        service, differs = writing.write(run, told, mark, pk)
    run.known[told.source_id] = (service.pk, mark)
    run.topics.update(told.topics)
    run.new += [] if pk else [service.pk]
    if told.instead:
        run.instead[service.pk] = told.instead
    notes = list(told.notes)
    if differs:
        run.conflicts += 1
        notes.append(_("it says something else than people here do; their words were kept"))
    return Outcome(told.source_id, name, What.CHANGED if pk else What.TAKEN, tuple(notes))


def _why(problem: Exception) -> str:
    if isinstance(problem, Refused):
        return str(problem)
    if isinstance(problem, ValidationError):
        return "; ".join(problem.messages)
    if isinstance(problem, document.NotADocument):
        return "; ".join(f"{part}: {' '.join(words)}" for part, words in problem.errors.items())
    return _("the directory cannot hold it (%(kind)s)") % {"kind": type(problem).__name__}


def _finish(run: Import, broken: Unreadable | None) -> FeedRun:
    """What the whole reading came to. Only one that was read to its end can say that something is gone."""
    run.meanings.note_seen(run.topics)
    _point_elsewhere(run)
    if run.counts[What.TAKEN] or run.counts[What.CHANGED]:
        weighing.weigh()
    done = FeedRun(
        feed=run.feed,
        state=RunState.PARTIAL if broken else RunState.DONE,
        read=run.counts.total(),
        taken=run.counts[What.TAKEN],
        changed=run.counts[What.CHANGED],
        unchanged=run.counts[What.SAME],
        refused=run.counts[What.REFUSED],
        conflicts=run.conflicts,
        report=run.report,
        problem=str(broken or "")[:500],
    )
    leaving.came_back(run.feed, run.seen)
    if not broken:
        leaving.note(done, run.seen)
    if done.state == RunState.DONE and run.seen and not (run.moved or done.gone):
        done.state = RunState.UNCHANGED
    done.save(force_insert=True)
    return done


def _point_elsewhere(run: Import) -> None:
    """ "Go there instead" names another listing of the same feed, which may have come after."""
    for pk, said in run.instead.items():
        other = run.known.get(said, (None, ""))[0]
        if other and other != pk:
            Service.objects.filter(pk=pk).exclude(own_words__contains=["instead"]).update(instead=other)
