"""A statement planned once a connection, not once a page: where row security makes planning most of its cost."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.db.backends.postgresql.base import ServerBindingCursor
from django.db.backends.utils import CursorWrapper

KEPT = 5  # any number: psycopg prepares nothing while it is None, as Django leaves it


class Prepared(ServerBindingCursor):
    """Binds on the server, and asks for the plan to be kept."""

    def execute(self, query: Any, params: Any = None, **more: Any) -> "Prepared":
        before, self.connection.prepare_threshold = self.connection.prepare_threshold, KEPT
        try:
            return super().execute(query, params, **more | {"prepare": True})
        finally:
            self.connection.prepare_threshold = before


@contextmanager
def cursor() -> Iterator[CursorWrapper]:
    """As `connection.cursor()`. Identity is read when it runs, so one plan serves whoever asks (a test holds that)."""
    connection.ensure_connection()
    with connection._prepare_cursor(Prepared(connection.connection)) as found:
        yield found
