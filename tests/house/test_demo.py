"""The demo as a newcomer starts it: one tree of processes that comes up, is watched, and goes without a trace."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OURS = ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL", "CONNECT_STATE", "PYTEST_VERSION", "DJANGO_SETTINGS_MODULE")

pytestmark = pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="reads /proc, which Linux has")


class Demo:
    """One start of it; `said` is all it printed until it said how to stop it."""

    def __init__(self, env, port):
        command = [sys.executable, "-m", "connect.demo", "serve", str(port)]
        self.process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self.said = ""
        while "Ctrl-C stops it" not in self.said:
            line = self.process.stdout.readline()
            assert line, self.process.stderr.read()
            self.said += line

    def end(self, how=None):
        """Exit code, what it said last, and which of its processes are left."""
        tree = descendants(self.process.pid)
        if how:
            self.process.send_signal(how)
        said, error = self.process.communicate(timeout=120)
        time.sleep(0.2)
        return self.process.returncode, said + error, [pid for pid in tree if is_alive(pid)]


def parents():
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = status.read_text().rsplit(")", 1)[1].split()[:2]
        except OSError:
            continue
        if state != "Z":
            yield int(status.parent.name), int(parent)


def descendants(pid):
    children = [child for child, parent in parents() if parent == pid]
    return children + [below for child in children for below in descendants(child)]


def is_alive(pid):
    return pid in dict(parents())


def told(pid, name):
    return f"\0{name}=" in "\0" + Path(f"/proc/{pid}/environ").read_text()


def running(demo, name):
    """The process that the supervisor itself started for `name`."""
    return min(pid for pid in descendants(demo.process.pid) if name in command_of(pid))


def command_of(pid):
    """What a process was started as; nothing, if it has ended meanwhile."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
    except (FileNotFoundError, ProcessLookupError):
        return ""


@pytest.fixture
def env(tmp_path_factory):
    """An environment that knows nothing of this test run."""
    state = Path(os.environ["CONNECT_STATE"]) / tmp_path_factory.mktemp("demo").name
    return {name: value for name, value in os.environ.items() if name not in OURS} | {"CONNECT_STATE": str(state)}


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def beside(env, code):
    command = [sys.executable, "-m", "connect.demo", "manage", "shell", "--no-imports", "--command", code]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True).stdout.strip()


def test_the_demo_comes_up_is_watched_and_comes_back_with_its_data(env):
    port = free_port()
    demo = Demo(env, port)
    try:
        with urllib.request.urlopen(f"http://localhost:{port}/") as page:
            assert page.status == 200
        assert re.search(rf"Connect is running .*http://localhost:{port}/\n", demo.said)
        assert "rosa@example.org" in demo.said
        servers = [running(demo, name) for name in ("gunicorn", "celery --quiet worker", "celery --quiet beat")]
        assert [told(pid, "DATABASE_URL") for pid in servers] == [True] * 3
        assert [told(pid, "DATABASE_OWNER_URL") for pid in servers] == [False] * 3
        name = "from connect.people.models import Tenant; Tenant.objects.update(name='Kept'); print('done')"
        assert beside(env, name) == "done"
    finally:
        ended = demo.end(signal.SIGINT)
    assert ended == (0, "\nStopping …\nStopped.\n", [])

    again = Demo(env, port)
    assert beside(env, "from connect.people.models import Tenant; print(Tenant.objects.get().name)") == "Kept"
    os.kill(running(again, "connect.celery --quiet worker"), signal.SIGKILL)
    code, said, left = again.end()
    assert (code, left) == (1, [])
    assert "worker has ended (exit code -9), so Connect stops; its data are kept." in said
