"""From what was asked to the rows: every condition narrows further, and none gives away what is not published."""

from datetime import datetime
from functools import reduce
from operator import or_

from django.db.models import Exists, ExpressionWrapper, F, FloatField, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast

from connect.people.models import Organisation
from connect.places.find import Spot
from directory import words
from directory.models import Capacity, Schedule, Service, ServiceAtLocation
from directory.openreferral import published
from directory.openreferral.asked import Asked
from directory.openreferral.vocabulary import Term, Vocabulary
from directory.states import WEEKDAYS, Attending, Frequency
from directory.words import Part

PHRASE = "phraseto_tsquery('english', directory_plain(%s))"
# How a term of ours is asked of a listing.
COLUMNS = {
    "need": "needs", "audience": "audiences", "kind": "kind", "function": "function", "attending_access": "joining",
    "attending_type": "attending", "gender": "gender", "wellbeing": "wellbeing__contains",
}  # fmt: skip


def services(asked: Asked, vocabulary: Vocabulary) -> QuerySet[Service]:
    rows = published.services()
    for name, narrow in NARROW.items():
        if asked[name] is not None:
            rows = rows.filter(narrow(asked[name]))
    rows = rows.filter(_terms(asked, vocabulary), _meets(asked))
    if (spot := asked["postcode"]) is not None:
        rows = rows.filter(_near(spot, asked["proximity"]) if asked["proximity"] is not None else _reaches(spot))
    return rows


def _terms(asked: Asked, vocabulary: Vocabulary) -> Q:
    """Whatever the id names; one that is not ours is on no listing."""
    narrow = Q()
    if asked["taxonomy_term_id"]:
        term = vocabulary.by_id.get(asked["taxonomy_term_id"].lower())
        narrow &= _has([term] if term else [])
    if asked["taxonomy_id"]:
        narrow &= _has([each for each in vocabulary.terms if _of(each, asked["taxonomy_id"], vocabulary)])
    return narrow


def _of(term: Term, taxonomy: str, vocabulary: Vocabulary) -> bool:
    return any(each.id == taxonomy.lower() and each.code == term.taxonomy for each in vocabulary.taxonomies)


def _has(terms: list[Term]) -> Q:
    return reduce(or_, (_with_term(term) for term in terms), Q(pk__in=[]))


def _with_term(term: Term) -> Q:
    column = COLUMNS[term.taxonomy]
    if column in ("needs", "audiences"):
        through = getattr(Service, column).through.objects.filter(service=OuterRef("pk"))
        return Q(Exists(through.filter(**{f"{term.taxonomy}_id": term.code})))
    if term.code == Attending.IN_PERSON:
        return Q(pk__in=[])  # said of no listing, since it is said of most
    return Q(**{column: [term.code] if column.endswith("contains") else term.code})


def _meets(asked: Asked) -> Q:
    """Day and hours of one and the same time."""
    given = [asked["day"], asked["start_time"], asked["end_time"]]
    if given == [None, None, None]:
        return Q()
    rows = Schedule.objects.filter(service=OuterRef("pk"))
    if asked["day"]:
        by_start = Q(freq=Frequency.ONCE) | Q(freq=Frequency.WEEKLY, byday="")
        weekday = WEEKDAYS.index(asked["day"]) + 1
        rows = rows.filter(Q(byday__contains=asked["day"]) | by_start & Q(dtstart__iso_week_day=weekday))
    if asked["start_time"] is not None:
        rows = rows.filter(opens_at__gte=asked["start_time"])
    if asked["end_time"] is not None:
        rows = rows.filter(closes_at__lte=asked["end_time"])
    return Q(Exists(rows))


def _places(spot: Spot) -> QuerySet[ServiceAtLocation]:
    """With the metres from here. A private address is measured from nowhere, so that nobody can find it by asking."""
    east, north = _float(F("location__easting")) - spot.easting, _float(F("location__northing")) - spot.northing
    squared = ExpressionWrapper(east * east + north * north, output_field=FloatField())
    rows = ServiceAtLocation.objects.filter(location__address_public=True, location__easting__isnull=False)
    return rows.annotate(squared=squared)


def _float(metres: object) -> Cast:
    """Fifty kilometres, squared, are more than a whole number of PostgreSQL's holds."""
    return Cast(metres, FloatField())


def _near(spot: Spot, metres: int) -> Q:
    return Q(Exists(_places(spot).filter(service=OuterRef("pk"), squared__lte=float(metres) ** 2)))


def _reaches(spot: Spot) -> Q:
    """It says how far it goes, and goes as far as this; or it does not say."""
    here = _places(spot).filter(service=OuterRef("pk"))
    metres = _float(OuterRef("reach_metres"))
    reach = ExpressionWrapper(metres * metres, output_field=FloatField())
    return Q(reach_metres=None) | ~Q(Exists(here)) | Q(Exists(here.filter(squared__lte=reach)))


def _modified(since: datetime) -> Q:
    """Room is noted without touching the listing."""
    room = Capacity.objects.filter(service=OuterRef("pk"), said_at__gte=since)
    return Q(updated__gte=since) | Q(Exists(room))


def _words(said: str) -> Q:
    """As the search page reads them: each word, or what else it is spelled or called. No word at all finds nothing."""
    terms = [_any_of(part) for part in words.read(said).parts]
    if not terms:
        return Q(pk__in=[])
    sql = f"select service_id from directory_searchentry where words @@ ({' && '.join(term for term, _v in terms)})"
    return Q(pk__in=RawSQL(sql, [value for _t, values in terms for value in values]))  # noqa: S611 (words go in beside it)


def _any_of(part: Part) -> tuple[str, list[str]]:
    phrases = [part.said, *part.spelled, *part.means]
    tags = [f"'{tag}'" for tag in (*(f"need:{code}" for code in part.needs), *part.tags)]
    terms = [PHRASE] * len(phrases) + ["%s::tsquery"] * len(tags)
    return f"({' || '.join(terms)})", phrases + tags


NARROW = {
    "search": _words,
    "organization_id": lambda pk: Q(organisation=pk),
    "modified_after": _modified,
    "minimum_age": lambda age: Q(minimum_age__gte=age),
    "maximum_age": lambda age: Q(maximum_age__lte=age),
}


def at_locations(asked: Asked, vocabulary: Vocabulary) -> QuerySet[ServiceAtLocation]:
    """The listing's conditions, and the place's own distance."""
    rows = published.at_locations().filter(service__in=services(asked, vocabulary))
    if asked["postcode"] is not None and asked["proximity"] is not None:
        near = _places(asked["postcode"]).filter(squared__lte=float(asked["proximity"]) ** 2)
        rows = rows.filter(pk__in=near.values("pk"))
    return rows


def organisations(asked: Asked, vocabulary: Vocabulary) -> QuerySet[Organisation]:
    rows = published.organisations()
    for word in words.tokens(asked["search"]) if asked["search"] else ():
        rows = rows.filter(Q(name__icontains=word) | Q(provider__description__icontains=word))
    narrow = _terms(asked, vocabulary)
    return rows.filter(Exists(published.services().filter(narrow, organisation=OuterRef("pk")))) if narrow else rows


def terms(asked: Asked, vocabulary: Vocabulary) -> list[Term]:
    """None of our terms has a parent, so all stand at the top and none below another."""
    found = [] if asked["parent_id"] else vocabulary.terms
    if asked["taxonomy_id"]:
        found = [each for each in found if _of(each, asked["taxonomy_id"], vocabulary)]
    return [each for each in found if _said(asked, each.name, each.description)]


def taxonomies(asked: Asked, vocabulary: Vocabulary) -> list:
    return [each for each in vocabulary.taxonomies if _said(asked, each.name, each.description)]


def _said(asked: Asked, *texts: str) -> bool:
    told = words.fold(" ".join(texts))
    return all(word in told for word in words.tokens(asked["search"] or ""))
