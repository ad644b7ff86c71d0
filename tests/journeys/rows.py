"""What the database holds, table by table, so that "nothing was changed" can be asked."""

from django.db import connection

from connect.identity import acting_as

# Who looked is written down at every look, and a session remembers when it was last used.
OF_LOOKING = {"audit_access", "django_session", "cache", "outcomes_releaseread"}
OF_THE_NIGHT = {"directory_standing"}  # the worker counts meanwhile, when a day has gone by on our clock


def rows() -> dict[str, tuple[int, str]]:
    """Table -> how many rows, and a digest of all they say."""
    with acting_as("migration"), connection.cursor() as cursor:
        held = {table: _rows(cursor, table) for table in _tables()}
    # Behind a wall that does not open, every table would look unchanged.
    assert all(held[table][0] for table in ("referrals_person", "referrals_occasion", "messaging_message"))
    return held


def _tables() -> set[str]:
    return set(connection.introspection.table_names()) - OF_LOOKING - OF_THE_NIGHT


def changed(before: dict[str, tuple[int, str]]) -> set[str]:
    after = rows()
    return {table for table in before | after if before.get(table) != after.get(table)}


def _rows(cursor: object, table: str) -> tuple[int, str]:
    whole = "coalesce(md5(string_agg(row::text, E'\\n' order by row::text)), '')"
    return cursor.execute(f'select count(*), {whole} from "{table}" row').fetchone()
