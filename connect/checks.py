"""Refuse a login for which the second wall does not exist; say when it is thinner."""

from django.core.checks import CheckMessage, Error, Warning, register
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.db.utils import OperationalError

QUESTION = """
select rolsuper or rolbypassrls,
       coalesce((select bool_or(pg_has_role(current_user, tableowner, 'member')) from pg_tables
                 where schemaname = 'public' and tablename = 'referrals_referral'), false)
from pg_roles where rolname = current_user"""


@register("database")
def safe_login(**_kwargs: object) -> list[CheckMessage]:
    try:
        with connection.cursor() as cursor:
            unsafe, owner = cursor.execute(QUESTION).fetchone()
    except OperationalError:
        return []  # no server: makemigrations and the like still work
    if unsafe:
        return [Error("this login is a superuser or has BYPASSRLS: row security would not exist", id="walls.E001")]
    if owner:
        return [Warning("one login owns and serves: forced policies hold, but it could drop them", id="walls.W001")]
    return []


def refuse_unsafe_login() -> None:
    """For servers and workers, which run no checks of their own."""
    try:
        if errors := [found for found in safe_login() if isinstance(found, Error)]:
            raise ImproperlyConfigured(errors[0].msg)
    finally:
        connection.close()
