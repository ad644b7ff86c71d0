"""Listings that are shut for now and have the words in their name: who looks for just that one learns so."""

from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db.models import F, Func, TextField, Value

from directory.models import Service
from directory.search import Hit, Results
from directory.states import Status

FEW = 3


def named(results: Results, shown: int) -> list[Hit]:
    """Numbered on from what is shown above them. None for whoever is in distress, and none on later pages.

    An index holds those that are shut, which are few (`listing_shut`): their names are read as the search reads names.
    """
    reading = results.reading
    if not reading.parts or reading.in_distress or results.page > 1:
        return []
    shut = Service.objects.published().filter(status=Status.SHUT, withheld_at=None)
    words = SearchQuery(_plain(Value(reading.said)), config="english")
    found = shut.annotate(name_words=_words(_plain(F("name")))).filter(name_words=words)
    services = [each for each in found.with_places()[: 3 * FEW] if not each.is_open][:FEW]
    return [Hit(each, next(iter(each.locations.all()), None), None, shown + n) for n, each in enumerate(services, 1)]


def _plain(text: object) -> Func:
    return Func(text, function="directory_plain", output_field=TextField())


def _words(text: Func) -> Func:
    return Func(text, template="to_tsvector('english', %(expressions)s)", output_field=SearchVectorField())
