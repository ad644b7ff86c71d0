"""Every address of the house, and the three that everything is compared with."""

from functools import cache
from unittest import mock

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path

from connect.people.access import public
from connect.urls import urlpatterns as house
from directory import index, views


@public
def hello(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("hello, world")


@public
def hello_db(_request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        return HttpResponse(f"hello, {cursor.execute('select 1').fetchone()[0]}")


@public
def on_tantivy(request: HttpRequest) -> HttpResponse:
    """The search page, all of it, with tantivy in the place of the statement; for one visitor at a time."""
    with mock.patch.object(index, "ask", _tantivy().ask):
        return views.search(request)


@cache
def _tantivy() -> object:
    from benchmarks.engines import Tantivy  # only those who compare with it need to have it

    return Tantivy(settings.TANTIVY)


urlpatterns = [
    *house,
    path("hello/", hello),
    path("hello-db/", hello_db),
    path("tantivy/", on_tantivy),
    path("empty/", hello),  # the same view, reached through all the middleware of the house
]
