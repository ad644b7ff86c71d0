"""pytest plugin: private engines for the whole run, started before Django reads its settings, gone without a trace."""

import gc
import os
import shutil
import signal
import tempfile
from collections.abc import Generator
from pathlib import Path

import pytest

from connect.embedded import Engines

running: list[Engines] = []
OF_THE_RUN = "CONNECT_TEST_ENGINES"  # the names of the addresses that the run itself has set


@pytest.hookimpl(wrapper=True, tryfirst=True)  # a wrapper: pytest-django reads the settings in the same hook
def pytest_load_initial_conftests(args: list[str]) -> Generator[None, object, object]:
    if not {"--help", "-h", "--version", "-V"} & set(args):
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # stopped from outside, it tidies up all the same
        start()
    return (yield)


def start() -> None:
    """With addresses in the environment already, nothing is started: they are somebody's own engines.

    Each process of a run in parallel starts its own: tests kill engines, and empty them.
    """
    for name in os.environ.pop(OF_THE_RUN, "").split():
        del os.environ[name]
    state = Path(tempfile.mkdtemp(prefix="connect-test-", dir="/tmp"))
    state.chmod(0o711)
    engines = Engines(state, tests=True).__enter__()
    running.append(engines)
    started = {name: address for name, address in engines.addresses.items() if name not in os.environ}
    os.environ.update(started, CONNECT_STATE=str(state), **{OF_THE_RUN: " ".join(started)})


def pytest_collection_finish() -> None:
    """All that the site is made of stays until the end; looking through it again and again takes a tenth of the run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def pytest_unconfigure() -> None:
    while running:
        engines = running.pop()
        engines.__exit__(None, None, None)
        shutil.rmtree(engines.state, ignore_errors=True)


@pytest.fixture(scope="session")
def engines() -> Engines:
    """For tests that kill and restart one."""
    return running[0]
