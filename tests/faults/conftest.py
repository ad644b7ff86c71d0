"""A real worker and a real beat on the engines of the run, and somebody who starts them again when they die."""

import os
import sys
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from django.conf import settings
from django.db import connection

from connect.children import Child

from .double import Double

KEY = f"double-{uuid.UUID(int=1)}-{uuid.UUID(int=2)}"


class Supervisor:
    """Starts worker and beat, and starts again what ended: a service manager in small."""

    def __init__(self, env: dict[str, str], logs: Path):
        self.env, self.logs = env, logs
        self.lock, self.over = threading.Lock(), threading.Event()
        self.started = {"worker": 0, "beat": 0}
        self.killed: set[int] = set()  # which of the workers, counted from 1
        self.children: dict[str, Child] = {}
        self.watch = threading.Thread(target=self._watch, daemon=True)

    def start(self) -> None:
        for name in self.started:
            self._start(name)
        self.watch.start()

    def kill_worker(self) -> None:
        """The whole of it, main process and pool, with -9.

        Two of its pool may have a request under way: the second kill then meets a worker that is dead already.
        """
        with self.lock:
            self.killed.add(self.started["worker"])
            self.children["worker"].kill()

    def last_words(self) -> str:
        return "\n".join(child.last_words() for child in self.children.values())

    def stop(self) -> None:
        self.over.set()
        self.watch.join()
        for child in self.children.values():
            child.kill()

    def _watch(self) -> None:
        while not self.over.wait(0.1):
            with self.lock:
                for name in [name for name, child in self.children.items() if child.has_ended]:
                    self._start(name)

    def _start(self, name: str) -> None:
        self.started[name] += 1
        command = [sys.executable, "-W", "ignore", "-m", "celery", "-A", "connect.celery", name, *self._options(name)]
        self.children[name] = Child(name, command, self.logs / f"{name}.log", self.env, settings.BASE_DIR)

    def _options(self, name: str) -> list[str]:
        if name == "beat":
            return ["-s", str(self.logs / "beat-schedule"), "-l", "WARNING", "--max-interval", "1"]
        return ["-P", "prefork", "-c", "2", "-l", "WARNING", "--without-gossip", "--without-mingle"]


@pytest.fixture(autouse=True)
def at_any_hour(settings) -> None:
    """What is written here is due at once, whenever the tests are run."""
    settings.QUIET_HOURS = False


@pytest.fixture
def double() -> Iterator[Double]:
    double = Double()
    yield double
    double.close()


def told(double: Double) -> dict[str, str]:
    """The environment of a worker that sends to the double."""
    return {
        "DATABASE_URL": _database_url(),
        "CONNECT_POOL": "0",
        "PULSE_SECONDS": "1",
        "QUIET_HOURS": "0",
        "MESSAGE_LEASE_SECONDS": "3",
        "PROVIDER_TIMEOUT": "1",
        "TEXT_SENDER": "http",
        "TEXT_PROVIDER_URL": double.address,
        "TEXT_PROVIDER_TOKEN": "a-token",
        "EMAIL_SENDER": "notify",
        "NOTIFY_API_KEY": KEY,
        "NOTIFY_BASE_URL": double.address,
        "NOTIFY_TEMPLATE_EMAIL": "email-template",
        "EMAIL_HOST": "127.0.0.1",
        "EMAIL_PORT": str(double.mail_port),
    }


@pytest.fixture
def supervisor(engines, double, tmp_path, transactional_db) -> Iterator[Supervisor]:
    supervisor = Supervisor(os.environ | told(double), tmp_path)
    double.on_kill_all = supervisor.kill_worker
    double.on_cut = _cutter(_database_url())
    supervisor.start()
    yield supervisor
    supervisor.stop()


def _database_url() -> str:
    """The test database, as the serving login."""
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}").geturl()


def _cutter(address: str) -> Callable[[], None]:
    """Ends every connection to the test database but the test's own."""
    with connection.cursor() as cursor:
        ours = cursor.execute("select pg_backend_pid()").fetchone()[0]
    others = "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"

    def cut() -> None:
        with psycopg.connect(address) as web:
            web.execute(others + " and usename = current_user and pid not in (%s, pg_backend_pid())", [ours])

    return cut


def wait_until(is_so, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while not is_so() and time.monotonic() < end:
        time.sleep(0.2)
    return is_so()
