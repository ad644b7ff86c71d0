"""What to put right in the records, on one page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.audit.actions import saw
from connect.people.access import requires
from outcomes.quality import listing
from outcomes.quality.checks import BY_KEY


@requires("DATA_QUALITY")
@require_safe
@never_cache
def quality(request: HttpRequest) -> HttpResponse:
    """Of one's own people; a lead's, of the team."""
    only = request.GET.get("only", "")
    found = listing.listed(request.user, only if only in BY_KEY else "")
    saw(request, {row.person_id for one in found for row, _address in one.rows})
    return render(request, "outcomes/quality/quality.html", {"found": found, "only": BY_KEY.get(only)})
