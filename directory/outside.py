"""Asking machines elsewhere, at addresses other people gave us: never led to one inside our own network."""

import ipaddress
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPSConnection
from urllib.parse import urlsplit

PORTS = {"http": 80, "https": 443}
# Numbers that carry another number inside, which a gateway would unpack: 6to4, Teredo, NAT64.
CARRIERS = [ipaddress.ip_network(each) for each in ("2002::/16", "2001::/32", "64:ff9b::/96", "64:ff9b:1::/48")]


class NotAnAddress(Exception):
    """Nothing that could be asked: no http, no host, or a name and password in it."""


class NobodyThere(Exception):
    """No machine answers to the name."""


class Inside(Exception):
    """The name leads into our own network, or to this very machine."""


def connect(address: str, *, patience: float, allow_local: bool = False) -> HTTPConnection:
    """A connection to the very number that was checked: a name that changes its mind in between is of no use."""
    parts = urlsplit(address)
    try:
        port = parts.port or PORTS.get(parts.scheme, 0)
    except ValueError:
        port = 0
    if parts.scheme not in PORTS or not parts.hostname or parts.username or parts.password or not port:
        raise NotAnAddress
    number = resolve(parts.hostname, port, allow_local=allow_local)
    if parts.scheme == "http":
        connection: HTTPConnection = HTTPConnection(parts.hostname, port, timeout=patience)
    else:
        connection = HTTPSConnection(parts.hostname, port, timeout=patience, context=ssl.create_default_context())
    # The one hook there is: the name stays for the certificate and the Host header.
    connection._create_connection = lambda _name, *rest, **more: socket.create_connection((number, port), *rest, **more)
    return connection


@contextmanager
def watched(connection: HTTPConnection, longest: float) -> Iterator[None]:
    """A server that sends a letter now and then never runs out of time by itself: its line is cut."""
    timer = threading.Timer(longest, _cut, [connection])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _cut(connection: HTTPConnection) -> None:
    with suppress(OSError, AttributeError):  # it may have ended by itself
        connection.sock.shutdown(socket.SHUT_RDWR)


def resolve(host: str, port: int, *, allow_local: bool = False) -> str:
    """The number to connect to. Raises NobodyThere, or Inside when every number is one of ours."""
    try:
        numbers = [found[4][0] for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as problem:
        raise NobodyThere from problem
    allowed = [number for number in numbers if allow_local or is_outside(number)]
    if not allowed:
        raise Inside
    return allowed[0]


def is_outside(number: str) -> bool:
    """A machine of the open internet. Several addresses that Python calls global are not: groups, and carriers."""
    address = ipaddress.ip_address(number.split("%")[0])
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    carried = any(address in network for network in CARRIERS if network.version == address.version)
    within = address.is_multicast or address.is_reserved or getattr(address, "is_site_local", False)
    return address.is_global and not (within or carried)
