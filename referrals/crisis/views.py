"""The room of a crisis: how it stands, switching it on and off, rounds of checks, and champions by street."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.keyed import earlier
from connect.people.access import may, requires
from referrals.crisis import actions, instead, reading, streets
from referrals.crisis.forms import CrisisForm, PatchForm, RoundForm
from referrals.crisis.models import ChampionPatch, Crisis, CrisisClosure, CrisisRound
from referrals.refusals import ReferralError

FEW = 10


def on_now(request: HttpRequest) -> Crisis | None:
    return Crisis.objects.of(request.user).on().select_related("team", "begun_by").first()


def on_or_404(request: HttpRequest) -> Crisis:
    if found := on_now(request):
        return found
    raise Http404


@requires("CRISIS")
@require_safe
@never_cache
def crisis(request: HttpRequest) -> HttpResponse:
    """How it stands; or, while all is well, who agreed to be checked on should something happen."""
    now = on_now(request)
    context = {"crisis": now, "agreed": reading.agreed(request.user), "may_change": may(request.user, "CRISIS", "C")}
    if now:
        context["counts"] = reading.counts(now, request.user)
        rounds = list(now.rounds.select_related("by")[:FEW])
        context["rounds"] = _with_what_came(request, rounds, "round")
        context["shut"] = CrisisClosure.objects.filter(crisis=now).shut().count()
    else:
        past = Crisis.objects.of(request.user).filter(ended_at__isnull=False)
        context["past"] = _with_what_came(request, list(past.select_related("begun_by", "ended_by")[:FEW]), "crisis")
    return render(request, "referrals/crisis/crisis.html", context)


def _with_what_came(request: HttpRequest, rows: list, by: str) -> list[tuple[object, reading.Came]]:
    came = reading.came_of(request.user, by, [one.pk for one in rows])
    return [(one, came.get(one.pk, reading.Came())) for one in rows]


@requires("CRISIS", "C")
@form_page
@never_cache
def crisis_switch(request: HttpRequest) -> HttpResponse:
    """On, with a reason and an end; once it is on, the same page moves its end."""
    now = on_now(request)
    known = {"why": now.why, "ends_on": now.ends_on} if now else {}
    form = CrisisForm(request.POST if request.method == "POST" else None, initial=known)
    if form.is_valid() and _switched(request, form, now):
        return redirect("crisis")
    context = {"form": form, "crisis": now, "open": sum(_open(request, now)) if now else 0}
    return render(request, "referrals/crisis/switch.html", context, status=422 if form.is_bound else 200)


def _open(request: HttpRequest, now: Crisis) -> list[int]:
    counts = reading.counts(now, request.user)
    return [counts[name] for name in ("ring", "needs", "waiting")]


def _switched(request: HttpRequest, form: CrisisForm, now: Crisis | None) -> bool:
    said = {name: form.cleaned_data[name] for name in ("why", "ends_on")}
    if earlier(Crisis, form.cleaned_data["key"]):
        return True
    try:
        if now:
            actions.change(now, by=request.user, **said)
        else:
            actions.begin(by=request.user, made=form.made_by(request), **said)
    except ReferralError:
        form.add_error(None, _("A colleague switched it on or off a moment ago. Open the page anew and look"))
        return False
    messages.success(request, _("Changed") if now else _("It is on. Begin a round of checks when you are ready"))
    return True


@requires("CRISIS", "U")
@require_POST
def crisis_end(request: HttpRequest) -> HttpResponse:
    now = on_or_404(request)
    try:
        left = actions.end(now, by=request.user)
    except actions.IsOff:
        messages.info(request, _("It is over already"))
        return redirect("crisis")
    said = ngettext(
        "It is over. One person whom nobody reached is on the ordinary list, to be rung today",
        "It is over. %(n)d people whom nobody reached are on the ordinary lists, to be rung today", left,
    ) % {"n": left}  # fmt: skip
    messages.success(request, said if left else _("It is over, and everybody on the list was reached"))
    return redirect("crisis")


@requires("CRISIS", "C")
@form_page
@never_cache
def crisis_round(request: HttpRequest) -> HttpResponse:
    now = on_or_404(request)
    form = RoundForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _begun(request, form, now):
        return redirect("crisis_list")
    context = {"form": form, "crisis": now, "agreed": reading.agreed(request.user)}
    return render(request, "referrals/crisis/round.html", context, status=422 if form.is_bound else 200)


def _begun(request: HttpRequest, form: RoundForm, now: Crisis) -> bool:
    if earlier(CrisisRound, form.cleaned_data["key"]):
        return True
    said = {name: form.cleaned_data[name] for name in ("by_text", "hours_to_answer")}
    try:
        row = actions.begin_round(now, by=request.user, made=form.made_by(request), **said)
    except actions.IsOff:
        form.add_error(None, _("The crisis is over"))
    else:
        n = row.checks.count()
        words = ngettext("A round for one person has begun", "A round for %(n)d people has begun", n) % {"n": n}
        nobody = _("Nobody new is on your list: nobody has agreed to it, or they are on the list already")
        messages.success(request, words if n else nobody)
        return True
    return False


@requires("CRISIS")
@require_safe
@never_cache
def crisis_leaflet(request: HttpRequest) -> HttpResponse:
    """To be printed, and put through doors by whoever helps in a street: our number, and what there is from home."""
    context = {"crisis": on_now(request), "team": request.user.acting.team, "from_home": instead.from_home()}
    return render(request, "referrals/crisis/leaflet.html", context)


@requires("CRISIS_CHAMPION")
@require_safe
@never_cache
def crisis_champions(request: HttpRequest) -> HttpResponse:
    """Who knows which doors: by ward, with their streets, and how many people we look in on there."""
    return _champions(request)


def _champions(request: HttpRequest, form: PatchForm | None = None) -> HttpResponse:
    now = on_now(request)
    wards = streets.by_ward(request.user, now)
    saw(request, {one.pk for ward in wards for one, _patches in ward.champions})
    context = {
        "crisis": now,
        "wards": wards,
        "form": form or _patch_form(request),
        "may_change": may(request.user, "CRISIS_CHAMPION", "C"),
        "may_see": may(request.user, "CRISIS"),
    }
    return render(request, "referrals/crisis/champions.html", context, status=422 if form else 200)


def _patch_form(request: HttpRequest, data: object = None) -> PatchForm:
    return PatchForm(data, champions=streets.champions_of(request.user), wards=streets.wards_of(request.user))


@requires("CRISIS_CHAMPION", "C")
@require_POST
def crisis_patch(request: HttpRequest) -> HttpResponse:
    form = _patch_form(request, request.POST)
    if not form.is_valid():
        return _champions(request, form)
    if not earlier(ChampionPatch, form.cleaned_data["key"]):
        said = {name: form.cleaned_data[name] for name in ("champion", "ward", "streets")}
        try:
            streets.add(by=request.user, made=form.made_by(request), **said)
        except streets.NotThere:
            form.add_error("champion", _("They do not help here any more"))
            return _champions(request, form)
    messages.success(request, _("Written down"))
    return redirect("crisis_champions")


@requires("CRISIS_CHAMPION", "U")
@require_POST
def crisis_champion(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The short answers: a street is no longer theirs; write to them."""
    if request.POST.get("do") == "end":
        streets.end(get_object_or_404(ChampionPatch, pk=pk, team=streets.team_of(request.user)))
        messages.success(request, _("Taken off"))
        return redirect("crisis_champions")
    champion = get_object_or_404(streets.champions_of(request.user), pk=pk)
    try:
        streets.write(champion, crisis=on_or_404(request))
    except streets.NotThere:
        messages.info(request, _("They cannot be written to: ring them"))
    else:
        messages.success(request, _("They are written to, once in this crisis, with our number"))
    return redirect("crisis_champions")
