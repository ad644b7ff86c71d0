"""Change the login under the running connection: for tests, and for a command that must act as both."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connection


def use(login: str) -> None:
    """Next queries run as "owner" or "web"; a pool holds connections of the old login, so it is closed."""
    connection.close()
    connection.close_pool()
    for key in ("USER", "PASSWORD", "OPTIONS"):
        connection.settings_dict[key] = settings.LOGINS[login][key]


@contextmanager
def owner() -> Iterator[None]:
    use("owner")
    try:
        yield
    finally:
        use("web")
