"""Whether the addresses in listings still answer: few at a time, gently, and never led inside our own network."""

import logging
import ssl
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from http.client import HTTPException, HTTPResponse
from urllib.parse import urljoin, urlsplit, urlunsplit

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from directory import outside
from directory.addresses import HOSTS
from directory.models import LinkCheck, OnlineCommunity, Service
from directory.states import Status

log = logging.getLogger(__name__)
A_WEEK, A_DAY = timedelta(days=7), timedelta(hours=23)
AT_A_TIME = 20
ENOUGH_FAILURES = 3
PATIENCE, LONGEST = 8, 20  # seconds: for each answer, and for all of one address
REDIRECTS = 5
WHO = {"User-Agent": "Connect-directory-link-check/1", "Accept": "*/*"}
# They answer anybody who is not signed in alike, whether the group is there or not.
SILENT = HOSTS["facebook"] | HOSTS["instagram"] | HOSTS["whatsapp"] | HOSTS["nextdoor"] | HOSTS["discord"]
FOR_A_PERSON = {401, 403, 405, 406, 407, 409, 423, 429, 451}  # a door that opens to people, maybe: no verdict
LASTING = {301, 308}


@dataclass(frozen=True)
class Answer:
    """What one address came to. `alive` is None where nobody can tell from here."""

    alive: bool | None
    status: int | None = None
    problem: str = ""
    moved_to: str = ""


def sweep(*, allow_local: bool = False) -> int:
    """Look at what is due; each address is claimed first, and written down after, with no transaction in between."""
    _gather()
    return sum(_one(each, allow_local) for each in _due())


def _gather() -> None:
    """A row for every address that a listing gives; none for those that no listing gives any more."""
    given = set(_given())
    held = set(LinkCheck.objects.values_list("address", flat=True))
    LinkCheck.objects.bulk_create([LinkCheck(address=each) for each in given - held], ignore_conflicts=True)
    LinkCheck.objects.filter(address__in=held - given).delete()


def _given() -> Iterator[str]:
    shown = Service.objects.published().exclude(status=Status.DEFUNCT)
    yield from shown.exclude(url="").values_list("url", flat=True).distinct()
    yield from OnlineCommunity.objects.filter(service__in=shown).values_list("address", flat=True).distinct()


def _due() -> QuerySet[LinkCheck]:
    """Once a week; one that failed again the next day, until it is known to be dead."""
    now = timezone.now()
    weekly = Q(looked_at=None) | Q(looked_at__lte=now - A_WEEK)
    again = Q(failures__gt=0, failures__lt=ENOUGH_FAILURES, looked_at__lte=now - A_DAY)
    return LinkCheck.objects.filter(weekly | again).order_by(F("looked_at").asc(nulls_first=True))[:AT_A_TIME]


def _one(check: LinkCheck, allow_local: bool) -> bool:
    """Whoever moves `looked_at` on has it; a worker that dies meanwhile leaves it for its next turn."""
    mine = LinkCheck.objects.filter(pk=check.pk, looked_at=check.looked_at)
    if not mine.update(looked_at=timezone.now()):
        return False
    keep(check, look(check.address, allow_local=allow_local))
    return True


def keep(check: LinkCheck, answer: Answer, at: datetime | None = None) -> None:
    """Write the answer down. Not knowing leaves what was known."""
    at = at or timezone.now()
    said: dict[str, object] = {"looked_at": at, "status": answer.status, "problem": answer.problem}
    if answer.alive is True:
        said |= {"failing_since": None, "failures": 0, "moved_to": answer.moved_to}
    if answer.alive is False:
        said |= {"failing_since": check.failing_since or at, "failures": check.failures + 1}
    LinkCheck.objects.filter(pk=check.pk).update(**said)


# What went wrong, whether it counts against the address, and how an editor is told.
WRONG: list[tuple[type[Exception] | tuple[type[Exception], ...], Answer]] = [
    (outside.NotAnAddress, Answer(False, problem="is no web address")),
    (outside.NobodyThere, Answer(False, problem="nobody answers to the name")),
    (outside.Inside, Answer(None, problem="leads inside our own network, so it was not asked")),
    (ssl.SSLError, Answer(False, problem="its certificate is not valid")),
    ((OSError, HTTPException, ValueError), Answer(False, problem="does not answer")),
]


def look(address: str, *, allow_local: bool = False) -> Answer:
    """Ask one address, and where it sends us on, as far as that is nobody's private machine."""
    try:
        return _follow(address, allow_local)
    except Exception as error:
        for kinds, answer in WRONG:
            if isinstance(error, kinds):
                return answer
        raise


def _follow(address: str, allow_local: bool) -> Answer:
    until, here, moved = time.monotonic() + LONGEST, address, True
    for _turn in range(REDIRECTS + 1):
        if _is_silent(urlsplit(here).hostname or ""):
            return Answer(None, problem="asks everybody to sign in")
        status, place = _ask(here, until, allow_local)
        if not (300 <= status < 400 and place):
            return _verdict(status, here if moved and here != address else "")
        moved, here = moved and status in LASTING, urljoin(here, place)
    return Answer(False, problem="redirects too often")


def _is_silent(host: str) -> bool:
    return any(host == own or host.endswith(f".{own}") for own in SILENT)


def _verdict(status: int, moved_to: str) -> Answer:
    if status < 300:
        return Answer(True, status, moved_to=moved_to[:500])
    if status in FOR_A_PERSON:
        return Answer(None, status, "does not answer a machine")
    return Answer(False, status, f"answers {status}")


def _ask(address: str, until: float, allow_local: bool) -> tuple[int, str]:
    """The shortest question first; some servers answer only the usual one."""
    status, place = _once("HEAD", address, until, allow_local)
    if status in (400, 403, 404, 405, 406, 500, 501):
        return _once("GET", address, until, allow_local)
    return status, place


def _once(method: str, address: str, until: float, allow_local: bool) -> tuple[int, str]:
    """Status and where it sends us. Of a page not a byte is read: the status line has said it all."""
    left = min(PATIENCE, until - time.monotonic())
    if left <= 0:
        raise TimeoutError
    connection = outside.connect(address, patience=left, allow_local=allow_local)
    try:
        parts = urlsplit(address)
        with outside.watched(connection, left):
            connection.request(method, urlunsplit(("", "", parts.path or "/", parts.query, "")), headers=WHO)
            response: HTTPResponse = connection.getresponse()
            return response.status, response.headers.get("Location", "")
    finally:
        connection.close()
