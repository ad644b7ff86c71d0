"""Every address of the house, and the three that everything is compared with."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path

from connect.people.access import public
from connect.urls import urlpatterns as house


@public
def hello(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("hello, world")


@public
def hello_db(_request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        return HttpResponse(f"hello, {cursor.execute('select 1').fetchone()[0]}")


urlpatterns = [
    *house,
    path("hello/", hello),
    path("hello-db/", hello_db),
    path("empty/", hello),  # the same view, reached through all the middleware of the house
]
