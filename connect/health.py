"""Whether the house stands: asked by machines, answered in one word."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse

from connect.people.access import public


@public
def healthz(request: HttpRequest) -> HttpResponse:
    """200 "ok" when the database answers; 503 otherwise. Redis is not asked: pages do without it."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("select 1")
    except DatabaseError:
        return HttpResponse("database", status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")
