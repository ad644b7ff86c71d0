"""The demo: engines, tables, the demo borough, web, worker, beat, one tree of processes. And commands beside it."""

import contextlib
import fcntl
import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from pathlib import Path

from connect import kept_secrets
from connect.children import CannotStart, Child
from connect.embedded import Engines

ROOT = Path(__file__).resolve().parent.parent
STATE = Path(os.environ.get("CONNECT_STATE", ROOT / "var")).resolve()


def say(text: str) -> None:
    with contextlib.suppress(OSError):  # the terminal may be gone; what runs must still be stopped
        print(text, flush=True)


def site(port: int) -> dict[str, str]:
    """What a demo site is told; anything of it that the environment says already stands."""
    settings = {
        "CONNECT_DEMO": "1",
        "CONNECT_STATE": str(STATE),
        "SECRET_KEY": kept_secrets.keep(STATE, ["secret_key"])["secret_key"],
        "SITE_URL": f"http://localhost:{port}",
        "ALLOWED_HOSTS": "localhost,127.0.0.1",
        "PULSE_SECONDS": "3",
    }
    return settings | {name: os.environ[name] for name in settings if name in os.environ}


def serve(port: int) -> None:
    began = time.monotonic()
    with Engines(STATE) as engines:
        say(f"PostgreSQL and Valkey are up ({time.monotonic() - began:.1f} s)")
        settings = site(port)
        engines.publish(settings)
        env = os.environ | engines.addresses | settings
        sign_ins = prepare(env)
        with running(servers(port), env) as children:
            wait_for_page(port, children)
            say(f"\nConnect is running ({time.monotonic() - began:.1f} s):  {settings['SITE_URL']}/\n\n{sign_ins}")
            say(f"Ctrl-C stops it. What it holds is kept in {STATE} for the next time.")
            watch([*engines.children, *children])


def prepare(env: dict[str, str]) -> str:
    """Tables and the demo borough, both safe to repeat; returns the sign-ins of the cast."""
    command(["migrate", "--noinput", "--verbosity", "0"], env, "Bringing the tables up to date")
    command(["createcachetable"], env)
    return command(["seed_demo"], env, "Peopling the demo borough")


def command(arguments: Sequence[str], env: dict[str, str], what: str = "") -> str:
    if what:
        say(f"{what} …")
    done = subprocess.run(
        [sys.executable, ROOT / "manage.py", *arguments], env=env, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise CannotStart(f"manage.py {arguments[0]} failed:\n{done.stdout[-1000:]}{done.stderr[-3000:]}")
    return done.stdout


def servers(port: int) -> dict[str, list[str]]:
    gunicorn = ["gunicorn", "connect.wsgi", "--bind", f"127.0.0.1:{port}", "--workers", "2", "--threads", "4"]
    celery = ["celery", "--app", "connect.celery", "--quiet"]
    worker = ["worker", "--loglevel", "WARNING", "--concurrency", "2", "--pool", worker_pool()]
    beat = ["beat", "--loglevel", "WARNING", "--schedule", str(STATE / "beat"), "--pidfile", ""]
    return {
        "web": [*gunicorn, "--no-control-socket", "--log-level", "warning"],
        "worker": [*celery, *worker, "--without-gossip", "--without-mingle"],
        "beat": [*celery, *beat],
    }


def worker_pool() -> str:
    """Processes need POSIX semaphores, which some containers do not give to ordinary users; threads do not."""
    import billiard

    try:
        billiard.Lock()
    except (OSError, ImportError):
        return "threads"
    return "prefork"


@contextlib.contextmanager
def running(commands: dict[str, list[str]], env: dict[str, str]) -> Iterator[list[Child]]:
    """Servers work as connect_web: they are not even told the owner's address."""
    env = {name: value for name, value in env.items() if name != "DATABASE_OWNER_URL"}
    children = []
    try:
        for name, arguments in commands.items():
            pool = {"CONNECT_POOL": "1" if name == "web" else "0"}  # a pool's threads do not survive a worker's fork
            log = STATE / f"{name}.log"
            children.append(Child(name, [sys.executable, "-m", *arguments], log, env | pool, ROOT))
        yield children
    finally:
        stop(children)


def stop(children: Sequence[Child]) -> None:
    """All are asked at once; the worker may finish what it has in hand."""
    say("\nStopping …")
    signal.signal(signal.SIGINT, lambda *_: None)
    for child in children:
        child.ask_to_stop(signal.SIGTERM)
    for child in children:
        child.stop(signal.SIGTERM, patience=20)


def wait_for_page(port: int, children: Sequence[Child]) -> None:
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    end, trouble = time.monotonic() + 60, ""
    while time.monotonic() < end:
        check_alive(children)
        try:
            if direct.open(f"http://127.0.0.1:{port}/", timeout=10).status == 200:
                return
        except (OSError, urllib.error.HTTPError) as error:
            trouble = str(error)
        time.sleep(0.1)
    raise CannotStart(f"The site did not answer within a minute ({trouble}); see {children[0].log}")


def watch(children: Sequence[Child]) -> None:
    while True:
        check_alive(children)
        time.sleep(0.3)


def check_alive(children: Sequence[Child]) -> None:
    for child in children:
        if child.has_ended:
            raise CannotStart(
                f"{child.name} has ended (exit code {child.process.returncode}), so Connect stops; its data are kept.\n"
                f"Its last words, from {child.log}:\n{child.last_words()}"
            )


def manage(arguments: Sequence[str]) -> int:
    """Beside a running demo with its engines; otherwise with engines for the time of the command."""
    call = [sys.executable, str(ROOT / "manage.py"), *arguments]
    if "DATABASE_URL" in os.environ:
        return subprocess.call(call)
    if settings := running_site():
        return subprocess.call(call, env=settings | os.environ)
    if arguments[:1] == ["score"]:
        return subprocess.call(call, env=os.environ | site(8000))  # figures alone: nothing has to be started
    with Engines(STATE) as engines:
        settings = site(8000)
        engines.publish(settings)
        return subprocess.call(call, env=os.environ | engines.addresses | settings)


def running_site() -> dict[str, str]:
    """What a demo on the same folder wrote down; left behind by a killed one, it says nothing."""
    with contextlib.suppress(OSError), (STATE / "lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return json.loads((STATE / "run.json").read_text())
    return {}


def interrupt(*_signal: object) -> None:
    raise KeyboardInterrupt


def main() -> int:
    verb, *arguments = sys.argv[1:]
    for how in (signal.SIGINT, signal.SIGTERM):  # a shell starts what runs in its background deaf to the first
        signal.signal(how, interrupt)
    signal.signal(signal.SIGHUP, interrupt)
    with contextlib.suppress(KeyboardInterrupt):
        if verb == "manage":
            signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl-C is the command's, which shares our terminal
            return manage(arguments)
        serve(int(arguments[0]))
    say("Stopped.")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except CannotStart as trouble:
        sys.exit(f"\n{trouble}")
