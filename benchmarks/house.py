"""A house of its own to measure in: engines in a temporary folder, and gunicorn as the demo starts it."""

import os
import secrets
import shutil
import signal
import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from django.core.management import call_command
from django.db import connection

from connect import demo, logins
from connect.children import Child
from connect.embedded import Engines

# With any of these left standing, somebody's real database could be filled with invented people, or TESTING be on.
NOT_OURS = ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL", "CONNECT_LOGIN", "PYTEST_VERSION", "DEBUG")


def say(text: str) -> None:
    """To the terminal; what is measured goes to standard output."""
    print(text, file=sys.stderr, flush=True)


@contextmanager
def opened(port: int = 8000) -> Iterator[Path]:
    """Engines of our own, as safe against a power cut as the demo's, with the tables in them; gone afterwards."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # stopped from outside, it tidies up all the same
    for name in NOT_OURS:
        os.environ.pop(name, None)
    state = Path(tempfile.mkdtemp(prefix="connect-bench-", dir="/tmp"))
    state.chmod(0o711)
    try:
        with Engines(state) as engines:
            os.environ.update(engines.addresses | site(state, port))
            prepare()
            yield state
    finally:
        shutil.rmtree(state, ignore_errors=True)


def site(state: Path, port: int) -> dict[str, str]:
    """What the demo would tell it, but for the three addresses more."""
    return {
        "CONNECT_DEMO": "1",
        "CONNECT_POOL": "0",  # for this process and for commands; gunicorn is given its pool
        "CONNECT_STATE": str(state),
        "SECRET_KEY": secrets.token_urlsafe(24),
        "SITE_URL": f"http://localhost:{port}",
        "ALLOWED_HOSTS": "localhost,127.0.0.1",
        "DJANGO_SETTINGS_MODULE": "benchmarks.settings",
    }


def prepare() -> None:
    """Tables made by the owner; from here on this process may speak to them as the site does."""
    say("Making the tables …")
    django.setup()
    with logins.owner():
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)


def settle() -> None:
    """As after the first minutes of any database: what its planner asks for has been counted."""
    with logins.owner(), connection.cursor() as cursor:
        cursor.execute("vacuum analyze")


@contextmanager
def serving(state: Path, port: int) -> Iterator[Child]:
    """Only the web server: the worker and beat would do their own work on the same cores."""
    call = ["benchmarks.wsgi" if part == "connect.wsgi" else part for part in demo.servers(port)["web"]]
    env = {name: value for name, value in os.environ.items() if name != "DATABASE_OWNER_URL"} | {"CONNECT_POOL": "1"}
    server = Child("web", [sys.executable, "-m", *call], state / "web.log", env, demo.ROOT)
    try:
        demo.wait_for_page(port, [server])
        yield server
    finally:
        server.stop(signal.SIGTERM)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]
