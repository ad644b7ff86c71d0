"""Who is asking, told to PostgreSQL for one transaction only: a person, a named job, or the holder of a link."""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any
from uuid import UUID, uuid4

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers

JOBS = {"delivery", "reminders", "freeze", "import", "retention", "migration", "seed", "link", "merging"} | {
    "front_door",  # somebody without an account asks for help: writes what the form's key makes, reads nothing else
    "own_page",  # the person, by a code sent to their safe channel: the referrals in scope
    "training",  # was this worker trained that day: asked of a register that they may not read
    "alike",  # who of one team (the scope) may be the same person; reads only
    "guarding",  # restricted people: everything of the one person named in the scope, and nothing of anybody else
    "clocks",  # what is overdue: nudges, escalation, giving back
    "transfer",  # from one scheme to another: the two referrals in scope, which neither side sees together
    "places",  # how many places of a group (the scope) are taken, and who waits before whom; reads only
    "round",  # a worker beside those who hold a referral, as themselves: at the level given, until the day given
    "inbound",  # texts that came in: stored once, and what is kept of them; nothing of whoever sent them
    "opened",  # one person's record, read for a reason: the key names the row that says who, why and until when
    "subject_access",  # a copy of everything about the person in the scope, who is not restricted; reads only
    "equality",  # what somebody answered about who they are: stored, and counted; who they are it does not know
    "asking_in",  # whom does this reference mean, or who else works with this person (the key): to ask their lead
}
NAMES = (
    "app.user_id",
    "app.role",
    "app.team_id",
    "app.org_id",
    "app.job",
    "app.key",
    "app.scope",
    # read by the history triggers, which write beside each copy whose work it was
    "pghistory.context_id",
    "pghistory.context_metadata",
)
NO_ROLE = ("", "", "", "")  # no user, no role, no team, no organisation
SET = "select " + ", ".join(["set_config(%s, %s, true)"] * len(NAMES))
READ = "select " + ", ".join(["coalesce(current_setting(%s, true), '')"] * len(NAMES))
# Who asked until now is read to its end before anything is set.
SWAP = f"with before as materialized ({READ} as last) select before.*, {SET.removeprefix('select ')} from before"


def identify(user: Any = None, *, job: str = "", key: str | UUID = "", scope: Iterable[UUID] = ()) -> None:
    """Say who asks until the transaction ends. `user.acting` is the membership acted under; without one, no rows."""
    acting = getattr(user, "acting", None)
    person = (user.pk, acting.role, acting.team_id, acting.organisation_id) if acting else ("", "", "", "")
    _set([*person, job, key, _scoped(scope), *_author(acting, job)])


def _scoped(keys: Iterable[UUID]) -> str:
    return "{" + ",".join(map(str, keys)) + "}" if keys else ""


def _author(acting: Any, job: str) -> tuple[str, str]:
    """Keys and nothing else: which user in which role, or which job."""
    if not acting and not job:
        return "", ""
    who = {"job": job} if job else {"user": str(acting.user_id), "role": acting.role}
    return str(uuid4()), json.dumps(who)


@contextmanager
def acting_as(job: str, *, key: str | UUID = "", scope: Iterable[UUID] = ()) -> Iterator[None]:
    """Work as a named job inside a transaction of its own; the identity before it is put back."""
    if job not in JOBS:
        raise ValueError(f"no such job: {job}")
    with _as([*NO_ROLE, job, key, _scoped(tuple(scope)), *_author(None, job)]):
        yield


def acting_for(scope: Iterable[UUID]) -> AbstractContextManager[None]:
    """Work as the holder of a signed link, who may touch the rows named in `scope` and no other."""
    return acting_as("link", scope=scope)


@contextmanager
def reading_as(job: str, *, scope: Iterable[UUID] = ()) -> Iterator[None]:
    """As `acting_as`, for a page that only looks: two round trips besides its own, and no savepoint.

    What fails in it therefore fails the whole transaction: nothing is asked any more under either identity.
    """
    if job not in JOBS:
        raise ValueError(f"no such job: {job}")
    with transaction.atomic(savepoint=False):
        before = _swap([*NO_ROLE, job, "", _scoped(tuple(scope)), *_author(None, job)])
        yield
        _set(before)


@contextmanager
def in_person(user: Any, job: str, *, key: str | UUID = "") -> Iterator[None]:
    """As a named job and still oneself, in no role and no team: what the job opens, it opens to this one person."""
    with _as([user.pk, "", "", user.acting.organisation_id, job, key, "", *_author(user.acting, "")]):
        yield


@contextmanager
def opening(key: str | UUID) -> Iterator[None]:
    """Let the sender of a form find the one row its key made, besides what they could see anyway."""
    with transaction.atomic():
        before = _read()
        _set([*before[:5], key, *before[6:]])
        yield
        _set(before)


@contextmanager
def _as(values: Iterable[object]) -> Iterator[None]:
    """Where no transaction is open there is no identity to put back: this one ends with the commit."""
    inside = connection.in_atomic_block
    with transaction.atomic():
        before = _swap(values) if inside else _set(values)
        yield
        if before:
            _set(before)  # a released savepoint keeps the setting; a rolled-back one does not


def _set(values: Iterable[object]) -> None:
    if not connection.in_atomic_block:
        raise RuntimeError("an identity lives in a transaction")
    with connection.cursor() as cursor:
        cursor.execute(SET, _named(values))


def _named(values: Iterable[object]) -> list[str]:
    return [part for pair in zip(NAMES, (str(v or "") for v in values), strict=True) for part in pair]


def _swap(values: Iterable[object]) -> list[str]:
    """Set these; what stood there before comes back."""
    with connection.cursor() as cursor:
        return list(cursor.execute(SWAP, [*NAMES, *_named(values)]).fetchone())[: len(NAMES)]


def _read() -> list[str]:
    with connection.cursor() as cursor:
        return list(cursor.execute(READ, NAMES).fetchone())


class IdentityMiddleware:
    """One transaction a request, with the asker's identity in it; a page that fails commits nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with transaction.atomic():
            identify(request.user)
            response = self.get_response(request)
            if response.status_code >= 500:
                transaction.set_rollback(True)
        if request.user.is_authenticated and not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        # Django makes it a response before __call__ sees it, and a 404 or 403 raised after a write is no 5xx.
        transaction.set_rollback(True)
