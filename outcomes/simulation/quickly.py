"""One connection for a long game: statements are planned once, and nothing waits for the disk at each step."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

SOON_PLANNED = 1  # times a statement is asked before its plan is kept: row security makes planning the dear part
KEPT = 800  # plans, those asked for last: nearly all that is asked often; each is about a megabyte in PostgreSQL
# A power cut may cost the last moments of a world that can be played again. Who asks is read when a statement runs,
# never planned in: the plan for anybody is as good as one for these values.
UNHURRIED = "-c synchronous_commit=off -c plan_cache_mode=force_generic_plan"
SELDOM_SWEPT = (50_000, 20, 100)  # Python looks for circles after so much was made: what is known stays anyway


@contextmanager
def planned() -> Iterator[None]:
    """Outside any transaction, and where nobody else uses this process's connection."""
    with _swept_seldom(), _plans_kept():
        yield


@contextmanager
def _swept_seldom() -> Iterator[None]:
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*SELDOM_SWEPT)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


@contextmanager
def _plans_kept() -> Iterator[None]:
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
    """psycopg forgets all plans at each ROLLBACK, since a table might be gone with it; here none is made or dropped."""
    connection.connection.prepared_max = KEPT
    connection.connection._prepared.clear = lambda: False
