"""May this person do this kind of thing? One table answers, matrix.toml; which rows is asked elsewhere."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, wraps
from pathlib import Path
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse

from connect.people import proof
from connect.people.roles import Role

MATRIX = Path(__file__).with_name("matrix.toml")
GRANT = re.compile(r"(?P<verbs>[CRUD]+)(:(?P<scope>[ogctmsa]))?(?P<step_up>\+)?(?P<break_glass>!)?$")


@dataclass(frozen=True)
class Grant:
    """Some verbs on one object, within a scope ("" is every row that is open at all)."""

    verbs: str
    scope: str
    needs_proof: bool = False  # only while it is freshly shown who is asking (proof.py)
    break_glass: bool = False  # only inside a record that was opened for a reason, with the lead told (opened_scope)


@dataclass(frozen=True)
class Rule:
    """What an address asks for: an object of the matrix and a verb; or a door of its own kind."""

    thing: str
    verb: str = "R"
    door: str = "account"  # account | link | provider | public | signed-in


PUBLIC = Rule("", door="public")
SIGNED_IN = Rule("", door="signed-in")
# Views of floors below this one, and Django's, carry no rule: they are named here. allauth guards its own doors.
OTHERS = dict.fromkeys(("set_language", "link", "mailbox", "letter", "text_back"), PUBLIC)
OTHERS["inbound_text"] = Rule("INBOUND_TEXT", "C", door="provider")


@cache
def matrix() -> dict[str, dict[str, tuple[Grant, ...]]]:
    """object -> role -> grants, as matrix.toml says."""
    table = tomllib.loads(MATRIX.read_text())
    return {thing: {Role(r): _grants(c) for r, c in row.items() if r != "is"} for thing, row in table.items()}


def _grants(cell: str) -> tuple[Grant, ...]:
    found = [GRANT.fullmatch(part) for part in cell.split()]
    if not all(found):
        raise ValueError(f"matrix.toml: {cell!r} is no grant")
    return tuple(Grant(m["verbs"], m["scope"] or "", bool(m["step_up"]), bool(m["break_glass"])) for m in found)


def scope(role: str, thing: str, verb: str, *, proven: bool = False) -> str | None:
    """Within which scope this role may do this; None when it may not. An object without a row is denied to all."""
    for grant in matrix().get(thing, {}).get(role, ()):
        if verb in grant.verbs and not grant.break_glass and (proven or not grant.needs_proof):
            return grant.scope
    return None


def opened_scope(role: str, thing: str, *, glass: bool) -> str | None:
    """The same of reading one record that was opened, with fresh proof and a reason; `glass`: it was broken for it."""
    grants = matrix().get(thing, {}).get(role, ())
    return next((one.scope for one in grants if "R" in one.verbs + "R" * ("U" in one.verbs)
                 and (glass or not one.break_glass)), None)  # fmt: skip


def scope_of(user: Any, thing: str, verb: str = "R") -> str | None:
    """The same of somebody: the role they act in, and whether it was shown lately that it is they."""
    # The cheaper question first: whether the proof is fresh may have to be looked up.
    within = scope(_role(user), thing, verb)
    return scope(_role(user), thing, verb, proven=True) if within is None and is_proven(user) else within


def is_proven(user: Any) -> bool:
    return bool(getattr(user, "proof_is_fresh", False))


def may(user: Any, thing: str, verb: str = "R") -> bool:
    return scope_of(user, thing, verb) is not None


def could(user: Any, thing: str, verb: str = "R") -> bool:
    """They may, or may as soon as they show that it is they: what a button or a menu is drawn by."""
    return scope(_role(user), thing, verb, proven=True) is not None


def _role(user: Any) -> str:
    acting = getattr(user, "acting", None)
    return acting.role if acting else Role.PUB


def requires(thing: str, verb: str = "R") -> Callable:
    """A page for those whose active role may do this. Everybody else gets a 404 like any other.

    A grant with "+" opens while it is freshly shown who is asking; who has it and is stale is led to show it.
    """

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            if not could(request.user, thing, verb):
                raise Http404
            if not may(request.user, thing, verb):
                return proof.asked_of(request)
            return view(request, *args, **kwargs)

        guarded.access = Rule(thing, verb)
        return guarded

    return decorate


def by_link(thing: str, verb: str = "U") -> Callable:
    """A page opened with a signed link: the view reads the link, and may do no more than the link's scope."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        view.access = Rule(thing, verb, door="link")
        return login_not_required(view)

    return decorate


def public(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page open to anybody."""
    view.access = PUBLIC
    return login_not_required(view)


def signed_in(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page for anybody with an account that shows nothing but their own account."""
    view.access = SIGNED_IN
    return view


def rule_of(view: Callable[..., HttpResponse], name: str | None) -> Rule | dict[str, Rule] | None:
    """The rule an address declares; a dict of method -> rule for API views; None when it declares none."""
    declared = getattr(view, "access", None) or getattr(getattr(view, "cls", None), "access", None)
    if view.__module__.startswith("allauth."):
        return PUBLIC
    return declared or OTHERS.get(name or "")


class DeclaredAccessMiddleware:
    """An address that declares no rule is closed to everybody."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], _args: tuple, _kwargs: dict
    ) -> None:
        if rule_of(view, request.resolver_match.url_name) is None:
            raise Http404
