"""On what, and how quiet it was there: figures without this say nothing."""

import os
import platform
import subprocess
import time
from importlib.metadata import version
from pathlib import Path

from django.db import connection

PACKAGES = ("django", "psycopg", "gunicorn")
TICKS = os.sysconf("SC_CLK_TCK")
LOUD = 0.15  # of one core, taken by others


def facts(others: tuple[str, ...] = ()) -> dict[str, object]:
    return {
        "commit": _said("git", "describe", "--always", "--dirty", "--abbrev=10"),
        "cores": len(os.sched_getaffinity(0)),
        "processor": _processor(),
        "python": platform.python_version(),
        **{name: version(name) for name in (*PACKAGES, *others)},
        **_postgres(),
    }


def _said(*command: str) -> str:
    """What a program says of this place; nothing where there is no such program."""
    try:
        done = subprocess.run(command, cwd=Path(__file__).parent, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return done.stdout.strip()


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())


def _postgres() -> dict[str, str]:
    with connection.cursor() as cursor:
        names = ("server_version", "fsync", "synchronous_commit", "shared_buffers")
        shown = cursor.execute(f"select {', '.join(f'current_setting({name!r})' for name in names)}").fetchone()
    return dict(zip(("postgresql", *names[1:]), shown, strict=True))


class Clock:
    """Milliseconds by the clock on the wall, and of processor: ours, and that of our PostgreSQL backend."""

    def __init__(self) -> None:
        with connection.cursor() as cursor:
            backend = cursor.execute("select pg_backend_pid()").fetchone()[0]
        self.backend = Path(f"/proc/{backend}/schedstat")

    def read(self) -> tuple[float, float]:
        spent = time.process_time_ns() + int(self.backend.read_text().split()[0])
        return time.perf_counter() * 1000, spent / 1e6


class Quiet:
    """How much of the machine others took between `begin` and `end`: all that was busy, less our own processes."""

    def begin(self) -> None:
        self.load_before = os.getloadavg()[0]
        self.clock, self.busy, self.ours = os.times().elapsed, _busy(), _ours()

    def end(self) -> dict[str, object]:
        elapsed = os.times().elapsed - self.clock
        others = max((_busy() - self.busy) - (_ours() - self.ours), 0) / elapsed
        return {
            "load_before": round(self.load_before, 2),
            "load_after": round(os.getloadavg()[0], 2),
            "others_cores": round(others, 2),
            "noisy": others > LOUD,  # load averages look a minute back, and hold our own filling
        }


def _busy() -> float:
    """Seconds of all cores together that were not idle."""
    user, nice, system, _idle, _waiting, *interrupts = map(
        int, Path("/proc/stat").read_text().split("\n")[0].split()[1:9]
    )
    return (user + nice + system + sum(interrupts)) / TICKS


def _ours() -> float:
    """Seconds of this process and of all below it, with those that have ended."""
    parents, spent = {}, {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        pid = int(stat.parent.name)
        parents[pid], spent[pid] = int(fields[1]), sum(map(int, fields[11:15]))
    return sum(ticks for pid, ticks in spent.items() if _is_below(pid, os.getpid(), parents)) / TICKS


def _is_below(pid: int, top: int, parents: dict[int, int]) -> bool:
    while pid and pid != top:
        pid = parents.get(pid, 0)
    return pid == top
