#!/usr/bin/env python3
"""The one way in.

    python3 run.py demo         the site with its demo borough, in your browser (--port 8000)
    python3 run.py test         all tests; what follows goes to pytest
    python3 run.py lint         style, common mistakes, the order of the floors
    python3 run.py migrate …    anything else is handed to manage.py

Packages go to .venv, data to var, both in this folder. Own venv: CONNECT_VENV. Own engines: DATABASE_URL, REDIS_URL.
Standard library only: this file runs before anything is installed.
"""

from __future__ import annotations

import configparser
import contextlib
import errno
import fcntl
import hashlib
import importlib
import importlib.util
import json
import os
import re
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = Path(os.environ.get("CONNECT_VENV", ROOT / ".venv"))
STATE = Path(os.environ.get("CONNECT_STATE", ROOT / "var"))
PYTHON = VENV / "bin" / "python"
SUPPORTED = ((3, 11), (3, 15))
ON_EVERY_CORE = ("-n", "auto", "--maxprocesses", "4", "--dist", "loadfile", "--no-loadscope-reorder")
WHEELS_AS_PINNED = ("--require-hashes", "--no-deps", "--only-binary", ":all:")
NO_VENV = "This Python cannot make a venv. Type this, then start again:\n\n    sudo apt-get install -y python3-venv\n"
# Where Debian keeps venv in a package of its own, this one comes from the package index the machine is set up for.
PIP = "pip-26.3-py3-none-any.whl"
PIP_SHA256 = "f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13"


def say(text: str) -> None:
    """Beside what a command prints, which may be read by a program."""
    print(text, file=sys.stderr, flush=True)


# What may stand in the way, said before anything is installed


def check_python() -> None:
    if not SUPPORTED[0] <= sys.version_info[:2] < SUPPORTED[1]:
        sys.exit(f"Connect needs Python 3.11 to 3.14; this is {sys.version.split()[0]}. Try: python3.13 run.py demo")


def check_writable(folder: Path, variable: str) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        sys.exit(
            f"Connect cannot write to {folder}: {error.strerror}.\n"
            f"Copy Connect to a folder of your own, or name one that you may write to: {variable}=~/connect"
        )


def check_not_running() -> None:
    with (STATE / "lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            sys.exit(
                f"Connect is already running from this folder{running_address()}. To stop it: Ctrl-C where it runs."
            )


def running_address() -> str:
    with contextlib.suppress(OSError, ValueError, KeyError):
        return " at " + json.loads((STATE / "run.json").read_text())["SITE_URL"] + "/"
    return ""


def is_free(port: int) -> bool:
    """On both addresses that a browser may mean by "localhost"."""
    for family, address in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        with contextlib.suppress(OSError), socket.socket(family) as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                listener.bind((address, port))
            except OSError as error:
                if error.errno in (errno.EADDRINUSE, errno.EACCES):
                    return False
    return True


def check_port(port: int) -> None:
    if not is_free(port):
        other = next(filter(is_free, range(max(port, 8000) + 1, 65536)))
        sys.exit(
            f"Port {port} is taken by another program, or not allowed to you.\n"
            f"Another one: python3 run.py demo --port {other}"
        )


def wanted_port(arguments: list[str]) -> int:
    text = os.environ.get("PORT", "8000")
    if arguments:
        match = re.fullmatch(r"--port[= ](.+)", " ".join(arguments))
        text = match.group(1) if match else sys.exit("The demo knows one option: python3 run.py demo --port 8001")
    if not text.isdigit() or not 0 < int(text) < 65536:
        sys.exit(f"A port is a number from 1 to 65535, not {text!r}.")
    return int(text)


# A venv, and something that can install into it


def answers(*command: str | Path) -> str:
    """What a command says, or nothing where it fails."""
    with contextlib.suppress(OSError):
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    return ""


def has_venv() -> bool:
    importlib.invalidate_caches()
    return importlib.util.find_spec("ensurepip") is not None


def has_pip() -> bool:
    """The machine's own, new enough to install for another Python."""
    version = re.match(r"pip (\d+)\.(\d+)", answers(sys.executable, "-m", "pip", "--version"))
    return bool(version) and (int(version[1]), int(version[2])) >= (22, 3)


def ensure_venv() -> None:
    if answers(PYTHON, "-c", "import sys; print(sys.version_info[:2])") == str(sys.version_info[:2]):
        return
    shutil.rmtree(VENV, ignore_errors=True)
    if not (shutil.which("uv") or has_venv() or has_pip() or package_index()):
        get_venv_from_debian()
    say(f"Making {VENV} …")
    if shutil.which("uv"):
        command = ["uv", "venv", "--quiet", "--python", sys.executable, VENV]
    else:
        command = [sys.executable, "-m", "venv", *([] if has_venv() else ["--without-pip"]), VENV]
    subprocess.run(command, check=True)


def get_venv_from_debian() -> None:
    if not (os.geteuid() == 0 and apt_install("python3-venv") and has_venv()):
        sys.exit(NO_VENV)


def apt_install(*packages: str) -> bool:
    """Whether Debian could; only root may try."""
    if not shutil.which("apt-get"):
        return False
    say(f"Installing {', '.join(packages)} with apt-get …")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    for step in (command, ["apt-get", "update", "-qq"], command):
        done = subprocess.run(step, env=env, capture_output=True, text=True, check=False)
        if step is command and done.returncode == 0:
            return True
    say(done.stderr[-500:])
    return False


def installer() -> list[str | Path]:
    """In this order: uv, the venv's pip, the machine's pip, pip itself from the machine's package index."""
    if shutil.which("uv"):
        return ["uv", "pip", "install", "--python", PYTHON]
    if answers(PYTHON, "-m", "pip", "--version"):
        return [PYTHON, "-m", "pip", "install", "--progress-bar=off"]
    if has_pip():
        return [sys.executable, "-m", "pip", "--python", PYTHON, "install", "--progress-bar=off"]
    return [PYTHON, fetch_pip(package_index()) / "pip", "install", "--progress-bar=off"]


def install(name: str) -> None:
    """What requirements/<name>.txt pins, unless it is there already."""
    wanted = ROOT / "requirements" / f"{name}.txt"
    mark = VENV / f"installed-{name}"
    digest = hashlib.sha256(wanted.read_bytes()).hexdigest()
    ensure_venv()
    if mark.exists() and mark.read_text() == digest:
        return
    total = len(re.findall(r"^[a-z]", wanted.read_text(), re.MULTILINE))
    say(f"Installing {total} packages into {VENV} …")
    run_with_progress([*installer(), *WHEELS_AS_PINNED, "-r", wanted], total)
    mark.write_text(digest)


def run_with_progress(command: list[str | Path], total: int) -> None:
    """Count the packages as pip takes them up, and show what else it says only if it fails."""
    lines, seen, step = [], 0, 1 if sys.stderr.isatty() else 20
    env = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONWARNINGS": "ignore"}
    with subprocess.Popen(command, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        for line in process.stdout:
            lines.append(line)
            if line.startswith(("Collecting ", "Requirement already", "Ignoring ")):
                seen += 1
                if seen % step == 0:
                    print(f"  {seen} of {total}", end="\r" if step == 1 else "\n", file=sys.stderr, flush=True)
            elif line.startswith("Installing collected"):
                say("  all here; putting them in place …")
    if process.returncode:
        sys.exit("".join(lines[-20:]) + "\nThe packages could not be installed; the lines above say why.")


# pip, for a machine that has a package index set up but neither venv, pip nor uv


def pip_setting(name: str) -> str:
    """From the environment or pip's own files, as pip itself would read it."""
    files = [os.environ.get("PIP_CONFIG_FILE", ""), "~/.config/pip/pip.conf", "~/.pip/pip.conf", "/etc/pip.conf"]
    config = configparser.RawConfigParser()
    config.read(reversed([Path(file).expanduser() for file in files if file]))
    written = config.get("install", name, fallback=config.get("global", name, fallback=""))
    return os.environ.get("PIP_" + name.upper().replace("-", "_"), written)


def package_index() -> str:
    return pip_setting("index-url")


def fetch_pip(index: str) -> Path:
    page = urllib.parse.urljoin(index.rstrip("/") + "/", "pip/")
    links = [urllib.parse.urljoin(page, link) for link in re.findall(r'href="([^"]+)"', download(page).decode())]
    content = next((download(link) for link in links if PIP in link.split("#")[0]), b"")
    if hashlib.sha256(content).hexdigest() != PIP_SHA256:
        sys.exit(f"{page} has no {PIP} as we know it. {NO_VENV}")
    wheel = VENV / PIP
    wheel.write_bytes(content)
    return wheel


def download(address: str) -> bytes:
    trusted = ssl.create_default_context(cafile=pip_setting("cert") or None)
    try:
        with urllib.request.urlopen(address, timeout=60, context=trusted) as answer:
            return answer.read()
    except urllib.error.URLError as error:
        sys.exit(f"The package index at {address} did not answer: {error.reason}")


# The commands


def become(*command: str | Path) -> None:
    """From here on this process is that one, so that Ctrl-C has one meaning."""
    sys.stdout.flush()
    os.chdir(ROOT)
    os.execv(PYTHON, [str(part) for part in (PYTHON, *command)])


def demo(arguments: list[str]) -> None:
    port = wanted_port(arguments)
    check_writable(VENV.parent, "CONNECT_VENV")
    check_writable(STATE, "CONNECT_STATE")
    check_not_running()
    check_port(port)
    install("demo")
    become("-m", "connect.demo", "serve", str(port))


def test(arguments: list[str]) -> None:
    check_writable(VENV.parent, "CONNECT_VENV")
    install("test")
    find_browser()
    become("-m", "pytest", *(arguments or ON_EVERY_CORE))


def find_browser() -> None:
    """A wheel brings npm where that alone is missing; with no browser at all, pytest says what it left out."""
    look = [PYTHON, "-m", "tests.browser"]
    if subprocess.run(look, cwd=ROOT, check=False).returncode and not shutil.which("npm"):
        install("browser")
        subprocess.run(look, cwd=ROOT, check=False)


def lint(_arguments: list[str]) -> None:
    install("test")
    tools = (("ruff", "format", "--check", "."), ("ruff", "check", "."), ("lint-imports",))
    results = [subprocess.run([VENV / "bin" / tool, *rest], cwd=ROOT, check=False) for tool, *rest in tools]
    sys.exit(any(result.returncode for result in results))


def manage(arguments: list[str]) -> None:
    check_writable(VENV.parent, "CONNECT_VENV")
    check_writable(STATE, "CONNECT_STATE")
    install("demo")
    become("-m", "connect.demo", "manage", *arguments)


def main() -> None:
    check_python()
    name, *arguments = sys.argv[1:] or ["help"]
    own = {"demo": demo, "test": test, "lint": lint, "manage": manage}
    if name in ("help", "-h", "--help") and not arguments:
        sys.exit(print(__doc__.strip()))
    if name in own:
        own[name](arguments)
    manage([name, *arguments])


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("\nStopped.")
