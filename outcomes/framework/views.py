"""What the work is for: the aims, what hangs on them, and a page on which a lead or coordinator makes a new version."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.people.access import may, requires
from outcomes.framework import actions, thread
from outcomes.framework.forms import FrameworkForm
from outcomes.framework.models import Framework, Outcome
from outcomes.framework.writing import kinds

MOST = 200


@requires("FRAMEWORK")
@require_safe
@never_cache
def frameworks(request: HttpRequest) -> HttpResponse:
    """Every aim and outcome in use; for those who see people, how many of their goals hang on each."""
    goals = thread.mine(request.user) if may(request.user, "GOAL") else []
    rows = _in_reach(request)
    used = [row for row in rows if row.in_use]
    context = {
        "shown": [(row, thread.down(row, goals)) for row in used],
        "laid_aside": [row for row in rows if not row.in_use],
        "sees_goals": may(request.user, "GOAL"), "may_change": may(request.user, "FRAMEWORK", "U"),
        "untied": len(thread.untied(goals)), "gone": [(one, len(some)) for one, some in thread.gone(used, goals)],
    }  # fmt: skip
    return render(request, "outcomes/framework/frameworks.html", context)


def _in_reach(request: HttpRequest) -> list[Framework]:
    """Those of the reader's scheme; without one, those that come with the house."""
    scheme = _scheme_id(request)
    rows = Framework.objects.of_scheme(scheme) if scheme else Framework.objects.filter(scheme=None)
    return list(rows.prefetch_related("aims__outcomes").order_by("title", "-version"))


def _scheme_id(request: HttpRequest) -> object:
    team = request.user.acting.team
    return team.scheme_id if team else None


@requires("GOAL")
@require_safe
@never_cache
def outcome_goals(request: HttpRequest, pk: object) -> HttpResponse:
    """One outcome, and whose goals hang on it: of people the reader may see, and of nobody else."""
    outcome = get_object_or_404(Outcome.objects.select_related("aim__framework"), pk=pk)
    slug, code = outcome.aim.framework.slug, outcome.code
    held = [goal for goal in thread.mine(request.user) if (slug, code) in _codes(goal)][:MOST]
    saw(request, {goal.referral.person_id for goal in held})
    context = {"outcome": outcome, "goals": sorted(held, key=lambda one: (one.is_over, one.made_at))}
    return render(request, "outcomes/framework/outcome.html", context)


def _codes(goal: object) -> set[tuple[str, str]]:
    return {(one.aim.framework.slug, one.code) for one in goal.outcomes}


@requires("FRAMEWORK", "U")
@form_page
@never_cache
def framework(request: HttpRequest, slug: str) -> HttpResponse:
    """A new version of one framework; "new" begins one of one's own."""
    scheme = request.user.acting.team.scheme if request.user.acting.team else None
    now = Framework.objects.of_scheme(scheme.pk).filter(slug=slug).first() if scheme else None
    if scheme is None or (now is None and slug != "new"):
        raise Http404
    form = FrameworkForm(request.POST if request.method == "POST" else None, framework=now)
    if form.is_bound and form.is_valid() and _revised(request, now, slug, scheme, form):
        return redirect("frameworks")
    context = {"form": form, "framework": now, "kinds": kinds()}
    return render(request, "outcomes/framework/framework.html", context, status=422 if form.is_bound else 200)


def _slug(title: str) -> str:
    """For an address; "new" is the page on which one begins."""
    slug = slugify(title)[:40]
    return slug if slug and slug != "new" else "ours"


def _revised(request: HttpRequest, now: Framework | None, slug: str, scheme: object, form: FrameworkForm) -> bool:
    said = {name: form.cleaned_data[name] for name in ("seen", "title", "aims", "in_use")}
    slug = slug if now else _slug(said["title"])
    try:
        actions.revise(slug, scheme=scheme, by=request.user, made=form.made_by(request), **said)
    except actions.SomebodyWasFaster:
        form.data = form.data.copy()
        if now:
            form.data["seen"] = str(now.version)
            form.add_error(
                None, _("A colleague made a version meanwhile. What you typed is here: save it to make the next")
            )
        else:
            form.add_error("title", _("There is one with this name already. Give it another"))
        return False
    messages.success(request, _("This version counts from now on. Goals keep what they were tied to"))
    return True
