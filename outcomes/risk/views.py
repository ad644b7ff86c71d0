"""The index of risk on a map, and the page on which a lead or coordinator weighs it anew. About places alone."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.forms import form_page
from connect.people.access import may, requires
from outcomes.profiles.reading import Borough, SmallAreas
from outcomes.profiles.views import chosen
from outcomes.risk import actions, pages, small
from outcomes.risk.forms import WeightsForm
from outcomes.risk.presets import Preset, presets
from outcomes.risk.reading import Seen, Weighing
from outcomes.within import authorities

FIRST = "essex"


def _preset(slug: str) -> Preset:
    found = presets().get(slug)
    if found is None:
        raise Http404
    return found


@requires("DASHBOARD")
@require_safe
@never_cache
def risk(request: HttpRequest, slug: str = FIRST) -> HttpResponse:
    """One index over the wards of one authority."""
    preset = _preset(slug)
    authority = chosen(request.user, request.GET.get("place", ""))
    seen = Seen(Borough(authority), Weighing.of(preset)) if authority else None
    context = {
        "preset": preset,
        "presets": presets().values(),
        "weighing": seen.weighing if seen else None,
        "authority": authority,
        "others": authorities(request.user).exclude(pk=authority.pk) if authority else [],
        "findings": pages.findings(seen) if seen else [],
        "may_weigh": may(request.user, "RISK_INDEX", "U"),
        "datasets": seen.datasets if seen else [],
    }
    return render(request, "outcomes/risk/risk.html", context)


@requires("DASHBOARD")
@require_safe
@never_cache
def risk_small(request: HttpRequest, slug: str) -> HttpResponse:
    """The same index over its statistical areas."""
    preset = _preset(slug)
    authority = chosen(request.user, request.GET.get("place", ""))
    if authority is None:
        raise Http404
    seen = Seen(SmallAreas(authority), Weighing.of(preset))
    context = {
        "preset": preset,
        "presets": presets().values(),
        "authority": authority,
        "findings": small.findings(seen),
        "datasets": seen.datasets,
    }
    return render(request, "outcomes/risk/risk_small.html", context)


@requires("RISK_INDEX", "U")
@form_page
@never_cache
def risk_weights(request: HttpRequest, slug: str) -> HttpResponse:
    """New weights, with the reason."""
    preset = _preset(slug)
    now = Weighing.of(preset)
    form = WeightsForm(
        request.POST if request.method == "POST" else None, preset=preset, weights=now.weights, version=now.version
    )
    if form.is_bound and form.is_valid() and _weighed(request, preset, form):
        return redirect("risk", preset.slug)
    context = {"form": form, "preset": preset, "weighing": now}
    return render(request, "outcomes/risk/risk_weights.html", context, status=422 if form.is_bound else 200)


def _weighed(request: HttpRequest, preset: Preset, form: WeightsForm) -> bool:
    said = {name: form.cleaned_data[name] for name in ("weights", "why", "seen")}
    try:
        actions.weigh(preset, by=request.user, made=form.made_by(request), **said)
    except actions.SomebodyWasFaster:
        form.data = form.data.copy()
        form.data["seen"] = str(Weighing.of(preset).version)
        form.add_error(
            None, _("A colleague weighed it anew meanwhile. What you chose is here: save it to make the next version")
        )
        return False
    messages.success(request, _("The maps are drawn with these weights from now on"))
    return True
