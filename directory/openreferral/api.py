"""The open data, Open Referral UK 3.0: read by anybody, without a key, from anywhere."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import translation

from connect.people.access import public
from directory.models import Capacity, Service, ServiceAtLocation
from directory.openreferral import asked, description, narrowing, paging, published, telling
from directory.openreferral.asked import Asked, Malformed
from directory.openreferral.paging import NoSuchPage, Tell
from directory.openreferral.said import STUB, ours, without_blanks
from directory.openreferral.vocabulary import Vocabulary

VERSION = "HSDS-UK-3.0"
PROFILE = "https://docs.openreferraluk.org/en/latest/"
METHODS = ("GET", "HEAD", "OPTIONS")


def endpoint(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Open to anybody; whatever is wrong is said as JSON, in English, since machines read it."""

    @public
    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if request.method not in METHODS:
            return problem(405, f"{request.method} is not answered here: this is for reading", Allow=", ".join(METHODS))
        if request.method == "OPTIONS":
            return HttpResponse(status=204, headers={"Allow": ", ".join(METHODS)})
        try:
            with translation.override("en-gb"):
                return view(request, *args, **kwargs)
        except Malformed as wrong:
            return problem(400, ". ".join(wrong.errors.values()), wrong.errors)
        except NoSuchPage:
            return problem(404, "There is no such page: it comes after the last")
        except Http404:
            return problem(404, "There is nothing here by that id or address")

    return guarded


def problem(status: int, told: str, errors: dict[str, str] | None = None, **headers: str) -> HttpResponse:
    return JsonResponse(without_blanks({"detail": told, "errors": errors}), status=status, headers=headers)


@endpoint
def root(request: HttpRequest) -> HttpResponse:
    told = {"version": VERSION, "profile": PROFILE, "openapi_url": ours(f"{STUB}/openapi.json")}
    return paging.answer(request, told, None)


@endpoint
def openapi(request: HttpRequest) -> HttpResponse:
    return paging.answer(request, description.document(), None)


@endpoint
def nowhere(request: HttpRequest, path: str) -> HttpResponse:
    raise Http404


@endpoint
def services(request: HttpRequest) -> HttpResponse:
    wanted, words = asked.read(request.GET, asked.ENDPOINTS["services"]), Vocabulary()
    found = narrowing.services(wanted, words).order_by("created", "pk")
    if wanted["minimal"]:
        return _minimal(request, found, wanted)
    return _several(request, found, wanted, lambda keys: telling.services(keys, bool(wanted["full"]), words))


def _several(request: HttpRequest, found: QuerySet | list, wanted: Asked, tell: Tell) -> HttpResponse:
    if wanted["format"] == "ndjson":
        return paging.stream(found, tell)
    return paging.answer(request, paging.page(found, wanted, tell), paging.changed_last())


def _minimal(request: HttpRequest, found: QuerySet[Service], wanted: Asked) -> HttpResponse:
    """All on one page, whatever its size."""
    if (wanted["page"] or 1) > 1:
        raise NoSuchPage
    if wanted["format"] == "ndjson":
        return paging.stream(found, _marks)
    told = telling.marks(found, Capacity.objects.all())
    return paging.answer(request, paging.envelope(told, len(told), 1, 1), paging.changed_last())


def _marks(keys: list) -> list[dict]:
    return telling.marks(Service.objects.filter(pk__in=keys), Capacity.objects.filter(service__in=keys))


@endpoint
def service(request: HttpRequest, key: str) -> HttpResponse:
    row = _one(published.services(), key)
    told = telling.services([row.pk], True, Vocabulary())
    return paging.answer(request, told[0], telling.last_modified(row))


def _one(rows: QuerySet, key: str) -> object:
    try:
        found = rows.filter(pk=UUID(key)).first()
    except ValueError:
        found = None
    if found is None:
        raise Http404
    return found


@endpoint
def at_locations(request: HttpRequest) -> HttpResponse:
    wanted, words = asked.read(request.GET, asked.ENDPOINTS["service_at_locations"]), Vocabulary()
    found = narrowing.at_locations(wanted, words).order_by("pk")
    return _several(request, found, wanted, lambda keys: telling.at_locations(keys, bool(wanted["full"]), words))


@endpoint
def at_location(request: HttpRequest, key: str) -> HttpResponse:
    row: ServiceAtLocation = _one(published.at_locations().select_related("service"), key)
    told = telling.at_locations([row.pk], True, Vocabulary())
    return paging.answer(request, told[0], telling.last_modified(row.service))


@endpoint
def organisations(request: HttpRequest) -> HttpResponse:
    wanted, words = asked.read(request.GET, asked.ENDPOINTS["organizations"]), Vocabulary()
    found = narrowing.organisations(wanted, words).order_by("name", "pk")
    full = bool(wanted["full"] or wanted["full_service"])
    return _several(
        request, found, wanted, lambda keys: telling.organisations(keys, full, _listed(wanted, keys, words))
    )


def _listed(wanted: Asked, keys: list, words: Vocabulary) -> dict:
    if not wanted["full_service"]:
        return {}
    rows = dict(
        published.services().filter(organisation__in=keys).order_by("created", "pk").values_list("pk", "organisation")
    )
    told: dict = {}
    for each in telling.services(list(rows), True, words):
        told.setdefault(rows[UUID(each["id"])], []).append(each)
    return told


@endpoint
def organisation(request: HttpRequest, key: str) -> HttpResponse:
    wanted = asked.read(request.GET, ["full_service"])
    row = _one(published.organisations(), key)
    told = telling.organisations([row.pk], True, _listed(wanted, [row.pk], Vocabulary()))
    return paging.answer(request, told[0], None)


@endpoint
def taxonomies(request: HttpRequest) -> HttpResponse:
    wanted, words = asked.read(request.GET, asked.ENDPOINTS["taxonomies"]), Vocabulary()
    found = narrowing.taxonomies(wanted, words)
    return _several(request, found, wanted, lambda some: [without_blanks(each.document(False)) for each in some])


@endpoint
def taxonomy(request: HttpRequest, key: str) -> HttpResponse:
    for each in Vocabulary().taxonomies:
        if each.id == key.lower():
            return paging.answer(request, without_blanks(each.document(True)), None)
    raise Http404


@endpoint
def terms(request: HttpRequest) -> HttpResponse:
    wanted, words = asked.read(request.GET, asked.ENDPOINTS["taxonomy_terms"]), Vocabulary()
    found = narrowing.terms(wanted, words)
    return _several(request, found, wanted, lambda some: [each.document() for each in some])


@endpoint
def term(request: HttpRequest, key: str) -> HttpResponse:
    found = Vocabulary().by_id.get(key.lower())
    if found is None:
        raise Http404
    return paging.answer(request, found.document(), None)
