"""A statement planned once a connection, not once a page: where row security makes planning most of its cost."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.db.backends.postgresql.base import ServerBindingCursor

KEPT = 5  # any number: psycopg prepares nothing while it is None, as Django leaves it
READS = ("select", "with")


class Prepared(ServerBindingCursor):
    """Binds on the server, and asks for the plan of what only reads to be kept."""

    def execute(self, query: Any, params: Any = None, **more: Any) -> "Prepared":
        reads = isinstance(query, str) and query.lstrip()[:6].lower().startswith(READS)
        before, self.connection.prepare_threshold = self.connection.prepare_threshold, KEPT if reads else None
        try:
            return super().execute(query, params, **more | {"prepare": reads})
        finally:
            self.connection.prepare_threshold = before


@contextmanager
def plans() -> Iterator[None]:
    """Inside, plans are kept. Identity is read when one runs, so it serves whoever asks (a test holds that).

    For pages that ask the same few questions of one person, or count; not for lists whose filters change them.
    """
    connection.ensure_connection()
    session = connection.connection
    before, session.cursor_factory = session.cursor_factory, Prepared
    try:
        yield
    finally:
        session.cursor_factory = before
