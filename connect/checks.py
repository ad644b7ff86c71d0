"""Refuse a login for which the second wall does not exist; say when it is thinner."""

import logging
import os

from django.core.checks import CheckMessage, Error, Warning, register
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.db.utils import OperationalError

log = logging.getLogger(__name__)
QUESTION = """
select rolsuper or rolbypassrls,
       coalesce((select bool_or(pg_has_role(current_user, tableowner, 'member')) from pg_tables
                 where schemaname = 'public' and tablename = 'referrals_referral'), false)
from pg_roles where rolname = current_user"""


@register("database")
def safe_login(**_kwargs: object) -> list[CheckMessage]:
    try:
        return _look()
    except OperationalError:
        return []  # no server: makemigrations and the like still work


def _look() -> list[CheckMessage]:
    with connection.cursor() as cursor:
        unsafe, owner = cursor.execute(QUESTION).fetchone()
    if unsafe:
        return [Error("this login is a superuser or has BYPASSRLS: row security would not exist", id="walls.E001")]
    if owner and os.environ.get("CONNECT_LOGIN") != "owner":  # migrating as the owner is as it should be
        return [Warning("one login owns and serves: forced policies hold, but it could drop them", id="walls.W001")]
    return []


def refuse_unsafe_login() -> None:
    """For servers and workers, which run no checks of their own. Without an answer they do not start either."""
    try:
        for found in _look():
            if isinstance(found, Error):
                raise ImproperlyConfigured(found.msg)
            log.warning("%s: %s", found.id, found.msg)
    finally:
        connection.close()
