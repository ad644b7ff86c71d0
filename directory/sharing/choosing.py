"""Editors choose listings to stand together: every write on a collection."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils.text import slugify

from connect.people.models import User
from directory.models import Collection, CollectionEntry, Service

LONGEST_SLUG = 60


@transaction.atomic
def begin(name: str, *, by: User) -> Collection:
    """A new one, last of all and not yet published. Its address comes of its name, and stays."""
    return Collection.objects.create(name=name, slug=_free_slug(name), position=_after(Collection.objects.all()), by=by)


def _free_slug(name: str) -> str:
    wanted = slugify(name)[: LONGEST_SLUG - 4] or "collection"
    taken = set(Collection.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    return next(slug for slug in (wanted, *(f"{wanted}-{n}" for n in range(2, 1000))) if slug not in taken)


@transaction.atomic
def change(collection: Collection, *, by: User, **said: Any) -> Collection:
    for name, value in said.items():
        setattr(collection, name, value)
    collection.by = by
    collection.save()
    return collection


@transaction.atomic
def add(collection: Collection, services: Iterable[Service], *, by: User) -> None:
    """At the end; what is in it already stays where it is."""
    last = _after(collection.entries.all())
    rows = [CollectionEntry(collection=collection, service=each, position=last + n) for n, each in enumerate(services)]
    CollectionEntry.objects.bulk_create(rows, ignore_conflicts=True)
    change(collection, by=by)


@transaction.atomic
def remark(entry: CollectionEntry, note: str, *, by: User) -> None:
    entry.note = note
    entry.save(update_fields=["note"])
    change(entry.collection, by=by)


@transaction.atomic
def take_out(entry: CollectionEntry, *, by: User) -> None:
    entry.delete()
    change(entry.collection, by=by)


@transaction.atomic
def move(row: Collection | CollectionEntry, among: QuerySet, *, up: bool, by: User) -> None:
    """One place up or down, and all numbered anew: whatever they were, they are in order afterwards."""
    rows = list(among.select_for_update(of=("self",)))
    at = rows.index(row)
    to = max(at - 1, 0) if up else at + 1
    rows.insert(to, rows.pop(at))
    for position, each in enumerate(rows):
        each.position = position
    among.model.objects.bulk_update(rows, ["position"])
    if isinstance(row, CollectionEntry):
        change(row.collection, by=by)


@transaction.atomic
def end(collection: Collection) -> None:
    """The listings in it stay what they are."""
    collection.delete()


def _after(rows: QuerySet) -> int:
    last = rows.aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1
