"""The engines out of wheels: three harmless logins, one holder at a time, and nothing lost by a kill."""

import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest
from django.core.management import CommandError, call_command

from connect import database_roles
from connect.children import CannotStart
from connect.embedded import Engines

ROOT = Path(__file__).parents[2]


@pytest.fixture
def state(tmp_path_factory, monkeypatch):
    """A folder the engine's own account can reach, and no addresses in the environment."""
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL"):
        monkeypatch.delenv(name)
    folder = Path(os.environ["CONNECT_STATE"]) / tmp_path_factory.mktemp("engines").name
    folder.mkdir(mode=0o711)
    return folder


def as_owner(engines, statement):
    with psycopg.connect(engines.addresses["DATABASE_OWNER_URL"]) as owner:
        return owner.execute(statement)


def test_no_login_is_more_than_it_should_be(engines):
    with psycopg.connect(engines.addresses["DATABASE_URL"]) as web:
        rows = web.execute(
            "select rolname, rolsuper or rolbypassrls or rolcreaterole or rolreplication, rolcreatedb,"
            " pg_has_role(rolname, 'connect_owner', 'member') from pg_roles where rolname = any(%s) order by 1",
            [list(database_roles.LOGINS)],
        ).fetchall()
    # the owner makes databases only here, where tests need one
    assert rows == [
        ("connect_owner", False, True, True),
        ("connect_stats", False, False, False),
        ("connect_web", False, False, False),
    ]


def test_nobody_gets_in_without_the_password(engines):
    address = engines.addresses["DATABASE_URL"].replace("connect_web:", "postgres:")
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(address)


def test_outside_tests_the_owner_makes_no_databases_and_power_cuts_lose_nothing(state):
    with Engines(state) as engines, psycopg.connect(engines.addresses["DATABASE_OWNER_URL"]) as owner:
        assert owner.execute("select rolcreatedb from pg_roles where rolname = current_user").fetchone() == (False,)
        settings = "select string_agg(setting, ' ') from pg_settings where name in ('fsync', 'full_page_writes')"
        assert owner.execute(settings).fetchone() == ("on on",)


def test_data_and_passwords_are_there_again_at_the_next_start(state):
    with Engines(state) as engines:
        as_owner(engines, "create table kept (); insert into kept default values")
        kept = engines.postgres.passwords
    with Engines(state) as engines:
        assert as_owner(engines, "select count(*) from kept").fetchone() == (1,)
        assert engines.postgres.passwords == kept


def test_what_opens_the_database_is_ours_alone_to_read(state):
    with Engines(state) as engines:
        engines.publish({"SITE_URL": "http://localhost:8000"})
        modes = {name: stat.S_IMODE((state / name).stat().st_mode) for name in ("secrets.json", "run.json")}
        assert modes == {"secrets.json": 0o600, "run.json": 0o600}
        assert json.loads((state / "run.json").read_text())["DATABASE_URL"] == engines.addresses["DATABASE_URL"]
    assert not (state / "run.json").exists()


def test_a_second_holder_of_the_same_data_is_refused(state):
    with Engines(state), pytest.raises(CannotStart, match="already running on the data"):
        Engines(state).__enter__()


def test_data_without_their_passwords_are_left_alone_and_the_way_out_is_said(state):
    with Engines(state) as engines:
        data = engines.postgres.data
    (state / "secrets.json").unlink()
    with pytest.raises(CannotStart, match=f"Put that file back; or, to begin again with nothing: rm -r {data}"):
        Engines(state).__enter__()
    assert (data / "PG_VERSION").exists()


def test_an_engine_of_ones_own_is_used_and_none_started(state, monkeypatch):
    own = {"DATABASE_URL": "postgresql://connect_web@db/connect", "REDIS_URL": "redis://cache"}
    for name, address in own.items():
        monkeypatch.setenv(name, address)
    with Engines(state) as engines:
        assert (engines.children, engines.addresses) == ([], own)


HOLD = """
import sys, time
from pathlib import Path
from connect.embedded import Engines
with Engines(Path(sys.argv[1])) as engines:
    engines.publish({})
    print(*(child.pid for child in engines.children), flush=True)
    time.sleep(60)
"""


def is_alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends the children of a killed parent")
def test_a_killed_holder_takes_its_engines_along_and_the_next_start_recovers(state):
    with subprocess.Popen([sys.executable, "-c", HOLD, state], cwd=ROOT, stdout=subprocess.PIPE, text=True) as holder:
        pids = [int(pid) for pid in holder.stdout.readline().split()]
        address = json.loads((state / "run.json").read_text())["DATABASE_OWNER_URL"]
        with psycopg.connect(address) as owner:
            owner.execute("create table kept ()")
        holder.send_signal(signal.SIGKILL)
    end = time.monotonic() + 10
    while any(map(is_alive, pids)) and time.monotonic() < end:
        time.sleep(0.05)
    assert [pid for pid in pids if is_alive(pid)] == []
    left_behind = Path((state / "lock").read_text())
    assert left_behind.exists()
    with Engines(state) as engines:
        assert as_owner(engines, "select count(*) from kept").fetchone() == (0,)
        assert not left_behind.exists()


def test_an_engine_killed_outright_comes_back_with_what_it_held(state):
    with Engines(state) as engines:
        as_owner(engines, "create table kept ()")
        engines.postgres.child.kill()
        engines.postgres.start()
        assert as_owner(engines, "select count(*) from kept").fetchone() == (0,)


def test_make_roles_makes_the_logins_elsewhere_and_may_be_repeated(state, monkeypatch, capsys):
    with Engines(state) as engines:
        owner = engines.addresses["DATABASE_OWNER_URL"]
        admin = engines.postgres.url("postgres").replace("/connect?", "/postgres?")
        monkeypatch.setenv("ADMIN_DATABASE_URL", admin)
        elsewhere = f"postgresql://connect_web:new@/elsewhere?host={engines.postgres.socket}"
        monkeypatch.setenv("DATABASE_URL", elsewhere)
        for _ in range(2):
            call_command("make_roles", "--run", database="elsewhere")
        with psycopg.connect(elsewhere) as web:
            assert web.execute("select current_database()::text").fetchone() == ("elsewhere",)
        psycopg.connect(owner).close()  # its address was not given: it keeps the password it had
    assert capsys.readouterr().out == "The logins and the database are there.\n" * 2


def test_make_roles_prints_no_password(capsys, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://connect_web:told@db/connect")
    call_command("make_roles")
    printed = capsys.readouterr().out
    assert [line.rsplit(" ", 1)[1] for line in printed.splitlines() if " password " in line] == [
        ":'connect_owner';",
        ":'connect_web';",
        ":'connect_stats';",
    ]
    assert "told" not in printed


def test_make_roles_refuses_an_address_of_another_login(monkeypatch, capsys):
    monkeypatch.setenv("ADMIN_DATABASE_URL", "postgresql://postgres@nowhere.invalid/postgres")
    monkeypatch.setenv("DATABASE_URL", "postgresql://somebody:else@db/connect")
    with pytest.raises(CommandError, match="DATABASE_URL must name connect_web and its password"):
        call_command("make_roles", "--run")
