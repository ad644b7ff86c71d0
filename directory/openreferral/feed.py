"""Reading a feed page by page from its web address: with limits, and never led to somebody else's machine."""

import ipaddress
import json
import socket
import ssl
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

from django.utils.translation import gettext as _

PATIENCE = 30  # seconds to connect, and between two pieces
LONGEST = 120  # seconds a page
LARGEST = 32 * 1024 * 1024  # bytes a page
MOST_PAGES = 10_000
PER_PAGE = 100
REDIRECTS = 3
NESTED = ("service_at_locations", "schedules", "regular_schedules", "locations", "contacts")


class Unreadable(Exception):
    """The feed cannot be read; the message says why, for whoever runs the import."""


class Feed:
    """`records()` gives every record, each with its detail where the list leaves that out."""

    def __init__(self, address: str, *, allow_local: bool = False):
        try:
            self.address, self.allow_local = _services(address), allow_local
        except ValueError as problem:
            raise Unreadable(_("%(address)s is no web address") % {"address": address}) from problem

    def records(self) -> Iterator[object]:
        """Records as they come; a detail that cannot be read gives the exception in its place."""
        for page in self._pages():
            for item in page:
                yield self._detailed(item)

    def _pages(self) -> Iterator[list]:
        before: object = None
        for number in range(1, MOST_PAGES + 1):
            page = self._get(_with(self.address, page=number, per_page=PER_PAGE))
            items = contents(page)
            if not items or items == before:  # some feeds answer every page number with the first page
                return
            yield items
            if number >= last_page(page):
                return
            before = items

    def _detailed(self, item: object) -> object:
        if not isinstance(item, dict) or not item.get("id") or any(name in item for name in NESTED):
            return item
        try:
            detail = self._get(_below(self.address, str(item["id"])), missing=True)
        except Unreadable as problem:
            return problem
        return detail if isinstance(detail, dict) and detail.get("id") else item

    def _get(self, address: str, missing: bool = False) -> object:
        """What it answers, as JSON; None for a 404 when that is `missing` and no mistake."""
        for _turn in range(REDIRECTS + 1):
            status, place, body = _fetch(address, self.allow_local)
            if status in (301, 302, 303, 307, 308) and place:
                address = _same_host(address, place)
                continue
            if status == 404 and missing:
                return None
            if status != 200:
                raise Unreadable(_("%(address)s answers %(status)s") % {"address": address, "status": status})
            return parse(body)
        raise Unreadable(_("%(address)s redirects too often") % {"address": address})


def parse(body: bytes | str) -> object:
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


def last_page(page: object) -> int:
    """How many pages it says there are; one, when it says nothing."""
    if not isinstance(page, dict):
        return 1
    small = {str(name).lower().replace("_", ""): value for name, value in page.items()}
    return small["totalpages"] if isinstance(small.get("totalpages"), int) else 1


def _services(address: str) -> str:
    """The list of services below the address of a feed, whichever of the two was given."""
    parts = urlsplit(address)
    path = parts.path.rstrip("/")
    is_list = path.endswith(("/services", ".json"))
    return urlunsplit(parts._replace(path=path if is_list else f"{path}/services"))


def _with(address: str, **values: int) -> str:
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


def _fetch(address: str, allow_local: bool) -> tuple[int, str, bytes]:
    connection = _connection(address, allow_local)
    try:
        parts = urlsplit(address)
        target = urlunsplit(("", "", parts.path or "/", parts.query, ""))
        connection.request(
            "GET", target, headers={"Accept": "application/json", "User-Agent": "Connect directory import"}
        )
        response = connection.getresponse()
        return response.status, response.headers.get("Location", ""), _body(response)
    except (OSError, HTTPException) as problem:
        raise Unreadable(_("%(address)s: %(problem)s") % {"address": address, "problem": problem}) from problem
    finally:
        connection.close()


def _body(response: HTTPResponse) -> bytes:
    until, body = time.monotonic() + LONGEST, bytearray()
    while piece := response.read1(64 * 1024):
        body += piece
        if len(body) > LARGEST or time.monotonic() > until:
            raise Unreadable(_("a page is too large or too slow"))
    return bytes(body)


def _connection(address: str, allow_local: bool) -> HTTPConnection:
    """To the very address that was checked: a name that changes its mind in between is of no use to anybody."""
    parts = urlsplit(address)
    try:
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        port = 0
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or not port:
        raise Unreadable(_("%(address)s is no web address") % {"address": address})
    number = _resolved(parts.hostname, port, allow_local)
    if parts.scheme == "http":
        connection: HTTPConnection = HTTPConnection(parts.hostname, port, timeout=PATIENCE)
    else:
        connection = HTTPSConnection(parts.hostname, port, timeout=PATIENCE, context=ssl.create_default_context())
    # The one hook there is: the name stays for the certificate and the Host header.
    connection._create_connection = lambda _name, *rest, **more: socket.create_connection((number, port), *rest, **more)
    return connection


def _resolved(host: str, port: int, allow_local: bool) -> str:
    try:
        numbers = [found[4][0] for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except OSError as problem:
        raise Unreadable(_("nobody answers to the name %(host)s") % {"host": host}) from problem
    allowed = [number for number in numbers if allow_local or ipaddress.ip_address(number.split("%")[0]).is_global]
    if not allowed:
        raise Unreadable(_("%(host)s is inside our own network; say --allow-local if that is meant") % {"host": host})
    return allowed[0]
