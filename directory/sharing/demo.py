"""Kelderby's collections, kept as TOML beside its listings."""

from collections.abc import Callable
from uuid import UUID

from directory.models import Collection, CollectionEntry, Service


def load(collections: list[dict], key: Callable[[str], UUID]) -> None:
    """Add what is missing; what is there stays as somebody has left it."""
    held = set(Collection.objects.values_list("slug", flat=True))
    for at, said in enumerate(collections):
        if said["slug"] not in held:
            _add(said, at, key)


def _add(said: dict, at: int, key: Callable[[str], UUID]) -> None:
    fields = {name: said[name] for name in ("slug", "name", "intro")}
    collection = Collection.objects.create(**fields, position=at, published=True)
    notes = {key(slug): note for slug, note in said["listings"]}
    found = Service.objects.in_bulk(notes)
    CollectionEntry.objects.bulk_create(
        CollectionEntry(collection=collection, service=found[pk], note=note, position=n)
        for n, (pk, note) in enumerate(notes.items())
        if pk in found
    )
