"""One listing, whole, as anybody may read it."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from connect.people.access import may, public
from directory import schedule
from directory.models import Service
from directory.views import of_ours

LONGEST_QUERY = 2000
MOST_ANSWERS = 50


@public
@require_safe
def listing(request: HttpRequest, pk: str) -> HttpResponse:
    service = get_object_or_404(Service.objects.published().with_places().select_related("instead"), pk=pk)
    times = service.schedules.all()
    page = {
        "service": service,
        "places": service.locations.all(),
        "days": schedule.days_of(times),
        "timetable": schedule.timetable(times),
        "next": schedule.next_session(service, timezone.now()) if service.is_open else None,
        "access": _access(service),
        "came": _came_from(request),
        "signed_in": request.user.is_authenticated,
        "may_refer": may(request.user, "REFERRAL_CREATE", "C"),
    }
    return render(request, "directory/listing.html", page)


def _came_from(request: HttpRequest) -> str:
    """The search that led here. Never an address: only a query, and of that only what our own search asks."""
    said = request.GET.get("from", "")
    if len(said) > LONGEST_QUERY or said.count("&") > MOST_ANSWERS:
        return ""
    return of_ours(QueryDict(said))


def _access(service: Service) -> list[tuple[str, str]]:
    """Getting in and hearing, as icon and words: in the place's own words where it has any."""
    places = [] if service.needs_no_travel else service.locations.all()
    steps = [("ramp", _with(_("Step-free"), place.step_free_note)) for place in places if place.step_free]
    loops = [("ear", _with(_("Hearing loop"), place.hearing_loop_note)) for place in places if place.hearing_loop]
    return list(dict.fromkeys(steps + loops))


def _with(fact: str, note: str) -> str:
    """Step-free, with a wide toilet."""
    return f"{fact}, {note[0].lower()}{note[1:]}" if note else fact
