"""What a game says more often than anything else, in one short breath: savepoints, and who asks.

A third of its statements. They go past the machinery of a cursor, and mean what they mean there.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import pq
from psycopg.errors import error_from_result

from connect import identity

READ = ", ".join(f"coalesce(current_setting('{name}', true), '')" for name in identity.NAMES)
DONE = (pq.ExecStatus.COMMAND_OK, pq.ExecStatus.TUPLES_OK)


def _say(wrapper: BaseDatabaseWrapper, words: str) -> pq.abc.PGresult:
    """In the transaction that is open, or that this opens."""
    wrapper.ensure_connection()
    line = wrapper.connection.pgconn
    begin = "begin; " if line.transaction_status == pq.TransactionStatus.IDLE else ""
    result = line.exec_((begin + words).encode())
    if result.status not in DONE:
        raise error_from_result(result)
    return result


def _savepoint(self: BaseDatabaseWrapper, sid: str) -> None:
    _say(self, f"savepoint {sid}")


def _savepoint_commit(self: BaseDatabaseWrapper, sid: str) -> None:
    _say(self, f"release savepoint {sid}")


def _savepoint_rollback(self: BaseDatabaseWrapper, sid: str) -> None:
    _say(self, f"rollback to savepoint {sid}")


def _asks(values: Iterable[object]) -> str:
    """Keys, names of roles and jobs, and a line that is made of those."""
    pairs = zip(identity.NAMES, (str(value or "").replace("'", "''") for value in values), strict=True)
    return ", ".join(f"set_config('{name}', '{value}', true)" for name, value in pairs)


def _set(values: Iterable[object]) -> None:
    if not connection.in_atomic_block:
        raise RuntimeError("an identity lives in a transaction")
    _say(connection, f"select {_asks(values)}")


def _swap(values: Iterable[object]) -> list[str]:
    told = _say(connection, f"with before as materialized (select {READ}) select before.*, {_asks(values)} from before")
    return [told.get_value(0, n).decode() for n in range(len(identity.NAMES))]


_OURS = {identity: (_set, _swap), BaseDatabaseWrapper: (_savepoint, _savepoint_commit, _savepoint_rollback)}


@contextmanager
def said_plainly() -> Iterator[None]:
    before = [(owner, one.__name__, getattr(owner, one.__name__)) for owner, ours in _OURS.items() for one in ours]
    for owner, ours in _OURS.items():
        for one in ours:
            setattr(owner, one.__name__, one)
    try:
        yield
    finally:
        for owner, name, one in before:
            setattr(owner, name, one)
