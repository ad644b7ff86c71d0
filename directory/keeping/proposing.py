"""Proposed changes: taken in part or refused; and what people would ring or press, which two pairs of eyes agree to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from connect.people.models import Membership, User
from connect.people.roles import Role
from directory import document
from directory.keeping import actions, old_contact
from directory.keeping.making import Decided
from directory.models import ChangeRequest, Revision, Service
from directory.states import Decision, Via

OPEN = (Decision.WAITING, Decision.SECOND)


class SamePerson(Exception):
    """Whoever agreed first cannot be the second."""


@dataclass(frozen=True)
class Edited:
    """What changed at once, and what waits for a second pair of eyes."""

    changed: list[str]
    waiting: ChangeRequest | None = None


@transaction.atomic
def edit(
    service: Service,
    part: Mapping[str, Any],
    *,
    by: User,
    seen: actions.Seen | None = None,
    on_behalf_of: ChangeRequest | None = None,
) -> Edited:
    """An editor's change. All of it counts at once, but where it would send people to a number or link it did not.

    With `seen`, nobody's change since the form was drawn is lost: raises OutOfDate.
    """
    was = actions.held(service)
    if seen and seen != actions.Seen.of(was, seen.parts):
        raise actions.OutOfDate
    held = {} if on_behalf_of and on_behalf_of.via == Via.FEED else _to_be_agreed(was, part)
    _fits(service, held)
    at_once = _without_address(part, was, held)
    via, who = (on_behalf_of.via, on_behalf_of.by_name) if on_behalf_of else (Via.EDITOR, "")
    changed = actions.change(service, at_once, via=via, by=by, by_name=who) if at_once else []
    return Edited(changed, _hold(service, was, held, by=by, first=on_behalf_of) if held else None)


def _to_be_agreed(was: Mapping[str, Any], part: Mapping[str, Any]) -> dict[str, Any]:
    names = document.differences(was, part)
    return {name: part[name] for name in names if reaches_elsewhere(name, was.get(name), part[name])}


def reaches_elsewhere(name: str, was: Any, now: Any) -> bool:
    """A number, address or link that was not there before. Taking one away sends nobody to a stranger."""
    if name not in document.REACHED_BY:
        return False
    if name == "community":
        was, now = (was or {}).get("address"), (now or {}).get("address")
    return bool(now) and was != now


def _without_address(part: Mapping[str, Any], was: Mapping[str, Any], held: Mapping[str, Any]) -> dict[str, Any]:
    """What counts at once. Of a community that is all but its address, unless there was none before."""
    at_once = {name: value for name, value in part.items() if name not in held}
    if "community" in held and was.get("community"):
        at_once["community"] = {**held["community"], **_where(was["community"])}
    return at_once


def _where(community: Mapping[str, Any]) -> dict[str, Any]:
    return {name: community[name] for name in ("platform", "address")}


def _fits(service: Service, part: Mapping[str, Any]) -> None:
    """Said now, not three days later when it is agreed: raises NotADocument."""
    if not part:
        return
    with transaction.atomic():
        actions.change(service, part, via=Via.EDITOR)
        transaction.set_rollback(True)
    service.refresh_from_db()


def _hold(
    service: Service, was: Mapping[str, Any], held: Mapping[str, Any], *, by: User, first: ChangeRequest | None
) -> ChangeRequest:
    """The same change, asked twice, waits once; a later one for the same part overtakes it."""
    waiting = service.change_requests.filter(state=Decision.SECOND)
    for earlier in waiting:
        if earlier.proposed == held and earlier.first_by_id == by.pk:
            return earlier
        if set(earlier.proposed) & set(held):
            _decide(earlier, Decision.OVERTAKEN, by=None, why=_("A later change to the same"))
    said = {"by": first.by, "by_name": first.by_name, "words": first.words} if first else {"by": by, "by_name": by.name}
    request = ChangeRequest.objects.create(
        service=service, via=first.via if first else Via.EDITOR, proposed=dict(held),
        was={name: was.get(name) for name in held}, state=Decision.SECOND, first_by=by, first_at=timezone.now(), **said,
    )  # fmt: skip
    if is_alone():
        old_contact.ask(request)
    return request


def is_alone() -> bool:
    """Only one editor works here: then the old contact is the second pair of eyes."""
    return Membership.objects.current().filter(role=Role.DIR).values("user").distinct().count() < 2


@transaction.atomic
def propose(
    service: Service, part: Mapping[str, Any], *, via: str, by_name: str = "", words: str = "", **made: object
) -> ChangeRequest | None:
    """Somebody who may not change the listing says what it ought to say; None where it says so already."""
    was = document.of(service)
    names = document.differences(was, part)
    if not names and not words:
        return None
    said = {"via": via, "by_name": by_name, "words": words, **made}
    proposed, before = {name: part[name] for name in names}, {name: was.get(name) for name in names}
    request = ChangeRequest(service=service, proposed=proposed, was=before, **said)
    ChangeRequest.objects.bulk_create([request])  # whoever proposes need not be allowed to read it back
    return request


@transaction.atomic
def take(request: ChangeRequest, parts: Iterable[str], *, by: User, why: str = "") -> Edited:
    """These parts of what was proposed; the rest is refused with it."""
    _claim(request, Decision.WAITING)
    chosen = {name: request.proposed[name] for name in request.proposed if name in set(parts)}
    if not chosen:
        _decide(request, Decision.REFUSED, by=by, why=why)
        return Edited([])
    done = edit(request.service, chosen, by=by, on_behalf_of=request)
    if request.via == Via.FEED:  # the feed's words again, so it may go on changing them
        request.service.own_words = [name for name in request.service.own_words if name not in chosen]
        request.service.save(update_fields=["own_words"])
    _decide(request, Decision.TAKEN, by=by, why=why, taken=list(chosen))
    return done


@transaction.atomic
def refuse(request: ChangeRequest, *, by: User, why: str = "") -> None:
    _claim(request, Decision.WAITING)
    _decide(request, Decision.REFUSED, by=by, why=why)


@transaction.atomic
def agree(request: ChangeRequest, *, by: User) -> list[str]:
    """The second pair of eyes says yes: now it counts. Never the first pair again."""
    _claim(request, Decision.SECOND)
    if request.first_by_id == by.pk:
        raise SamePerson
    return _apply(request, by=by)


@transaction.atomic
def disagree(request: ChangeRequest, *, by: User, why: str = "") -> None:
    _claim(request, Decision.SECOND)
    if request.first_by_id == by.pk:
        raise SamePerson
    _decide(request, Decision.REFUSED, by=by, why=why)


@transaction.atomic
def withdraw(request: ChangeRequest, *, by: User) -> None:
    """Whoever asked for it takes it back. That needs nobody else."""
    _claim(request, Decision.SECOND)
    if request.first_by_id != by.pk:
        raise SamePerson
    _decide(request, Decision.OVERTAKEN, by=None, why=_("Taken back by %(name)s") % {"name": by.name})


@transaction.atomic
def old_contact_said(request: ChangeRequest, *, yes: bool) -> None:
    """The number or address that is to go has answered: that settles it."""
    _claim(request, Decision.SECOND)
    old_contact.answered(request)
    if yes:
        _apply(request, by=None, why=_("The old contact agreed"))
    else:
        _decide(request, Decision.REFUSED, by=None, why=_("The old contact said no"))


@transaction.atomic
def nobody_objected(request: ChangeRequest) -> None:
    """The old contact was written to, and the days to answer have gone by."""
    _claim(request, Decision.SECOND)
    _apply(request, by=None, why=_("Nobody objected in 72 hours"))


@transaction.atomic
def restore(revision: Revision, *, by: User, parts: Iterable[str] | None = None) -> Edited:
    """What a listing said after an earlier change, said again: a new change, so nothing is lost by it."""
    wanted = set(revision.document if parts is None else parts)
    said = {name: value for name, value in revision.document.items() if name in wanted}
    return edit(revision.service, said, by=by)


def _claim(request: ChangeRequest, state: str) -> None:
    """The row as it is now, nobody else's until this transaction ends, and still to be decided."""
    request.refresh_from_db(from_queryset=ChangeRequest.objects.select_for_update(no_key=True))
    if request.state != state:
        raise Decided


def _apply(request: ChangeRequest, *, by: User | None, why: str = "") -> list[str]:
    part = dict(request.proposed)
    if "community" in part and (now := actions.held(request.service)["community"]):
        part["community"] = {**now, **_where(part["community"])}  # the rest of it counted at once
    changed = actions.change(request.service, part, via=request.via, by=by or request.first_by, by_name=request.by_name)
    _decide(request, Decision.TAKEN, by=by, why=why, taken=list(part))
    return changed


def _decide(
    request: ChangeRequest, state: str, *, by: User | None, why: str = "", taken: list[str] | None = None
) -> None:
    request.state, request.decided_by, request.decided_at = state, by, timezone.now()
    request.decided_why, request.taken = why, taken or []
    if request.wait_until:
        old_contact.called_off(request)
    request.save(update_fields=["state", "decided_by", "decided_at", "decided_why", "taken"])
