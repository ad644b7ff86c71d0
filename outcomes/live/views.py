"""A team's own numbers, as they are this minute; each opens to the people it counts."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.audit.actions import saw
from connect.people.access import requires
from connect.people.roles import Role
from outcomes.live import numbers


@requires("LIVE_COUNT_ROWS")
@require_safe
@never_cache
def live_numbers(request: HttpRequest) -> HttpResponse:
    """Of one's own people; a lead's, of the whole team's."""
    lately = numbers.half_a_year(request.user)
    context = {
        "open": numbers.open_now(request.user), "look": numbers.to_look_at(request.user), "lately": lately,
        "picture": numbers.drawn(lately) if lately[0].n else None,
        "whole_team": request.user.acting.role == Role.TL,
    }  # fmt: skip
    return render(request, "outcomes/live/live_numbers.html", context)


@requires("LIVE_COUNT_ROWS")
@require_safe
@never_cache
def live_rows(request: HttpRequest, key: str) -> HttpResponse:
    """Whom one of the numbers counts."""
    found = numbers.behind(key, request.user)
    if found is None:
        raise Http404
    title, rows = found
    total, shown = rows.count(), numbers.listed(rows)
    saw(request, {row.person_id for row in shown})
    context = {"title": title, "rows": shown, "total": total, "more": total - len(shown)}
    return render(request, "outcomes/live/live_rows.html", context)
