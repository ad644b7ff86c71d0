"""One question to one machine elsewhere: bounded in size and time, and asked only whether there is anything new."""

import time
import zlib
from http.client import HTTPConnection, HTTPException, HTTPResponse
from urllib.parse import urlsplit, urlunsplit

from django.utils.translation import gettext as _

from directory import outside
from directory.openreferral.server import Answer

PATIENCE = 30  # seconds to connect, and between two pieces
LONGEST = 120  # seconds a page
LARGEST = 32 * 1024 * 1024  # bytes a page, as sent and as unpacked
PIECE = 64 * 1024
HEADERS = {"Accept": "application/json", "Accept-Encoding": "gzip", "User-Agent": "Connect directory import"}


class Unreadable(Exception):
    """The feed cannot be read; the message says why, for whoever runs the import."""


def fetch(address: str, *, etag: str = "", modified: str = "", allow_local: bool = False) -> Answer:
    """Whatever it answers, also an error; raises Unreadable where there is no answer at all."""
    conditional = {"If-None-Match": etag, "If-Modified-Since": modified}
    parts = urlsplit(address)
    connection = _connection(address, allow_local)
    try:
        with outside.watched(connection, LONGEST):
            target = urlunsplit(("", "", parts.path or "/", parts.query, ""))
            connection.request(
                "GET", target, headers=HEADERS | {name: said for name, said in conditional.items() if said}
            )
            with connection.getresponse() as response:
                return Answer(response.status, response.headers, _body(response))
    except (OSError, HTTPException, ValueError, zlib.error) as problem:
        raise Unreadable(_("%(address)s: %(problem)s") % {"address": address, "problem": problem}) from problem
    finally:
        connection.close()


def _connection(address: str, allow_local: bool) -> HTTPConnection:
    host = urlsplit(address).hostname
    try:
        return outside.connect(address, patience=PATIENCE, allow_local=allow_local)
    except (outside.NotAnAddress, ValueError) as problem:
        raise Unreadable(_("%(address)s is no web address") % {"address": address}) from problem
    except outside.NobodyThere as problem:
        raise Unreadable(_("nobody answers to the name %(host)s") % {"host": host}) from problem
    except outside.Inside as problem:
        told = _("%(host)s is inside our own network; say --allow-local if that is meant")
        raise Unreadable(told % {"host": host}) from problem


def _body(response: HTTPResponse) -> bytes:
    """As sent, or unpacked as it comes, so that a small file that swells is stopped before it fills the machine."""
    packed = response.headers.get("Content-Encoding", "").strip().lower()
    if packed not in ("", "identity", "gzip"):
        raise Unreadable(_("a page is packed in a way we cannot read"))
    unpack = zlib.decompressobj(31) if packed == "gzip" else None
    until, body, sent = time.monotonic() + LONGEST, bytearray(), 0
    while piece := response.read1(PIECE):
        sent += len(piece)
        body += unpack.decompress(piece, LARGEST + 1 - len(body)) if unpack else piece
        if max(sent, len(body)) > LARGEST or time.monotonic() > until:
            raise Unreadable(_("a page is too large or too slow"))
    return bytes(body)
