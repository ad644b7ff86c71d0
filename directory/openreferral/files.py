"""Reading records from a file: a list, a page with its envelope, or one record a line."""

from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from directory.openreferral.feed import Unreadable, contents, parse

LARGEST = 512 * 1024 * 1024  # bytes; a larger one is given as one record a line


def records(path: Path) -> Iterator[object]:
    """One record a line is read as it streams; anything else is held whole."""
    try:
        if path.suffix in (".ndjson", ".jsonl"):
            yield from _lines(path)
        elif path.stat().st_size > LARGEST:
            raise Unreadable(
                _("%(path)s is too large: give one record a line, in a file named .ndjson") % {"path": path}
            )
        else:
            yield from contents(parse(path.read_bytes()))
    except OSError as problem:
        raise Unreadable(str(problem)) from problem


def _lines(path: Path) -> Iterator[object]:
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in filter(str.strip, lines):
            try:
                yield parse(line)
            except Unreadable as problem:
                yield problem
