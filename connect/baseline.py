"""The tables as all migrations leave them, in one file, for a database that is empty.

    python -m connect.baseline      writes baseline.sql anew, from a database that went through every migration

Django draws every model anew for each step of a migration, which for a database with nothing in it is half a minute of
nothing. A database that holds anything never reads the file, and neither does one whose logins are called otherwise;
and the file is not read when any migration is another than those it was made of.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg

from connect.embedded import Engines
from connect.embedded_postgres import PostgreSQL

ROOT = Path(__file__).resolve().parent.parent
FILE = Path(__file__).with_name("baseline.sql")
OWNER = "connect_owner"
VERSION = 18  # of PostgreSQL, whose words the file is in
SIGN = "-- of migrations: "
# What `migrate` writes afterwards, and the words of the directory, which are read out of its own files again.
LEFT_OUT = ("django_content_type", "auth_permission", "cache", "directory_*")
# What the dumping program says to itself, and how far the left-out tables have counted.
OF_NO_USE = (
    r"(?m)^(--.*|\\.*|SET transaction_timeout.*|"
    r"SELECT pg_catalog.setval.*(_permission|_content_type|public.directory_.*)_id_seq.*|)\n"
)
FITS = """select current_user = %s and to_regclass('public.django_migrations') is null
    and current_setting('server_version_num')::int / 10000 >= %s
    and not exists (select from pg_class where relnamespace = 'public'::regnamespace)
    and (select count(*) from pg_roles where rolname in ('connect_web', 'connect_stats')) = 2"""


def begin(connection: psycopg.Connection) -> bool:
    """Give an empty database its tables; says whether it was one."""
    with connection.cursor() as cursor:
        if signed() != sign() or not cursor.execute(FITS, [OWNER, VERSION]).fetchone()[0]:
            return False
        cursor.execute(FILE.read_text(encoding="utf-8"))
        cursor.execute("select set_config('search_path', '\"$user\", public', false)")
    return True


def sign() -> str:
    """Changes with every migration that the file was made of: with its name and with what it does."""
    digest = hashlib.sha256()
    for path in sorted(ROOT.glob("*/migrations/0*.py")) + sorted(ROOT.glob("connect/*/migrations/0*.py")):
        digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return digest.hexdigest()


def signed() -> str:
    with FILE.open(encoding="utf-8") as opened:
        return next(line for line in opened if line.startswith(SIGN)).removeprefix(SIGN).strip()


def write() -> None:
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        state = Path(folder)
        state.chmod(0o711)
        with Engines(state, tests=True) as engines:
            _migrate(engines.addresses, state)
            dumped = _dump(engines.postgres)
    FILE.write_text(f"{SIGN}{sign()}\n{dumped}", encoding="utf-8")


def _migrate(addresses: dict[str, str], state: Path) -> None:
    env = os.environ | addresses | {"CONNECT_STATE": str(state), "CONNECT_DEMO": "1"}
    command = [sys.executable, ROOT / "manage.py", "migrate", "--noinput", "--verbosity", "0", "--from-nothing"]
    subprocess.run(command, env=env, check=True)


def _dump(postgres: PostgreSQL) -> str:
    """As the superuser, whom no wall stops."""
    left_out = [f"--exclude-table-data={table}" for table in LEFT_OUT]
    command = [
        postgres.programs / "pg_dump",
        "--no-owner",
        "--rows-per-insert=200",
        *left_out,
        postgres.url("postgres"),
    ]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return re.sub(OF_NO_USE, "", told)


if __name__ == "__main__":
    write()
