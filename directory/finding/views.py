"""Pages round a search: near me, what was missing, what communities there are, and what nobody finds."""

import uuid

from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.forms import form_page
from connect.keyed import earlier, is_mine
from connect.often import too_often
from connect.people.access import may, public, requires
from connect.places.find import PlaceError
from connect.places.grid import to_bng
from connect.places.nearest import named
from directory import distress, words
from directory.finding import actions, missed
from directory.finding import communities as communal
from directory.finding.forms import CommunitiesForm, MissingForm, NearMeForm, UnfoundForm
from directory.finding.ways import of_ours
from directory.models import Gap
from directory.suggesting import suggest

MOST_AN_HOUR = 30  # from one address: a library, a surgery and an office have one each


@public
@require_POST
@never_cache
def near_me(request: HttpRequest) -> HttpResponse:
    """From where the browser says it is to a search by the name of that street or ward: no numbers in any address."""
    form = NearMeForm(request.POST)
    problem = ""
    if form.is_valid():
        try:
            spot = named(*to_bng(form.cleaned_data["latitude"], form.cleaned_data["longitude"]))
        except PlaceError as error:
            problem = error.message
        else:
            return redirect(f"{reverse('search')}?{_asked_near(request, spot.label)}")
    page = {"problem": problem or what_is_wrong(form), "kept": _asked(request)}
    return render(request, "directory/finding/near_me.html", page, status=422)


def _asked(request: HttpRequest) -> QueryDict:
    return QueryDict(of_ours(request.POST), mutable=True)


def _asked_near(request: HttpRequest, place: str) -> str:
    query = _asked(request)
    query.pop("page", None)
    query["near"] = place
    return query.urlencode()


def what_is_wrong(form: NearMeForm) -> str:
    if form.is_abroad:
        return _("That is outside the United Kingdom. Type a postcode, a street or an area")
    return _("We could not tell where you are. Type a postcode, a street or an area")


@public
@require_safe
@cache_control(max_age=300, public=True)
def suggestions(request: HttpRequest) -> HttpResponse:
    """What somebody may be about to type."""
    return JsonResponse({"suggestions": suggest(request.GET.get("q", ""))})


@public
@form_page
@cache_control(private=True, max_age=0)  # on Back, the form must still hold what was typed, and its key
def missing(request: HttpRequest) -> HttpResponse:
    """Tell us what was missing: nobody has to say who they are, and nothing is asked back."""
    if request.method != "POST":
        return render(request, "directory/finding/missing.html", {"form": MissingForm(initial=_looked_for(request))})
    form = MissingForm(request.POST)
    if not form.is_valid():
        return render(request, "directory/finding/missing.html", {"form": form}, status=422)
    if too_often(request, "missing", MOST_AN_HOUR):
        return render(request, "directory/finding/missing.html", {"form": form, "too_often": True}, status=429)
    by = request.user if request.user.is_authenticated else None
    actions.note_gap(by=by, made=form.made_by(request), **form.gap())
    if not is_mine(request, form, earlier(Gap, form.cleaned_data["key"])):
        return render(request, "directory/finding/missing_before.html", {"form": form}, status=409)
    if distress.is_said(words.tokens(form.cleaned_data["words"])):
        return render(request, "directory/finding/missing_thanks.html", {"in_distress": True})
    return redirect("missing_thanks")


def _looked_for(request: HttpRequest) -> dict[str, str]:
    """The place and the words of the search that led here, where we may say them back."""
    reading = words.read(request.GET.get("q", ""), exact=True)
    said = "" if reading.in_distress or reading.unsaid else reading.typed
    return {"words": said, "near": words.clean(request.GET.get("near", ""))[:120], "need": request.GET.get("need", "")}


@public
@require_safe
def missing_thanks(request: HttpRequest) -> HttpResponse:
    return render(request, "directory/finding/missing_thanks.html")


@public
@require_safe
def communities(request: HttpRequest) -> HttpResponse:
    """Online communities in their own right, the nearest first where somebody has said where."""
    form = CommunitiesForm(request.GET)
    form.is_valid()
    listed = communal.find(near=form.cleaned_data.get("near"), platform=form.cleaned_data.get("platform", ""))
    page = communal.page(listed, request.GET.get("page", ""))
    return render(request, "directory/finding/communities.html", {"form": form, "listed": page})


@requires("DIRECTORY_GAP")
@require_safe
@never_cache
def unfound(request: HttpRequest) -> HttpResponse:
    """What is missing here: what nobody found, and what people told us."""
    areas = missed.areas(request.user)
    form = UnfoundForm(request.GET, areas=areas)
    form.is_valid()
    page = {
        "form": form,
        "table": missed.looked_for(areas, form.area_chosen, form.days_chosen),
        "gaps": (gaps := missed.told(request.user, form.area_chosen, form.days_chosen)),
        "reasons": missed.reasons(gaps),
        "may_read": missed.may_read(request.user),
        "may_mark": may(request.user, "DIRECTORY_GAP", "U"),
    }
    return render(request, "directory/finding/unfound.html", page)


@requires("DIRECTORY_GAP", "U")
@require_POST
def gap_read(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """An editor has read what somebody told us."""
    actions.read_gap(get_object_or_404(Gap.objects.visible_to(request.user), pk=pk), by=request.user)
    back = request.POST.get("back", "")
    return redirect(f"{reverse('unfound')}?{QueryDict(back).urlencode()}" if back else "unfound")
