"""Collections, as anybody reads them."""

from django.db.models import Count, Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from connect.people.access import may, public
from directory import schedule
from directory.models import Collection, CollectionEntry, Service

AT_THE_START = 6


def shown() -> QuerySet[Collection]:
    """Published, with how many listings are open to be read in each; an empty one says nothing to anybody."""
    open_ones = Q(services__in=Service.objects.published())
    counted = Collection.objects.published().annotate(n=Count("services", filter=open_ones)).filter(n__gt=0)
    return counted.order_by("position", "name")  # said again: counting drops the model's own order


def entries(collection: Collection) -> list[CollectionEntry]:
    """In the editor's order, with listings that anybody may open."""
    listings = Prefetch("service", Service.objects.with_places())
    rows = collection.entries.filter(service__in=Service.objects.published()).prefetch_related(listings)
    return list(rows)


@public
@require_safe
def collections(request: HttpRequest) -> HttpResponse:
    return render(request, "directory/sharing/collections.html", {"collections": shown()})


@public
@require_safe
def collection(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Collection.objects.published(), slug=slug)
    page = {
        "collection": found,
        "rows": [(row, row.service, schedule.timetable(row.service.schedules.all())) for row in entries(found)],
        "may_edit": may(request.user, "DIRECTORY_WORDS", "U"),
    }
    return render(request, "directory/sharing/collection.html", page)
