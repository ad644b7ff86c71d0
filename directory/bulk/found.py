"""Which listings an export takes: all, the online communities, or what the search page finds for the same address."""

from uuid import UUID

from django.db.models import QuerySet
from django.http import QueryDict

from directory import search as searching
from directory.bulk.columns import COMMUNITIES
from directory.forms import SearchForm
from directory.models import Service

OURS = {"what", "as", "page"}


def asked_for(query: QueryDict, what: str) -> QuerySet[Service]:
    """Templates and what was made one with another are left out; what is not published is an editor's to have."""
    listings = Service.objects.filter(is_template=False, merged_into=None)
    if what == COMMUNITIES:
        listings = listings.filter(community__isnull=False)
    if any(query.get(name) for name in query if name not in OURS):
        listings = listings.filter(pk__in=_found(query))
    return listings.order_by("name", "pk")


def _found(query: QueryDict) -> list[UUID]:
    """Every page of the search, with its words, place and filters; no listing that only looks like an answer."""
    form = SearchForm(query)
    form.is_valid()
    asked = {**form.asked(), "page": 1}
    keys: list[UUID] = []
    while True:
        results = searching.search(**asked)
        keys += [] if results.is_else else [hit.service.pk for hit in results.hits]
        if asked["page"] >= results.pages or results.is_else:
            return keys
        asked["page"] += 1
