"""Child processes that end when their parent does, however it ends."""

import ctypes
import os
import pwd
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

PR_SET_PDEATHSIG = 1
PATIENCE = 60


class CannotStart(Exception):
    """What stands in the way, in words for the person who started it."""


def die_with_parent() -> None:
    """Runs in the child just before its program: even a killed parent takes it along (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGINT)


def as_account(account: pwd.struct_passwd | None) -> dict:
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if account else {}


class Child:
    """One running program, its output in a log of its own."""

    def __init__(
        self,
        name: str,
        command: Sequence[str | Path],
        log: Path,
        env: Mapping[str, str] | None = None,
        cwd: str | Path = "/",
        account: pwd.struct_passwd | None = None,
    ) -> None:
        self.name, self.log = name, log
        with log.open("ab") as output:
            self.log_start = output.tell()
            # A session of its own: Ctrl-C in the terminal reaches the parent alone, which stops its children in order.
            self.process = subprocess.Popen(
                command,
                env=env,
                cwd=cwd,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=die_with_parent,
                **as_account(account),
            )

    @property
    def has_ended(self) -> bool:
        return self.process.poll() is not None

    @property
    def pid(self) -> int:
        return self.process.pid

    def ask_to_stop(self, how: signal.Signals = signal.SIGINT) -> None:
        if not self.has_ended:
            self.process.send_signal(how)

    def stop(self, how: signal.Signals = signal.SIGINT, patience: float = 15) -> None:
        self.ask_to_stop(how)
        try:
            self.process.wait(patience)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> None:
        """The whole session: a program that is killed cannot stop its own children."""
        with suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        self.process.wait()

    def last_words(self, lines: int = 15) -> str:
        """The end of what it wrote since it was started."""
        with self.log.open("rb") as output:
            output.seek(self.log_start)
            return "\n".join(output.read().decode(errors="replace").splitlines()[-lines:])

    def wait_until(self, is_ready: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not is_ready():
            if self.has_ended:
                raise CannotStart(f"{self.name} ended at once. Its last words ({self.log}):\n{self.last_words()}")
            if time.monotonic() > end:
                raise CannotStart(f"{self.name} did not answer within {PATIENCE} seconds; see {self.log}")
            time.sleep(0.02)
