"""A login for one game that the second wall does not stop: only in the demo's own engine, and gone with the game.

Most of what PostgreSQL does in a game is to look at row security, which finds nothing that the first wall has not kept
out: `tests/outcomes/test_simulated_quickly.py` plays a world with it and without it, and both are the same.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from django.conf import settings
from django.db import connection
from psycopg import sql

from connect import database_roles, kept_secrets
from connect.embedded_postgres import SUPERUSER

LOGIN = "connect_player"
# What connect_web may, it may: it reads and writes the same tables, and history can be added to and never changed.
# Nobody looks at a list of who asks what just now, which would cost a little of each statement.
UNWATCHED = [("track_activities", sql.Literal("off")), ("update_process_title", sql.Literal("off"))]
MAKE = "create role {} login bypassrls inherit in role connect_web password {}"


@contextmanager
def login() -> Iterator[dict[str, str]]:
    """Its name and password; nothing where the engine is somebody's own: there both walls stand."""
    try:
        admin = _admin()
    except (KeyError, psycopg.OperationalError):
        yield {}
        return
    password, name = secrets.token_urlsafe(24), sql.Identifier(LOGIN)
    with admin:
        admin.execute(sql.SQL("drop role if exists {}").format(name))  # of a game that was killed
        admin.execute(sql.SQL(MAKE).format(name, sql.Literal(password)))
        for key, value in [*database_roles.QUIET, *database_roles.PLANNING, *UNWATCHED]:
            admin.execute(sql.SQL("alter role {} set {} = {}").format(name, sql.SQL(key), value))
        try:
            yield {"USER": LOGIN, "PASSWORD": password}
        finally:
            admin.execute(sql.SQL("drop role {}").format(name))


def _admin() -> psycopg.Connection:
    kept, there = kept_secrets.read(settings.STATE_DIR), connection.settings_dict
    names = {"host": there["OPTIONS"]["host"], "dbname": there["NAME"], "user": SUPERUSER}
    return psycopg.connect(**names, password=kept[SUPERUSER], autocommit=True)
