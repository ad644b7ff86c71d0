"""One connection for a long game: statements are planned once, and nothing waits for the disk at each step."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

SOON_PLANNED = 1  # times a statement is asked before its plan is kept: row security makes planning the dear part
KEPT = 4000  # plans: all that is ever asked, so that none is thrown away and made again
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
    connection_created.connect(_keep)
    try:
        yield
    finally:
        connection_created.disconnect(_keep)
        connection.close()
        connection.settings_dict["OPTIONS"] = before


def _keep(connection: BaseDatabaseWrapper, **_sent: object) -> None:
    connection.connection.prepared_max = KEPT
