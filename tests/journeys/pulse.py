"""A real worker and a real beat on the engines of the run, living at the moment of the journey."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connection

from connect.children import Child
from connect.demo import worker_pool

from .clock import Clock

PATIENCE = 40  # seconds for a worker to start and do what it is waited for


class Pulse:
    """Beats each second while it is `on`. Beat remembers, as in life, what it did before it was stopped."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.children: list[Child] = []

    @contextmanager
    def on(self, clock: Clock) -> Iterator[None]:
        env = os.environ | told() | {"MAILBOX_DIR": str(settings.MAILBOX_DIR)}
        ahead = str(clock.ahead.total_seconds())
        try:
            self.children = [self._start(ahead, env, *arguments) for arguments in (self._worker(), self._beat())]
            yield
        finally:
            for child in self.children:
                child.ask_to_stop()
            for child in self.children:
                child.stop()

    def wait_for(self, is_so: Callable[[], object], what: str, patience: int = PATIENCE) -> None:
        end = time.monotonic() + patience
        while not is_so():
            ended = any(child.has_ended for child in self.children)
            if ended or time.monotonic() > end:
                pytest.fail(f"no {what}\n{self.last_words()}")
            time.sleep(0.1)

    def last_words(self) -> str:
        return "\n".join(f"{child.name}: {child.last_words(40)}" for child in self.children)

    def _start(self, ahead: str, env: dict[str, str], name: str, *options: str) -> Child:
        command = [sys.executable, "-W", "ignore", "-m", "tests.journeys.celery_then", ahead]
        command += ["-A", "connect.celery", name, "-l", "INFO", *options]
        return Child(name, command, self.folder / f"{name}.log", env, settings.BASE_DIR)

    def _worker(self) -> list[str]:
        return ["worker", "-P", worker_pool(), "-c", "1", "--without-gossip", "--without-mingle", "--without-heartbeat"]

    def _beat(self) -> list[str]:
        return ["beat", "-s", str(self.folder / "schedule"), "--pidfile", "", "--max-interval", "1"]


def told() -> dict[str, str]:
    """The test's database, as the serving login; and everything else as the site under test has it."""
    database = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
    return {
        "DATABASE_URL": database,
        "SECRET_KEY": settings.SECRET_KEY,
        "SITE_URL": settings.SITE_URL,
        "CONNECT_POOL": "0",
        "PULSE_SECONDS": "1",
        "LOOK_AT_LINKS": "0",
        "TEXT_SENDER": "mailbox",
        "EMAIL_SENDER": "mailbox",
    }
