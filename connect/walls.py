"""The second wall: row security said once, enabled and forced, for every table about a person who is helped."""

from django.db import connection

from connect.identity import JOBS

# Evaluated once a statement, not once a row; '' (what a setting leaves behind after commit) counts as nobody.
ME = "(select nullif(current_setting('app.user_id', true), '')::uuid)"
ROLE = "(select nullif(current_setting('app.role', true), ''))"
TEAM = "(select nullif(current_setting('app.team_id', true), '')::uuid)"
ORG = "(select nullif(current_setting('app.org_id', true), '')::uuid)"
JOB = "(select nullif(current_setting('app.job', true), ''))"
KEY = "(select nullif(current_setting('app.key', true), '')::uuid)"
# The cast outside makes it an array to PostgreSQL; `any (select …)` alone would be a set of rows.
SCOPE = "(select nullif(current_setting('app.scope', true), '')::uuid[])::uuid[]"
IN_TRIGGER = "pg_trigger_depth() > 0"
NOBODY = "false"


def jobs(*names: str) -> str:
    """SQL: one of these named jobs is at work."""
    if unknown := set(names) - JOBS:
        raise ValueError(f"no such job: {unknown}")
    return f"{JOB} in ({', '.join(repr(name) for name in names)})"


def wall(table: str, *, read: str, insert: str, update: str = NOBODY, delete: str = NOBODY) -> str:
    """SQL that walls a table in. Nobody may do what is not said; migrations and retention may, as the owner alone."""
    every = f"({jobs('migration', 'retention')})"
    owners = f"({every} and current_user <> 'connect_web')"
    return f"""
alter table {table} enable row level security;
alter table {table} force row level security;
create policy wall_read on {table} for select using ({read} or {every});
create policy wall_insert on {table} for insert with check ({insert} or {owners});
create policy wall_update on {table} for update using ({update} or {owners}) with check ({update} or {owners});
create policy wall_delete on {table} for delete using ({delete} or {owners});
"""


def rewall(table: str, *, read: str = "", insert: str = "", update: str = "") -> str:
    """SQL that says anew who may do what with a walled table; what is not named stays as it was."""
    every = f"({jobs('migration', 'retention')})"
    owners = f"({every} and current_user <> 'connect_web')"
    lines = []
    if read:
        lines.append(f"alter policy wall_read on {table} using ({read} or {every});")
    if insert:
        lines.append(f"alter policy wall_insert on {table} with check ({insert} or {owners});")
    if update:
        lines.append(
            f"alter policy wall_update on {table} using ({update} or {owners}) with check ({update} or {owners});"
        )
    return "\n".join(lines) + "\n"


def also(table: str, verb: str, condition: str, name: str) -> str:
    """SQL that opens a walled table a little further, from a floor above it."""
    clause = {"select": f"using ({condition})", "insert": f"with check ({condition})"}.get(
        verb, f"using ({condition}) with check ({condition})"
    )
    return f"create policy {name} on {table} for {verb} {clause};\n"


def append_only(table: str) -> str:
    """SQL: the serving login may add to this table and never change or remove."""
    return f"""do $$ begin if to_regrole('connect_web') is not null then
revoke update, delete, truncate on {table} from connect_web; end if; end $$;"""


def walled_tables() -> set[str]:
    """Tables with row security enabled and forced, as the database itself says."""
    with connection.cursor() as cursor:
        cursor.execute("""select relname from pg_class where relkind in ('r', 'p') and relrowsecurity
                          and relforcerowsecurity and relnamespace = 'public'::regnamespace""")
        return {name for (name,) in cursor.fetchall()}
