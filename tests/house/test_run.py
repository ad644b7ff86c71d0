"""run.py says what stands in the way before it installs or starts anything."""

import fcntl
import json
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def start(tmp_path):
    """`run.py` with a state folder of its own; anything that gets past the checks would make the venv, and must not."""

    def start(*arguments, **env):
        own = {"CONNECT_STATE": str(tmp_path / "var"), "CONNECT_VENV": str(tmp_path / "venv")}
        env = {name: value for name, value in os.environ.items() if name != "PORT"} | own | env
        done = subprocess.run(
            [sys.executable, ROOT / "run.py", *arguments],
            env=env,
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
        assert not (tmp_path / "venv").exists()
        return done.returncode, done.stderr

    return start


@pytest.fixture
def busy_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_busy_port_is_named_and_a_free_one_offered(start, busy_port):
    code, said = start("demo", "--port", str(busy_port))
    assert code == 1
    assert said.startswith(f"Port {busy_port} is taken by another program")
    assert re.search(r"python3 run\.py demo --port (\d+)\n$", said)[1] != str(busy_port)


def test_the_port_may_come_from_the_environment(start, busy_port):
    assert start("demo", PORT=str(busy_port))[1].startswith(f"Port {busy_port} is taken")


@pytest.mark.parametrize("port", ["eighty", "0", "65536", "-1"])
def test_a_port_that_is_none_is_refused(start, port):
    assert start("demo", "--port", port) == (1, f"A port is a number from 1 to 65535, not {port!r}.\n")


def test_an_unknown_option_is_answered_with_the_one_there_is(start):
    assert start("demo", "--prot", "8001") == (1, "The demo knows one option: python3 run.py demo --port 8001\n")


def test_a_folder_that_cannot_be_written_is_named_with_the_way_out(start, tmp_path):
    (tmp_path / "file").touch()  # below a file not even root can write
    folder = tmp_path / "file" / "var"
    code, said = start("demo", CONNECT_STATE=str(folder))
    assert (code, said.splitlines()[0]) == (1, f"Connect cannot write to {folder}: Not a directory.")
    assert "CONNECT_STATE=~/connect" in said.splitlines()[1]


def test_a_second_start_says_where_the_first_one_is(start, tmp_path):
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "run.json").write_text(json.dumps({"SITE_URL": "http://localhost:8077"}))
    with (tmp_path / "var" / "lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        code, said = start("demo")
    assert code == 1
    assert said == (
        "Connect is already running from this folder at http://localhost:8077/. To stop it: Ctrl-C where it runs.\n"
    )


def test_help_names_the_two_commands():
    done = subprocess.run([sys.executable, ROOT / "run.py", "--help"], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert re.findall(r"python3 run\.py (\w+)", done.stdout) == ["demo", "test", "lint", "migrate"]


def test_no_list_of_packages_names_a_host():
    lists = "".join(file.read_text() for file in (ROOT / "requirements").glob("*.txt"))
    assert [line for line in lists.splitlines() if "://" in line or "index" in line] == []


def test_every_pinned_package_has_its_hash():
    for file in (ROOT / "requirements").glob("*.txt"):
        entries = re.split(r"\n(?=\S)", file.read_text().strip())
        assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
