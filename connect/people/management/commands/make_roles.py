"""Make the three logins of the database, once per PostgreSQL cluster; or print the SQL for whoever may."""

import os
from argparse import ArgumentParser
from urllib.parse import unquote, urlsplit

import psycopg
from django.core.management.base import BaseCommand, CommandError

from connect import database_roles

ADDRESSES = {
    "connect_owner": "DATABASE_OWNER_URL",
    "connect_web": "DATABASE_URL",
    "connect_stats": "DATABASE_STATS_URL",
}


class Command(BaseCommand):
    help = (
        "Print the SQL, for psql, that makes connect_owner, connect_web, connect_stats and the database. "
        "With --run, do it: as the superuser of ADMIN_DATABASE_URL, with the passwords in DATABASE_OWNER_URL, "
        "DATABASE_URL and DATABASE_STATS_URL."
    )
    requires_system_checks = ()  # they ask the database, which may not be there yet

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--run", action="store_true", help="make them, instead of printing how")
        parser.add_argument("--database", default="connect", help="the name of the database to make")

    def handle(self, *, run: bool, database: str, **options: object) -> None:
        if not run:
            self.stdout.write(database_roles.script(database))
            return
        if "ADMIN_DATABASE_URL" not in os.environ:
            raise CommandError("Name a superuser's address in ADMIN_DATABASE_URL; or leave out --run to print the SQL.")
        given = passwords()
        with psycopg.connect(os.environ["ADMIN_DATABASE_URL"], autocommit=True) as admin:
            database_roles.make(admin, database, given)
        self.stdout.write("The logins and the database are there.")


def passwords() -> dict[str, str]:
    """A login whose address is not given is made without a password: it exists, and nobody can use it."""
    given = {login: urlsplit(os.environ[name]) for login, name in ADDRESSES.items() if os.environ.get(name)}
    for login, address in given.items():
        if address.username != login or not address.password:
            raise CommandError(f"{ADDRESSES[login]} must name {login} and its password.")
    return {login: unquote(address.password) for login, address in given.items()}
