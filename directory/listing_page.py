"""One listing, whole, as anybody may read it."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from connect.people.access import may, public
from directory import (
    access_facts,
    apart_from,
    community_words,
    directions,
    prices,
    registers,
    related,
    room,
    schedule,
    standing_words,
)
from directory.keeping.links import ENOUGH_FAILURES
from directory.models import Capacity, Collection, KindGuide, LinkCheck, Location, Schedule, Service, Watch
from directory.states import Status, Wellbeing
from directory.views import of_ours

LONGEST_QUERY = 2000
MOST_ANSWERS = 50
COMING = 4
ONE_TO_ONE = ("organisation__provider", "feed", "instead", "community", "standing", "picture")
MANY = (
    "locations", "schedules", "needs", "audiences", "costs", "community__admins", "organisation__identifiers",
)  # fmt: skip


@dataclass(frozen=True)
class Meeting:
    """One place with its own times and ways in; without a place, the times that name none."""

    place: Location | None
    schedules: list[Schedule]

    @property
    def days(self) -> frozenset[str]:
        return schedule.days_of(self.schedules)

    @property
    def timetable(self) -> list[schedule.Line]:
        return schedule.timetable(self.schedules)

    @property
    def remarks(self) -> list[str]:
        return apart_from.remarks(self.schedules)

    @property
    def access(self) -> access_facts.Access | None:
        return access_facts.of(self.place) if self.place else None

    @property
    def way_there(self) -> str:
        return directions.address(self.place) if self.place else ""


@public
@require_safe
def listing(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    service = _found(request, pk)
    if service.merged_into_id:
        return HttpResponsePermanentRedirect(reverse("listing", args=[_kept(service)]))
    template = "directory/listing_community.html" if hasattr(service, "community") else "directory/listing.html"
    return render(request, template, page(request, service))


def page(request: HttpRequest, service: Service) -> dict[str, Any]:
    """All that a listing's page is drawn with: asked for together, so that nothing is asked for a row at a time."""
    meetings = _meetings(service)
    sessions = _sessions(service)
    return {
        "service": service,
        "picture": getattr(service, "picture", None),
        "meetings": meetings,
        "one": meetings[0] if len(meetings) == 1 else None,
        "next": sessions[0] if sessions else None,
        "then": sessions[1:],
        "sessions": sessions,
        "is_over": _is_over(service, sessions),
        "costs": prices.of(service.costs.all()),
        "rooms": room.rooms(service.capacities.all(), service.schedules.all()) if service.is_open else [],
        "standing": standing_words.of(service),
        "registers": [(each, registers.page(each)) for each in service.organisation.identifiers.all()],
        "collections": service.shown_in,
        "guide": KindGuide.objects.filter(pk=service.kind).first(),
        "silent": _silent(service),
        "related": related.near(service),
        "only_editors": _why_only_editors(service),
        "wellbeing": [Wellbeing(way).label for way in service.wellbeing],
        "will_shut": service.status == Status.SHUT
        and bool(service.shut_from)
        and service.shut_from > timezone.localdate(),
        **community_words.of(service),
        **_reader(request, service),
    }


def _reader(request: HttpRequest, service: Service) -> dict[str, Any]:
    """What differs from one reader to the next."""
    may_watch = request.user.is_authenticated and may(request.user, "SAVED_SEARCH", "C")
    return {
        "may_watch": may_watch,
        "watches": may_watch and Watch.objects.filter(service=service, user=request.user).exists(),
        "may_edit": may(request.user, "DIRECTORY_DRAFT", "U"),
        "came": _came_from(request),
        "useful_key": uuid.uuid4(),
        "signed_in": request.user.is_authenticated,
        "may_refer": may(request.user, "REFERRAL_CREATE", "C"),
    }


def _found(request: HttpRequest, pk: uuid.UUID) -> Service:
    """Published, or merged; whoever works on the directory sees the others too, with a label."""
    service = _whole().filter(pk=pk).first()
    if service is None or not (service.merged_into_id or _may_see(request, service)):
        raise Http404
    return service


def _may_see(request: HttpRequest, service: Service) -> bool:
    return not _why_only_editors(service) or may(request.user, "DIRECTORY_DRAFT", "R")


def _whole():
    latest = Capacity.objects.order_by("service_id", "schedule_id", "-said_at").distinct("service_id", "schedule_id")
    said = Prefetch("capacities", latest)
    shown_in = Prefetch("collections", Collection.objects.filter(published=True), to_attr="shown_in")
    return Service.objects.select_related(*ONE_TO_ONE).defer("picture__jpeg").prefetch_related(*MANY, said, shown_in)


def _why_only_editors(service: Service) -> str:
    """Why the public does not see it, as a word the template knows; "" when it does."""
    today = timezone.localdate()
    reasons = {
        "merged": service.merged_into_id is not None,
        "template": service.is_template,
        "inactive": service.status == Status.INACTIVE,
        "not_yet": service.publish_from is not None and service.publish_from > today,
        "expired": service.publish_until is not None and service.publish_until < today,
    }
    return next((reason for reason, is_so in reasons.items() if is_so), "")


def _kept(service: Service) -> uuid.UUID:
    """The listing that it was made one with, and that one in its turn; never round in a circle."""
    seen, key = {service.pk}, service.merged_into_id
    while key and key not in seen:
        seen.add(key)
        at, key = key, Service.objects.filter(pk=key).values_list("merged_into_id", flat=True).first()
    return at


def _meetings(service: Service) -> list[Meeting]:
    """Each place with its times. With a single place, every time is there, whether it says so or not."""
    times = _with_their_places(service)
    places = [] if service.needs_no_travel else list(service.locations.all())
    if len(places) < 2:
        return [Meeting(places[0] if places else None, times)]
    anywhere = [each for each in times if each.location_id not in {place.pk for place in places}]
    there = [Meeting(place, [each for each in times if each.location_id == place.pk]) for place in places]
    return [*([Meeting(None, anywhere)] if anywhere else []), *there]


def _with_their_places(service: Service) -> list[Schedule]:
    """Each time's place from those that are here already, rather than asked for again."""
    places = {place.pk: place for place in service.locations.all()}
    times = list(service.schedules.all())
    for each in times:
        if each.location_id in places:
            each.location = places[each.location_id]
    return times


def _sessions(service: Service) -> list[schedule.Session]:
    """The next few; while it is shut, those after it opens again."""
    last = service.publish_until
    coming = schedule.next_sessions(service, timezone.now(), COMING)
    return [each for each in coming if last is None or each.day <= last]


def _is_over(service: Service, sessions: Iterable[schedule.Session]) -> bool:
    """A dated event that has been: it met once, and the day has gone by."""
    times = service.schedules.all()
    return bool(times) and all(each.freq == "ONCE" and each.dtstart for each in times) and not sessions


def _silent(service: Service) -> set[str]:
    """Of the addresses on the page, those that did not answer when we last looked."""
    community = getattr(service, "community", None)
    said = [service.url, community.address if community else ""]
    dead = LinkCheck.objects.filter(address__in=[each for each in said if each], failures__gte=ENOUGH_FAILURES)
    return set(dead.values_list("address", flat=True))


def _came_from(request: HttpRequest) -> str:
    """The search that led here. Never an address: only a query, and of that only what our own search asks."""
    said = request.GET.get("from", "")
    if len(said) > LONGEST_QUERY or said.count("&") > MOST_ANSWERS:
        return ""
    return of_ours(QueryDict(said))
