"""The three logins of the database and the SQL that makes them: once per cluster, by a superuser, safe to repeat.

connect_owner  owns the tables and changes them (migrations)
connect_web    serves pages and does the work; owns nothing, and row security binds it
connect_stats  reads released figures and nothing else

What each may do inside a database is said by the owner, in the first migration of connect.audit: default privileges
belong to one database, and every test database needs them too.
"""

from collections.abc import Mapping

import psycopg
from psycopg import sql

LOGINS = ("connect_owner", "connect_web", "connect_stats")
HARMLESS = "nosuperuser nobypassrls nocreaterole noreplication noinherit"

# A refused statement quotes the row it refused: PostgreSQL's own log holds neither statements nor details.
QUIET = [
    ("log_min_error_statement", sql.Literal("panic")),
    ("log_error_verbosity", sql.Literal("terse")),
    ("log_parameter_max_length_on_error", sql.Literal(0)),
]
# What is asked often lies in memory, where one page is as near as the next: with the default (4), at 25,000 listings, a
# search near a place read all of them, in 26 ms instead of 2. And no search lives long enough to be worth compiling.
PLANNING = [("random_page_cost", sql.Literal(1.1)), ("jit", sql.Literal("off"))]
CREATE_ROLE = """do $$ begin
  if not exists (select from pg_roles where rolname = {text}) then create role {name}; end if;
end $$"""


def role(name: str, password: sql.Composable | None, createdb: bool = False) -> list[sql.Composed]:
    """Without a password, a new login exists for grants to name it and nobody can use it; an old one keeps its own."""
    create = sql.SQL(CREATE_ROLE).format(text=sql.Literal(name), name=sql.Identifier(name))
    rights = sql.SQL("{} {} {}").format(
        sql.SQL(HARMLESS),
        sql.SQL("createdb" if createdb else "nocreatedb"),
        sql.SQL("login password {}").format(password) if password else sql.SQL(""),
    )
    settings = [
        sql.SQL("alter role {} set {} = {}").format(sql.Identifier(name), sql.SQL(key), value)
        for key, value in QUIET + PLANNING
    ]
    return [create, sql.SQL("alter role {} {}").format(sql.Identifier(name), rights), *settings]


def roles(passwords: Mapping[str, sql.Composable], createdb: bool = False) -> list[sql.Composed]:
    """`createdb` is for the owner where tests run: it makes the test database."""
    return [
        statement
        for name in LOGINS
        for statement in role(name, passwords.get(name), createdb=createdb and name == "connect_owner")
    ]


def make(admin: psycopg.Connection, database: str, passwords: Mapping[str, str], createdb: bool = False) -> None:
    """`admin` is a superuser's connection in autocommit."""
    for statement in roles({name: sql.Literal(password) for name, password in passwords.items()}, createdb):
        admin.execute(statement)
    if not admin.execute("select 1 from pg_database where datname = %s", [database]).fetchone():
        admin.execute(sql.SQL("create database {} owner connect_owner").format(sql.Identifier(database)))


def script(database: str) -> str:
    """The same for psql, which asks for each password as a variable: psql -v connect_owner=… and so on."""
    create = sql.SQL("create database {} owner connect_owner").format(sql.Identifier(database)).as_string()
    ask = sql.SQL("select {} where not exists (select from pg_database where datname = {})")
    lines = [statement.as_string() + ";" for statement in roles({name: sql.SQL(f":'{name}'") for name in LOGINS})]
    return "\n".join([*lines, ask.format(sql.Literal(create), sql.Literal(database)).as_string() + " \\gexec"])
