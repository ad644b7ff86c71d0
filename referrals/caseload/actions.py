"""What is done to several people of the list at once, and the views somebody keeps."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction

from connect.people.models import User
from referrals.case import doing
from referrals.caseload.models import SavedView
from referrals.models import Referral

MOST_VIEWS = 30


class TooManyViews(Exception):
    """One keeps so many views that the list of them is no help."""


@dataclass
class Done:
    """`changed` are those it was done for; `left` those somebody else changed since the list was drawn.

    `before` are those for whom the same form did something else earlier: that stands.
    """

    changed: list[Referral] = field(default_factory=list)
    left: list[Referral] = field(default_factory=list)
    before: list[Referral] = field(default_factory=list)


@transaction.atomic
def set_next(picked: Mapping[uuid.UUID, str], *, step: str, on: date, by: User) -> Done:
    """The same next thing for each. `picked`: key -> what was shown as next when the list was drawn."""
    done = Done()
    for referral in _mine(picked, by):
        try:
            done.changed.append(doing.set_next(referral, step=step, on=on, seen=picked[referral.pk], by=by))
        except (doing.ChangedMeanwhile, doing.NotOpen):
            done.left.append(referral)
    return done


@transaction.atomic
def add_tasks(
    picked: Iterable[uuid.UUID], *, words: str, due_on: date | None, by: User, made: Mapping[str, Any]
) -> Done:
    """One task for each, for whoever holds them; the form sent twice makes them once."""
    done = Done()
    for referral in _mine(picked, by):
        once = {**made, "key": uuid.uuid5(made["key"], str(referral.pk))}
        owner = referral.connector or by
        task = doing.add_task(referral, words=words, owner=owner, due_on=due_on, by=by, made=once)
        (done.changed if task.content_hash == made["content_hash"] else done.before).append(referral)
    return done


def _mine(keys: Iterable[uuid.UUID], by: User) -> list[Referral]:
    rows = Referral.objects.visible_to(by).exclude(connector=None).filter(pk__in=list(keys))
    return list(rows.select_related("person", "connector", "team__organisation").order_by("pk"))


def keep_view(*, name: str, query: str, by: User) -> SavedView:
    """Under a name that is there already, the filters are kept anew."""
    mine = SavedView.objects.visible_to(by)
    if mine.count() >= MOST_VIEWS and not mine.filter(name=name).exists():
        raise TooManyViews
    kept, _new = SavedView.objects.update_or_create(user=by, name=name, defaults={"query": query})
    return kept


def forget_view(view: SavedView) -> None:
    view.delete()
