"""A stand-in for text and e-mail providers on the loopback, which keeps account of each message it accepts."""

import json
import os
import signal
import socket
import socketserver
import struct
import threading
import time
import uuid
from collections import Counter, defaultdict
from collections.abc import Callable
from email import message_from_bytes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

LATE = 1.5  # seconds after the request; longer than the time-out the tests give


class Double:
    """What it does with the n-th try of a reference is `behave(reference, n)`; "accept" unless told otherwise."""

    def __init__(self, behave: Callable[[str, int], str] = lambda reference, nth: "accept"):
        self.behave = behave
        self.answers_questions = True
        self.list_as: object = None  # what it says instead of a list
        self.accepted: dict[str, list[dict]] = defaultdict(list)  # reference -> each accept
        self.tries: Counter = Counter()
        self.faults: Counter = Counter()
        self.asked = 0
        self.on_kill_all: Callable[[], None] = lambda: None
        self.on_cut: Callable[[], None] = lambda: None
        self.lock = threading.Lock()
        self.leaving = threading.Event()
        self.http = _serve(ThreadingHTTPServer(("127.0.0.1", 0), _handler(_Web, self)))
        self.smtp = _serve(_Mail(("127.0.0.1", 0), _handler(_Post, self)))

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.http.server_address[1]}"

    @property
    def mail_port(self) -> int:
        return self.smtp.server_address[1]

    def count(self, reference: object) -> int:
        return len(self.accepted[str(reference)])

    def decide(self, reference: str) -> str:
        with self.lock:
            self.tries[reference] += 1
            fault = self.behave(reference, self.tries[reference])
            self.faults[fault] += 1
        return fault

    def accept(self, reference: str, **kept: str) -> str:
        with self.lock:
            self.accepted[reference].append(kept | {"id": str(uuid.uuid4())})
            return self.accepted[reference][-1]["id"]

    def close(self) -> None:
        self.leaving.set()
        for server in (self.http, self.smtp):
            server.shutdown()
            server.server_close()


class _Mail(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True


def _serve(server):
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # the other end is killed on purpose
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    return server


def _handler(kind, double):
    return type(kind.__name__, (kind,), {"double": double})


def _reset(connection: socket.socket) -> None:
    """RST instead of a polite end."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


class _Web(BaseHTTPRequestHandler):
    """Both layouts: the plain provider's /messages and GOV.UK Notify's /v2/notifications."""

    double: Double

    def do_POST(self):
        told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        kept = {"to": told.get("to") or told.get("phone_number") or told.get("email_address"), "path": self.path}
        kept["body"] = told.get("body") or told["personalisation"]["body"]
        fault, reference = self.double.decide(told["reference"]), told["reference"]
        getattr(self, "_" + fault.replace("-", "_"))(lambda: self.double.accept(reference, **kept))

    def do_GET(self):
        self.double.asked += 1
        if not self.double.answers_questions:
            return self._reply(503, {})
        reference = parse_qs(urlsplit(self.path).query)["reference"][0]
        found = [{"id": each["id"]} for each in self.double.accepted[reference]]
        if self.double.list_as is not None:
            return self._reply(200, json.dumps(self.double.list_as).encode())
        return self._reply(200, {"notifications" if "/v2/" in self.path else "messages": found, "links": {}})

    def _accept(self, take):
        self._reply(201, {"id": take()})

    def _stall(self, take):
        take()
        self.double.leaving.wait(10)
        _reset(self.connection)

    def _late(self, take):
        time.sleep(LATE)
        take()

    def _reset(self, take):
        take()
        _reset(self.connection)

    def _reset_before(self, take):
        _reset(self.connection)

    def _busy(self, take):
        self._reply(429, {"errors": [{"message": "slow down"}]}, {"Retry-After": "1"})

    def _broken(self, take):
        self._reply(500, {})

    def _broken_but_accepted(self, take):
        take()
        self._reply(500, {})

    def _garbage(self, take):
        take()
        self._reply(200, b"<html>Welcome</html>")

    def _wrong_number(self, take):
        self._reply(400, {"errors": [{"error": "BadRequestError", "message": "phone_number 07700900184 is not valid"}]})

    def _wrong_key(self, take):
        self._reply(403, {"errors": []})

    def _kill(self, take):
        """Accepted, and the process that asked is gone before it hears of it."""
        take()
        self._kill_caller()

    def _kill_before(self, take):
        self._kill_caller()

    def _kill_all(self, take):
        take()
        self.double.on_kill_all()
        _reset(self.connection)

    def _cut(self, take):
        """Accepted and said so, but the database has hung up on whoever wants to write it down."""
        provider_id = take()
        self.double.on_cut()
        self._reply(201, {"id": provider_id})

    def _kill_caller(self):
        os.kill(_owner_of(self.client_address[1]), signal.SIGKILL)
        _reset(self.connection)

    def _reply(self, status, answer, headers=None):
        body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class _Post(socketserver.StreamRequestHandler):
    """As much of a mail server as smtplib needs."""

    double: Double

    def handle(self):
        self._say("220 double")
        while line := self.rfile.readline():
            command = line[:4].upper()
            if command == b"DATA":
                if self._data():
                    return
            elif command == b"QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 fine")

    def _data(self):
        self._say("354 go on")
        lines = iter(self.rfile.readline, b".\r\n")
        letter = message_from_bytes(b"".join(lines))
        reference = letter["Message-ID"].strip("<>").partition("@")[0]
        fault = self.double.decide(reference)
        if fault in ("accept", "reset", "stall", "rude-goodbye"):
            body = letter.get_payload(decode=True).decode()
            self.double.accept(reference, to=letter["To"], subject=letter["Subject"], body=body)
        return getattr(self, "_" + fault.replace("-", "_"))()

    def _accept(self):
        self._say("250 taken")

    def _rude_goodbye(self):
        self._say("250 taken")
        _reset(self.connection)
        return True

    def _reset(self):
        _reset(self.connection)
        return True

    def _stall(self):
        self.double.leaving.wait(10)
        return True

    def _busy(self):
        self._say("451 later")

    def _wrong_number(self):
        self._say("550 no such jean@example.org")

    def _say(self, line):
        self.wfile.write(line.encode() + b"\r\n")


def _owner_of(port: int) -> int:
    """The process that holds our caller's end of the connection, as Linux says."""
    inode = _inode(port)
    for link in Path("/proc").glob("[0-9]*/fd/*"):
        try:
            if os.readlink(link) == f"socket:[{inode}]" and int(link.parts[2]) != os.getpid():
                return int(link.parts[2])
        except OSError:
            continue
    raise LookupError(port)


def _inode(port: int) -> str:
    for line in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        parts = line.split()
        if parts[1] == f"0100007F:{port:04X}":
            return parts[9]
    raise LookupError(port)
