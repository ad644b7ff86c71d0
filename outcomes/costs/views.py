"""Fairness and cost, as released; and the page on which costs, who lives here and the scenario are entered."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.forms import Form, form_page
from connect.people.access import could, requires, scope_of
from connect.places.models import Area
from outcomes.costs import actions, reach, reading
from outcomes.costs.forms import CostForm, GroupForm, ScenarioForm
from outcomes.costs.models import Cost, Scenario
from outcomes.costs.published import CAUTIONS
from outcomes.drawing import amount
from outcomes.figures.counts.fairness import GROUPS
from outcomes.figures.lattice import Grain, Level
from outcomes.works.choosing import Choices, chosen

COARSE = (Grain.QUARTER, Grain.YEAR)
LISTED = 200


@requires("DASHBOARD")
@require_safe
def fairness_and_cost(request: HttpRequest) -> HttpResponse:
    """Of the whole area alone, in quarters and years: nothing here is ever told by ward."""
    board = chosen(request, grains=COARSE)
    if board and board.place.level != Level.WHOLE:
        raise Http404
    said: dict[str, Any] = {"board": board, "may_enter": could(request.user, "COST", "C")}
    if board:
        said |= {
            "lattice": Choices.of(board, "fairness_and_cost", COARSE, (Level.WHOLE,)),
            "reached": reach.reached(board),
            "alike": reach.alike(board),
            "steps": [title for title, _part, _of in reach.STEPS],
            "known": board.share("equality_known", "equality_asked"),
            "asked": board.share("equality_asked", "fair_accepted"),
            "spent": reading.spent(board),
            "hours": amount(board.shown("volunteer_hours")),
            "avoided": reading.avoided(board),
            "cautions": CAUTIONS,
        }
    return render(request, "outcomes/costs/fairness_and_cost.html", said)


@requires("COST", "C")
@form_page
@never_cache
def costs(request: HttpRequest) -> HttpResponse:
    """Each of its forms says with the button which it is; what was typed into a wrong one stands there again."""
    areas = actions.areas(request.user, everywhere=scope_of(request.user, "COST", "C") == "")
    forms, sent = _forms(request, areas), request.POST.get("what", "")
    if request.method == "POST":
        if sent == "back":
            return _taken_back(request)
        if sent in forms and forms[sent].is_valid():
            return _kept(request, sent, forms[sent])
    rows = Cost.objects.visible_to(request.user).select_related("area", "made_by")
    context = {
        "areas": areas, "cost": forms["cost"], "scenario": forms["scenario"], "groups": [forms[key] for key in GROUPS],
        "rows": rows[:LISTED], "form": forms.get(sent), "sent": sent,
    }  # fmt: skip
    return render(request, "outcomes/costs/costs.html", context, status=422 if request.method == "POST" else 200)


def _forms(request: HttpRequest, areas: list[Area]) -> dict[str, Form]:
    sent, code = request.POST.get("what", ""), areas[0].code if areas else ""
    known, scenario = reading.who_lives_here(code), Scenario.objects.filter(area__code=code).first()

    def data(what: str) -> Any:
        return request.POST if sent == what else None

    groups = {key: GroupForm(data(key), group=key, known=known.get(key), areas=areas) for key in GROUPS}
    return groups | {
        "cost": CostForm(data("cost"), areas=areas, prefix="cost"),
        "scenario": ScenarioForm(
            data("scenario"), areas=areas, prefix="scenario", initial=ScenarioForm.as_it_is(scenario)
        ),
    }  # fmt: skip


def _kept(request: HttpRequest, what: str, form: Form) -> HttpResponse:
    said = {name: value for name, value in form.cleaned_data.items() if name not in ("key", "area")}
    area, made = form.cleaned_data["area"], {"by": request.user, "made": form.made_by(request)}
    if what == "cost":
        actions.enter(area, **said, **made)
    elif what == "scenario":
        actions.suppose(area, **said, **made)
    else:
        actions.count_group(area, group=what, people=form.people, source=said["source"], **made)
    messages.success(request, _("Saved"))
    return redirect("costs")


def _taken_back(request: HttpRequest) -> HttpResponse:
    key = request.POST.get("cost", "")
    row = get_object_or_404(Cost.objects.visible_to(request.user), pk=key) if _is_key(key) else None
    if row is None:
        raise Http404
    actions.take_back(row, by=request.user)
    messages.success(request, _("Taken back: it counts nowhere any more"))
    return redirect("costs")


def _is_key(text: str) -> bool:
    return len(text) == 36 and text.count("-") == 4
