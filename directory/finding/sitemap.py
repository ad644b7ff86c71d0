"""For search engines: where our pages are, when they changed, and what is not worth their time."""

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import index, sitemap
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from connect.people.access import public
from directory.models import Collection, Service
from directory.sharing.collections import shown

A_FILE = 10_000  # addresses; a search engine takes fifty thousand


class Pages(Sitemap):
    def items(self) -> list[str]:
        return ["search", "communities", "collections", "new_group", "missing"]

    def location(self, item: str) -> str:
        return reverse(item)


class Listings(Sitemap):
    """What the public search may offer: nothing that is withheld, merged, shut or not yet published."""

    limit = A_FILE

    def items(self) -> QuerySet[Service]:
        return Service.objects.searchable().only("pk", "updated").order_by("pk")

    def lastmod(self, item: Service) -> timezone.datetime:
        return item.updated


class Collections(Sitemap):
    def items(self) -> QuerySet[Collection]:
        return shown()

    def lastmod(self, item: Collection) -> timezone.datetime:
        return item.changed_at


MAPS = {"pages": Pages, "listings": Listings, "collections": Collections}


@public
@require_safe
@cache_control(max_age=3600, public=True)
def sitemap_index(request: HttpRequest) -> TemplateResponse:
    return index(request, MAPS, sitemap_url_name="sitemap")


@public
@require_safe
@cache_control(max_age=3600, public=True)
def sitemap_of(request: HttpRequest, section: str) -> TemplateResponse:
    return sitemap(request, MAPS, section=section)


@public
@require_safe
@cache_control(max_age=3600, public=True)
def robots(request: HttpRequest) -> HttpResponse:
    """Searches are for people: there are more addresses of them than a robot could ever read."""
    closed = ["/*?", "/l/", "/accounts/", "/api/", "/suggestions/", "/near-me/"]
    lines = ["User-agent: *", *(f"Disallow: {each}" for each in closed), ""]
    lines.append(f"Sitemap: {request.build_absolute_uri(reverse('sitemap_index'))}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
