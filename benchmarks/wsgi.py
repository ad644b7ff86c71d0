"""The house's own door; and beside it, in the same process, a Django with no more than a new project has."""

from collections.abc import Callable, Iterable

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.test import override_settings

from connect.wsgi import application as house

with override_settings(MIDDLEWARE=settings.PLAIN_MIDDLEWARE):
    plain = WSGIHandler()  # it reads the list once, here


def application(environ: dict, start_response: Callable) -> Iterable[bytes]:
    door = plain if environ["PATH_INFO"].startswith("/hello") else house
    return door(environ, start_response)
