"""One's own competencies; those of the people one leads; and the tenant's list."""

import uuid
from collections.abc import Iterable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.forms import form_page
from connect.people.access import may, requires
from connect.people.training.competencies import actions
from connect.people.training.competencies.forms import LineForm, RatingForm
from connect.people.training.competencies.models import Competency, CompetencyRating, Level


def _lines() -> list[Competency]:
    return list(Competency.objects.now())


def _last(rows: Iterable[CompetencyRating], *, observed: bool) -> dict[uuid.UUID, int]:
    return {row.competency_id: row.level for row in rows if row.observed is observed}


@requires("COMPETENCY", "C")
@form_page
@never_cache
def competencies(request: HttpRequest) -> HttpResponse:
    """How far one is oneself, and what one's lead has seen of it."""
    lines = _lines()
    mine = list(CompetencyRating.objects.visible_to(request.user).filter(user=request.user).latest())
    seen = _last(mine, observed=True)
    data = request.POST if request.method == "POST" else None
    form = RatingForm(data, lines=lines, now=_last(mine, observed=False))
    if form.is_bound and form.is_valid():
        actions.rate(levels=form.levels(), by=request.user)
        messages.success(request, _("Saved. Your lead sees it too"))
        return redirect("competencies")
    context = {
        "form": form,
        "rows": [(form[f"level_{one.pk}"], Level(seen[one.pk]).label if one.pk in seen else "") for one in lines],
        "leads": may(request.user, "COMPETENCY_SEEN", "R"),
    }
    return render(request, "people/competencies/mine.html", context, status=422 if form.errors else 200)


@requires("COMPETENCY_SEEN")
@require_safe
@never_cache
def competencies_team(request: HttpRequest) -> HttpResponse:
    """Everybody one leads, a line each: by their own word, and as it was seen."""
    lines = _lines()
    people = list(actions.led_by(request.user).select_related("user", "team").order_by("user__name", "pk"))
    rows = CompetencyRating.objects.visible_to(request.user).filter(user__in=[one.user_id for one in people])
    said = {(row.user_id, row.competency_id, row.observed): row.level for row in rows.latest()}
    table = [
        (one, [(line, *(said.get((one.user_id, line.pk, seen)) for seen in (False, True))) for line in lines])
        for one in _one_each(people)
    ]
    context = {"lines": lines, "table": table, "levels": Level.choices}
    return render(request, "people/competencies/team.html", context)


def _one_each(people: Iterable[object]) -> list[object]:
    """Somebody with two roles stands there once."""
    return list({one.user_id: one for one in people}.values())


@requires("COMPETENCY_SEEN", "C")
@form_page
@never_cache
def competencies_seen(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What a lead has seen of one of their people."""
    membership = get_object_or_404(actions.led_by(request.user).select_related("user", "team"), pk=pk)
    lines = _lines()
    rows = CompetencyRating.objects.visible_to(request.user).filter(user=membership.user_id)
    last = list(rows.latest())
    own = _last(last, observed=False)
    form = RatingForm(request.POST if request.method == "POST" else None, lines=lines, now=_last(last, observed=True))
    if form.is_bound and form.is_valid():
        actions.observe(membership, levels=form.levels(), by=request.user)
        messages.success(request, _("Saved. They see it too"))
        return redirect("competencies_team")
    context = {
        "form": form,
        "membership": membership,
        "rows": [(form[f"level_{one.pk}"], Level(own[one.pk]).label if one.pk in own else "") for one in lines],
    }
    return render(request, "people/competencies/seen.html", context, status=422 if form.errors else 200)


# ---------- the tenant's list ----------


@requires("TRAINING_KINDS")
@form_page
@never_cache
def competency_list(request: HttpRequest) -> HttpResponse:
    """What there is on the list; one more; or Portsmouth's five."""
    form = LineForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and not may(request.user, "TRAINING_KINDS", "C"):
        raise Http404
    if request.method == "POST" and request.POST.get("preset"):
        actions.take_up_preset()
        return redirect("competency_list")
    if form.is_bound and form.is_valid():
        actions.add(name=form.cleaned_data["name"], about=form.cleaned_data["about"])
        return redirect("competency_list")
    context = {"lines": _lines(), "form": form, "may_change": may(request.user, "TRAINING_KINDS", "U")}
    return render(request, "people/competencies/list.html", context, status=422 if form.is_bound else 200)


@requires("TRAINING_KINDS", "U")
@form_page
@never_cache
def competency(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Reword one line."""
    line = get_object_or_404(Competency.objects.now(), pk=pk)
    first = {"name": line.name, "about": line.about, "seen": line.changed_at.isoformat()}
    form = LineForm(request.POST if request.method == "POST" else None, initial=first)
    if form.is_bound and form.is_valid():
        try:
            actions.reword(line, **form.cleaned_data)
        except actions.ChangedMeanwhile:
            form.add_error(None, _("Somebody else has changed this line meanwhile. Reload the page and look again"))
        else:
            messages.success(request, _("Saved"))
            return redirect("competency_list")
    context = {"form": form, "line": line}
    return render(request, "people/competencies/line.html", context, status=422 if form.is_bound else 200)


@requires("TRAINING_KINDS", "U")
@require_POST
def competency_end(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    actions.end(get_object_or_404(Competency, pk=pk))
    return redirect("competency_list")
