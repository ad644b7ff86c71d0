"""One connection for a long game: statements are planned once, and nothing waits for the disk at each step."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

SOON_PLANNED = 1  # times a statement is asked before its plan is kept: row security makes planning the dear part
# A power cut may cost the last moments of a world that can be played again.
UNHURRIED = "-c synchronous_commit=off"


@contextmanager
def planned() -> Iterator[None]:
    """Outside any transaction, and where nobody else uses this process's connection."""
    before = dict(connection.settings_dict["OPTIONS"])
    connection.close()
    connection.settings_dict["OPTIONS"] = before | {
        "server_side_binding": True, "prepare_threshold": SOON_PLANNED, "options": UNHURRIED,
    }  # fmt: skip
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["OPTIONS"] = before
