"""Two listings made one. The one that goes stays as a row that leads on, so that nothing that names it is lost."""

import copy
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from connect.identity import acting_as
from connect.people.models import User
from directory import document
from directory.bulk.models import Duplicate
from directory.document import Document
from directory.keeping import actions, old_contact, proposing
from directory.models import ChangeRequest, CollectionEntry, Picture, Service, Watch
from directory.states import Decision, Status, Via
from directory.wanting import models as wanting

PARTS = tuple(part for part in document.PARTS if part not in ("status", "instead"))


class CannotMerge(Exception):
    """One of them is gone already, or they are the same, or one is a template."""


class Younger(CannotMerge):
    """The younger would stay with a number or link of its own, which nobody but its maker may have looked at."""


@dataclass(frozen=True)
class Merged:
    """What stays, what of it changed, and whether a link or number waits for a second editor."""

    kept: Service
    changed: list[str]
    is_waiting: bool


@transaction.atomic
def merge(kept: Service, gone: Service, *, parts: Iterable[str], by: User) -> Merged:
    """`parts` are those in which the words of the one that goes are better. People who go there: referrals.moving."""
    kept, gone = _held(kept, gone)
    if kept.created > gone.created and _leads_elsewhere(kept, gone):
        raise Younger
    edited = proposing.edit(kept, _taken(kept, gone, set(parts)), by=by)
    _let_go(gone, kept, by)
    _follow(gone, kept)
    _decide(gone, kept, by)
    return Merged(kept, edited.changed, edited.waiting is not None)


def _held(kept: Service, gone: Service) -> tuple[Service, Service]:
    """Both locked, in one order, so that two merges at once do not wait for each other for ever."""
    rows = Service.objects.select_for_update(no_key=True).filter(pk__in=[kept.pk, gone.pk]).order_by("pk")
    held = {row.pk: row for row in rows}
    if len(held) != 2 or any(row.merged_into_id or row.is_template for row in held.values()):
        raise CannotMerge
    return held[kept.pk], held[gone.pk]


def _leads_elsewhere(kept: Service, gone: Service) -> bool:
    """Two editors agree to a new number; otherwise one could make a listing with any and merge the old one into it."""
    was, now = document.of(gone), document.of(kept)
    return any(proposing.reaches_elsewhere(name, was[name], now[name]) for name in document.REACHED_BY)


def differing(one: Document, other: Document) -> list[str]:
    """The parts in which the two do not say the same; what only keys tell apart is the same."""
    return [part for part in PARTS if _plain(one.get(part)) != _plain(other.get(part))]


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items() if name not in ("id", "place")}
    return [_plain(each) for each in value] if isinstance(value, list) else value


def _taken(kept: Service, gone: Service, parts: set[str]) -> Document:
    """The better words. Places and times get keys of their own: those of the other stay with its row."""
    was, said = document.of(kept), copy.deepcopy(document.of(gone))
    part = {name: said[name] for name in differing(was, said) if name in parts}
    keys = {place["id"]: str(uuid.uuid4()) for place in said["places"]}
    if "places" in part:
        part["places"] = [{**place, "id": keys[place["id"]]} for place in said["places"]]
    if "schedules" in part:
        places = part["places"] if "places" in part else was["places"]
        part["schedules"] = [_time(each, said, places, keys) for each in said["schedules"]]
    return part


def _time(each: dict[str, Any], said: Document, places: list[dict[str, Any]], keys: dict[str, str]) -> dict[str, Any]:
    """At the same place, if that comes along or is known by its postcode; otherwise at the first."""
    meets = next((place for place in said["places"] if place["id"] == each["place"]), None)
    here = [place["id"] for place in places if meets and place["postcode"] == meets["postcode"]]
    came = keys.get(each["place"] or "")
    there = came if came in {place["id"] for place in places} else next(iter(here), places[0]["id"] if places else None)
    return {name: value for name, value in each.items() if name != "id"} | {"place": there if meets else None}


def _let_go(gone: Service, kept: Service, by: User) -> None:
    """Closed, leading on, with its history; what led to it leads to the one that stays."""
    actions.change(gone, {"status": str(Status.DEFUNCT), "instead": str(kept.pk)}, via=Via.EDITOR, by=by)
    Service.objects.filter(Q(pk=gone.pk) | Q(merged_into=gone)).update(merged_into=kept)
    Service.objects.filter(instead=gone).exclude(pk=kept.pk).update(instead=kept)
    Service.objects.filter(branch_of=gone).update(branch_of=kept)
    Service.objects.filter(pk=kept.pk, instead__in=[gone.pk, kept.pk]).update(instead=None)


def _follow(gone: Service, kept: Service) -> None:
    """Who watched it, the lists it stands in, its picture, what it asks, and changes that still wait."""
    with acting_as("merging"):
        Watch.objects.filter(service=gone, user__in=Watch.objects.filter(service=kept).values("user")).delete()
        Watch.objects.filter(service=gone).update(service=kept)
    CollectionEntry.objects.filter(
        service=gone, collection__in=CollectionEntry.objects.filter(service=kept).values("collection")
    ).delete()
    CollectionEntry.objects.filter(service=gone).update(service=kept)
    if not Picture.objects.filter(service=kept).exists():
        Picture.objects.filter(service=gone).update(service=kept)
    for wanted in (wanting.Question, wanting.Document):
        wanted.objects.now().filter(service=gone).update(service=kept)
    _begin_anew(gone)
    ChangeRequest.objects.filter(service=gone, state=Decision.WAITING).update(service=kept)


def _begin_anew(gone: Service) -> None:
    """Who agreed to a number or link, and whose three days are running, spoke of the other listing and its contact."""
    for change in ChangeRequest.objects.filter(service=gone, state=Decision.SECOND):
        old_contact.called_off(change)
    seconds = ChangeRequest.objects.filter(service=gone, state=Decision.SECOND)
    seconds.update(state=Decision.WAITING, first_by=None, first_at=None, wait_until=None)


def _decide(gone: Service, kept: Service, by: User) -> None:
    pair = Q(one=gone, other=kept) | Q(one=kept, other=gone)
    said = {"state": Duplicate.State.MERGED, "decided_by": by, "decided_at": timezone.now()}
    if not Duplicate.objects.filter(pair).update(**said):
        one, other = sorted((kept, gone), key=lambda each: (each.created, each.pk))
        Duplicate.objects.create(one=one, other=other, score=1, why=[], **said)
