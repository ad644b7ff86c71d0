"""Reading a feed page by page from its web address: with limits, and never led to somebody else's machine."""

import json
import time
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import NamedTuple
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

from django.utils.translation import gettext as _

from directory.openreferral import fetching
from directory.openreferral.fetching import Unreadable
from directory.openreferral.server import Answer
from directory.openreferral.text import line

MOST_PAGES = 10_000
PER_PAGE = 100
REDIRECTS = 3
LONGEST = 3 * 60 * 60  # seconds for the whole of a feed
PATIENT = timedelta(seconds=60)  # a server that asks to be left alone for longer is left alone until next time
TURNS = 3
NESTED = ("service_at_locations", "schedules", "regular_schedules", "locations", "contacts")
pause = time.sleep

__all__ = ["Feed", "Missed", "Stored", "Unmoved", "Unreadable", "contents", "last_page", "parse"]


class Missed(Unreadable):
    """One record whose detail could not be read. It is in the feed all the same."""

    def __init__(self, source_id: str, why: str):
        super().__init__(why)
        self.source_id = source_id


class Unmoved(NamedTuple):
    """A record that has not changed since the server last gave it to us."""

    source_id: str


class Stored(NamedTuple):
    """What an address said last time, and the marks that ask whether it still does."""

    etag: str
    last_modified: str
    records: tuple[str, ...]
    last_page: int


class Feed:
    """`records()` gives every record, each with its detail where the list leaves that out. Afterwards `said` holds what
    to ask conditionally next time, and `wait` how long the server wants to be left alone."""

    def __init__(self, address: str, *, allow_local: bool = False, stored: Mapping[str, Stored] | None = None):
        try:
            self.address, self.allow_local = _services(address), allow_local
        except ValueError as problem:
            raise Unreadable(_("%(address)s is no web address") % {"address": address}) from problem
        self.stored, self.said = stored or {}, {}
        self.wait = timedelta()
        self.asks_full, self.is_full = True, False
        self.until = time.monotonic() + LONGEST

    def records(self) -> Iterator[object]:
        """Records as they come; a detail that cannot be read gives the exception in its place."""
        before: object = None
        for number in range(1, MOST_PAGES + 1):
            address, answer = self._page(number)
            if answer.status == 304:
                known = self.said[address] = self.stored[address]
                yield from map(Unmoved, known.records)
                last, items = known.last_page, known.records
            else:
                page = parse(answer.body)
                items, last = contents(page), last_page(page, number)
                if items == before:  # some feeds answer every page number with the first page
                    return
                yield from self._all(address, answer, items, last)
            if not items or number >= last:
                return
            before = items

    def _page(self, number: int) -> tuple[str, Answer]:
        """Asked for whole records; a server that takes offence at that is asked without."""
        address = _with(self.address, page=number, per_page=PER_PAGE, **({"full": "true"} if self.asks_full else {}))
        answer = self._get(address)
        if answer.status == 400 and number == 1 and self.asks_full:
            self.asks_full = False
            return self._page(number)
        if answer.status not in (200, 304):
            raise Unreadable(_("%(address)s answers %(status)s") % {"address": address, "status": answer.status})
        if number == 1:
            self.wait = answer.fresh_for
        return address, answer

    def _all(self, address: str, answer: Answer, items: list, last: int) -> Iterator[object]:
        """What is whole may be asked for conditionally; a list of names says nothing of what stands behind them."""
        self.is_full = self.is_full or any(_is_whole(item) for item in items)
        if not self.is_full:
            yield from map(self._detailed, items)
            return
        yield from items
        self._keep(address, answer, [_id(item) for item in items], last)

    def _detailed(self, item: object) -> object:
        if not isinstance(item, dict) or not _id(item):
            return item
        address = _below(self.address, str(item["id"]))
        try:
            answer = self._get(address)
            if answer.status == 304:
                self.said[address] = self.stored[address]
                return Unmoved(_id(item))
            if answer.status == 404:
                return item  # a detail that does not exist is no mistake
            if answer.status != 200:
                raise Unreadable(_("%(address)s answers %(status)s") % {"address": address, "status": answer.status})
            detail = parse(answer.body)
        except Unreadable as problem:
            return Missed(_id(item), str(problem))
        self._keep(address, answer, [_id(item)], 1)
        return detail if isinstance(detail, dict) and detail.get("id") else item

    def _keep(self, address: str, answer: Answer, records: list[str], last: int) -> None:
        if any(answer.marks) and all(records) and len(address) <= 1000:
            self.said[address] = Stored(*answer.marks, tuple(records), min(last, MOST_PAGES))

    def _get(self, address: str) -> Answer:
        """Redirects on the same machine are followed; a short "come back later" is waited for."""
        known, turns = self.stored.get(address), 0
        for _step in range(REDIRECTS + 1):
            answer = self._fetch(address, known)
            while answer.status in (429, 503) and turns < TURNS and timedelta() < answer.come_back_in <= PATIENT:
                pause(answer.come_back_in.total_seconds())
                turns += 1
                answer = self._fetch(address, known)
            if answer.status in (429, 503):
                self.wait = max(self.wait, answer.come_back_in)
            place = answer.headers.get("Location", "")
            if answer.status not in (301, 302, 303, 307, 308) or not place:
                return answer
            address = _same_host(address, place)
        raise Unreadable(_("%(address)s redirects too often") % {"address": address})

    def _fetch(self, address: str, known: Stored | None) -> Answer:
        if time.monotonic() > self.until:
            raise Unreadable(_("it took longer than three hours to read"))
        return fetching.fetch(
            address,
            etag=known.etag if known else "",
            modified=known.last_modified if known else "",
            allow_local=self.allow_local,
        )


def parse(body: bytes | str) -> object:
    start = body[:200].lstrip()[:1]
    if start in (b"<", "<"):
        raise Unreadable(_("it is not JSON but a web page"))
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as problem:
        raise Unreadable(_("it is not JSON: %(problem)s") % {"problem": problem}) from problem


def contents(page: object) -> list:
    """The records of a page: an envelope of 3.0 or 1.0, in any capitals; a bare list; or one record alone."""
    if isinstance(page, list):
        return page
    if not isinstance(page, dict):
        raise Unreadable(_("it is neither a list nor a page of records"))
    small = {str(name).lower(): value for name, value in page.items()}
    for name in ("contents", "content", "services", "items", "results"):
        if isinstance(small.get(name), list):
            return small[name]
    if "id" in small:
        return [page]
    raise Unreadable(_("it holds no list of records"))


def last_page(page: object, number: int = 1) -> int:
    """How many pages it says there are; this one, when it says nothing, unless it says that this is not the last."""
    if not isinstance(page, dict):
        return number
    small = {str(name).lower().replace("_", ""): value for name, value in page.items()}
    said = small.get("totalpages")
    if isinstance(said, bool) or not str(said).strip().isdecimal() or len(str(said)) > 9:
        return number + 1 if False in (small.get("last"), small.get("lastpage")) else number
    return int(said)


def _is_whole(item: object) -> bool:
    return isinstance(item, dict) and any(name in item for name in NESTED)


def _id(item: object) -> str:
    """As `record.source_id` reads it; "" where there is none."""
    said = line(item.get("id"), 200) if isinstance(item, dict) else ""
    return said.lower() if len(said) == 36 else said


def _services(address: str) -> str:
    """The list of services below the address of a feed, whichever of the two was given."""
    parts = urlsplit(address)
    path = parts.path.rstrip("/")
    is_list = path.endswith(("/services", ".json"))
    return urlunsplit(parts._replace(path=path if is_list else f"{path}/services"))


def _with(address: str, **values: object) -> str:
    parts = urlsplit(address)
    return urlunsplit(parts._replace(query=urlencode({**dict(parse_qsl(parts.query)), **values})))


def _below(address: str, name: str) -> str:
    parts = urlsplit(address)
    return urlunsplit(parts._replace(path=f"{parts.path}/{quote(name, safe='')}"))


def _same_host(address: str, place: str) -> str:
    onward = urljoin(address, place)
    before, after = urlsplit(address), urlsplit(onward)
    upgraded = (before.scheme, after.scheme) == ("http", "https") and before.hostname == after.hostname
    if (before.scheme, before.netloc) != (after.scheme, after.netloc) and not upgraded:
        raise Unreadable(
            _("%(address)s sends us to another machine, %(host)s") % {"address": address, "host": after.netloc}
        )
    return onward
