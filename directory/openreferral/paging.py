"""A page with its seven members, a stream of lines, and what caches need to know."""

import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import datetime
from math import ceil

from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from directory.models import Capacity, Service
from directory.openreferral.asked import FEW, Asked

Document = dict[str, object]
Tell = Callable[[list], list[Document]]  # from keys, or from the things themselves where there are no rows
STREAMED = 200  # rows at a time
SECONDS = 60  # that anybody may keep an answer without asking again


class NoSuchPage(Exception):
    """After the last."""


def page(found: QuerySet | list, asked: Asked, tell: Tell) -> Document:
    """Keys first, then the rows of one page: to sort whole listings would cost what they weigh."""
    number, size = asked["page"] or 1, asked["per_page"] or FEW
    total = len(found) if isinstance(found, list) else found.count()
    pages = max(ceil(total / size), 1)
    if number > pages:
        raise NoSuchPage
    some = found if isinstance(found, list) else found.values_list("pk", flat=True)
    return envelope(tell(list(some[(number - 1) * size : number * size])), total, pages, number)


def envelope(contents: list[Document], total: int, pages: int, number: int) -> Document:
    """`size` is what is on this page; a list of nothing still has one page."""
    return {
        "total_items": total,
        "total_pages": pages,
        "page_number": number,
        "size": len(contents),
        "first_page": number == 1,
        "last_page": number == pages,
        "empty": not contents,
        "contents": contents,
    }


def answer(request: HttpRequest, told: Document, modified: datetime | None) -> HttpResponse:
    """With the marks of HTTP's own caching; 304 where the asker has it already."""
    response = JsonResponse(told, json_dumps_params={"ensure_ascii": False})
    response["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    response["Cache-Control"] = f"public, max-age={SECONDS}"
    if modified:
        response["Last-Modified"] = http_date(modified.timestamp())
    seconds = int(modified.timestamp()) if modified else None
    return get_conditional_response(request, response["ETag"], seconds, response) or response


def changed_last() -> datetime:
    """When any list may last have become another: a listing, its room, or the day, since listings come and go by it."""
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    listings = Service.objects.aggregate(updated=Max("updated"), withheld=Max("withheld_at"))
    room = Capacity.objects.aggregate(said=Max("said_at"))
    return max(filter(None, [today, *listings.values(), *room.values()]))


def stream(found: QuerySet | list, tell: Tell) -> StreamingHttpResponse:
    return StreamingHttpResponse(_lines(found, tell), content_type="application/x-ndjson")


def _lines(found: QuerySet | list, tell: Tell) -> Iterator[str]:
    """It runs after the request's transaction: a batch at a time by key, so that no cursor is left open."""
    for batch in _batches(found):
        with translation.override("en-gb"):
            told = tell(batch)
        yield "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in told)


def _batches(found: QuerySet | list) -> Iterator[list]:
    if isinstance(found, list):
        yield found
        return
    rows, last = found.order_by("pk").values_list("pk", flat=True), None
    while keys := list((rows.filter(pk__gt=last) if last else rows)[:STREAMED]):
        yield keys
        last = keys[-1]
