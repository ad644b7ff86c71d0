"""Words are proposed by one person and decided on by another; what was in use is kept."""

from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from connect.messaging.wording import checking
from connect.messaging.wording.models import Decided, Wording
from connect.messaging.wording.slots import Slot


class WordingError(Exception):
    """It cannot be decided so; the page says why."""


class MayNotBeSent(WordingError):
    """The words break a rule: `wrong` says which."""

    def __init__(self, wrong: list[str]):
        super().__init__("words that may not be sent")
        self.wrong = wrong


class SamePerson(WordingError):
    """Whoever proposed them does not decide on them."""


class DecidedAlready(WordingError):
    """Somebody was faster, or newer words were proposed meanwhile."""


@transaction.atomic
def propose(slot: Slot, *, words: str, by: Any) -> Wording:
    """A new version that waits for a second person; one that waited before gives way. No words: the house's own."""
    if wrong := checking.wrong(slot, words):
        raise MayNotBeSent(wrong)
    rows = Wording.objects.select_for_update().filter(**slot.row)
    list(rows)  # held until this is written, so that two who propose at once make two versions
    rows.filter(state=Decided.WAITING).update(state=Decided.REPLACED)
    last = rows.aggregate(last=Max("version"))["last"] or 0
    who = {"proposed_by_id": by.pk, "proposed_by_name": by.name}
    return Wording.objects.create(**slot.row, version=last + 1, words=words.strip(), **who)


@transaction.atomic
def approve(wording: Wording, *, by: Any) -> None:
    """In use from the next message that is written."""
    held = _decidable(wording, by)
    same = {"template": held.template, "kind": held.kind, "language": held.language}
    Wording.objects.filter(**same, state=Decided.APPROVED).update(state=Decided.REPLACED)
    _decide(held, Decided.APPROVED, by)


@transaction.atomic
def refuse(wording: Wording, *, why: str, by: Any) -> None:
    _decide(_decidable(wording, by), Decided.REFUSED, by, why=why)


def _decidable(wording: Wording, by: Any) -> Wording:
    held = Wording.objects.select_for_update().get(pk=wording.pk)
    if held.proposed_by_id == by.pk:
        raise SamePerson
    if held.state != Decided.WAITING:
        raise DecidedAlready
    return held


def _decide(held: Wording, state: str, by: Any, why: str = "") -> None:
    Wording.objects.filter(pk=held.pk).update(
        state=state, decided_by_id=by.pk, decided_by_name=by.name, decided_at=timezone.now(), why=why
    )
