"""One connection for a long game: statements are planned once, and nothing waits for the disk at each step."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from psycopg.abc import Buffer
from psycopg.adapt import Loader

from outcomes.simulation import said_plainly, unwalled, written_once

SOON_PLANNED = 1  # times a statement is asked before its plan is kept
KEPT = 800  # plans, those asked for last: nearly all that is asked often; with row security each is about a megabyte
# A power cut may cost the last moments of a world that can be played again. Who asks is read when a statement runs,
# never planned in: the plan for anybody is as good as one for these values.
UNHURRIED = "-c synchronous_commit=off -c plan_cache_mode=force_generic_plan"
SELDOM_SWEPT = (50_000, 20, 100)  # Python looks for circles after so much was made: what is known stays anyway


class Moment(Loader):
    """As Django reads it, in UTC, without its detour over time zones."""

    timezone = UTC  # Django puts its own loader back where this is another

    def load(self, data: Buffer) -> datetime:
        return datetime.fromisoformat(str(data, "ascii"))


@contextmanager
def planned() -> Iterator[None]:
    """Outside any transaction, and where nobody else uses this process's connection."""
    shorter = written_once.written_once(), said_plainly.said_plainly(), _swept_seldom()
    with unwalled.login() as login, shorter[0], shorter[1], shorter[2], _plans_kept(login):
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
def _plans_kept(login: dict[str, str]) -> Iterator[None]:
    before = dict(connection.settings_dict)
    connection.close()
    connection.close_pool()  # it holds connections of the login before
    kept = {name: value for name, value in before["OPTIONS"].items() if name != "pool"}
    ours = {"server_side_binding": True, "prepare_threshold": SOON_PLANNED, "options": UNHURRIED}
    connection.settings_dict |= login | {"OPTIONS": kept | ours}
    connection_created.connect(_keep)
    try:
        yield
    finally:
        connection_created.disconnect(_keep)
        connection.close()
        connection.settings_dict |= before


def _keep(connection: BaseDatabaseWrapper, **_sent: object) -> None:
    """psycopg forgets all plans at each ROLLBACK, since a table might be gone with it; here none is made or dropped."""
    connection.connection.adapters.register_loader("timestamptz", Moment)
    connection.connection.prepared_max = KEPT
    connection.connection._prepared.clear = lambda: False
