"""The volunteer's own pages, by a link on a phone or with an account: would you like to meet, whom, and how was it."""

import uuid
from collections.abc import Callable
from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.identity import acting_for
from connect.messaging.models import Link
from connect.messaging.views import holding, link_gone
from connect.people.access import by_link, requires
from connect.people.roles import Role
from referrals.befriending import gathering, matching, standing, visiting
from referrals.befriending.forms import GatheringForm, VisitForm
from referrals.befriending.models import BefrienderMatch, BefrienderTold
from referrals.befriending.states import KNOWN, Kind, State, Travel

LAST = 6  # visits shown again
TOLD = ("on", "went", "mood", "words", "minutes", "miles")


# ---------- would you like to meet somebody? ----------


@by_link("BEFRIENDING_LINK", "U")
@form_page
@holding("befriend")
def befriend_asked(request: HttpRequest, link: Link) -> HttpResponse:
    """What could be told before both said yes: nothing by which anybody is known."""
    match = BefrienderMatch.objects.still_on().filter(pk=link.subject).first()
    if match is None:
        return link_gone(request)
    return _asked(request, match, {"link": link}, "befriend_asked")


def _asked(request: HttpRequest, match: BefrienderMatch, more: dict, here: str, *args: object) -> HttpResponse:
    said = request.POST.get("said", "") if request.method == "POST" else ""
    if said in ("yes", "no"):
        try:
            matching.volunteer_says(match, yes=said == "yes")
        except matching.NotFrom:
            return link_gone(request)
        if said == "no":
            return render(request, "referrals/befriending/volunteering/asked_no.html")
        return redirect(here, *args)
    return render(request, "referrals/befriending/volunteering/asked.html", {"match": match, **more})


# ---------- how was it? ----------


@by_link("BEFRIENDING_LINK", "U")
@form_page
@holding("befriender")
def befriender_visits(request: HttpRequest, link: Link) -> HttpResponse:
    """First name, area, what was agreed; and one form that takes a minute."""
    match = BefrienderMatch.objects.met().helped().select_related("volunteer").filter(pk=link.subject).first()
    if match is None:
        return link_gone(request)
    if request.method != "POST" and gathering.is_one(match):
        return redirect("befriender_group")
    saw(request, standing.people_of([match.referral_id]), link_id=link.pk, role=Role.BEF)
    return _visits(request, match, {"link": link}, lambda: redirect("befriender_thanks"), link_id=link.pk)


@by_link("BEFRIENDING_LINK", "U")
@form_page
@holding("befriender")
def befriender_group(request: HttpRequest, link: Link) -> HttpResponse:
    """Who came? Everybody of the group on one page."""
    match = BefrienderMatch.objects.met().filter(pk=link.subject).first()
    group = gathering.have_met(match) if match else []
    if not group:
        return link_gone(request)
    who = {"link_id": link.pk, "role": Role.BEF}
    return _group(request, group, {"link": link}, lambda: redirect("befriender_thanks"), who, link_id=link.pk)


def _group(request: HttpRequest, group: list[BefrienderMatch], more: dict, onwards: Callable[[], HttpResponse],
           looks: dict, **who: object) -> HttpResponse:  # fmt: skip
    saw(request, standing.people_of([one.referral_id for one in group]), **looks)
    bound = request.POST if request.method == "POST" else None
    first = min(timezone.localdate(one.meets_at) for one in group)
    form = GatheringForm(bound, initial=_initial_of(group), first=first, drives=_drives(group[0]), group=group)
    if form.is_bound and form.is_valid() and _kept(form, lambda: gathering.take_in(group, **form.said, **who)):
        return onwards()
    context = {"form": form, "team": group[0].team, **more}
    status = 422 if form.is_bound else 200
    return render(request, "referrals/befriending/volunteering/group.html", context, status=status)


@by_link("BEFRIENDING_LINK", "R")
@require_safe
@holding("befriender")
def befriender_thanks(request: HttpRequest, link: Link) -> HttpResponse:
    match = BefrienderMatch.objects.met().filter(pk=link.subject).first()
    if match is None:
        return link_gone(request)
    return render(request, "referrals/befriending/volunteering/visit_thanks.html", {"match": match})


def _visits(request: HttpRequest, match: BefrienderMatch, more: dict, onwards: Callable[[], HttpResponse],
            **who: object) -> HttpResponse:  # fmt: skip
    told = BefrienderTold.objects.get(match=match)
    first = timezone.localdate(match.meets_at)
    bound = request.POST if request.method == "POST" else None
    form = VisitForm(bound, initial=_initial(match), first=first, drives=_drives(match))
    status = 200
    if form.is_bound:
        status = 422
        if form.is_valid() and _kept(form, lambda: visiting.log(match, **form.said, **who)):
            return onwards()
    # what the volunteer reads of a visit is what they said, and a word back
    context = {"match": match, "told": told, "form": form, "visits": match.visits.all()[:LAST], **more}
    context["has_been"] = first <= timezone.localdate()
    return render(request, "referrals/befriending/volunteering/visits.html", context, status=status)


def _drives(match: BefrienderMatch) -> bool:
    return match.volunteer.travel == Travel.CAR and match.kind != Kind.PHONE


def _initial(match: BefrienderMatch) -> dict[str, object]:
    """The day it was to be, or today; and the next by their own rhythm, so that most of it stands there already.

    What they told a moment ago stands there too: who changes one thing of it does not lose the others.
    """
    today = timezone.localdate()
    on = match.next_on if match.next_on and match.next_on <= today else today
    told = match.visits.filter(logged_at__date=today, read_at=None).order_by("-logged_at").first()
    if told and match.next_on and match.next_on > today:
        return {name: getattr(told, name) for name in TOLD} | {"next_on": match.next_on}
    return {"on": on, "next_on": max(on + timedelta(days=match.every_days), today + timedelta(days=1))}


def _initial_of(group: list[BefrienderMatch]) -> dict[str, object]:
    """The day, and what was told of each on it that nobody has read yet."""
    initial = _initial(group[0])
    there = {one.pk: visit for one in group for visit in one.visits.all() if visit.on == initial["on"]}
    unread = {pk: visit for pk, visit in there.items() if visit.read_at is None}
    initial |= {f"went-{pk}": visit.went for pk, visit in unread.items()}
    return initial | {f"words-{pk}": visit.words for pk, visit in unread.items()}


def _kept(form: VisitForm, write: Callable[[], object]) -> bool:
    try:
        write()
    except visiting.NotThatDay:
        form.add_error("on", _("Choose a day since you first met, up to today"))
        return False
    except visiting.ReadBefore:
        form.add_error(None, _("That day was read here already. Ring us if something about it was different"))
        return False
    return True


# ---------- the same with an account ----------


@requires("VISIT_LOG", "C")
@require_safe
@never_cache
def my_befriending(request: HttpRequest) -> HttpResponse:
    """Whom I visit, and whom I am asked about; of a coordinator's or a lead's account, nothing."""
    rows = list(_mine(request).select_related("told").order_by("next_on"))
    met = [one for one in rows if one.state in KNOWN]
    saw(request, standing.people_of(one.referral_id for one in met))
    asked = [one for one in rows if one.state == State.PROPOSED]
    agreed = [one for one in rows if one.state == State.AGREED]
    in_group = [one for one in met if one.kind == Kind.GROUP]
    context = {"met": met, "asked": asked, "agreed": agreed, "group": len(in_group) >= gathering.FEWEST}
    return render(request, "referrals/befriending/mine.html", context)


def _mine(request: HttpRequest) -> object:
    return BefrienderMatch.objects.still_on().filter(volunteer__user=request.user)


def _one(request: HttpRequest, pk: uuid.UUID) -> BefrienderMatch:
    match = _mine(request).select_related("volunteer").filter(pk=pk).first()
    if match is None:
        raise Http404
    return match


@requires("VISIT_LOG", "C")
@form_page
@never_cache
def my_match(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One of them: a yes or a no before they met, and the visits after."""
    match = _one(request, pk)
    if match.state not in KNOWN:
        return _asked(request, match, {}, "my_match", match.pk)
    with acting_for(match.scope):
        if not BefrienderMatch.objects.helped().filter(pk=match.pk).exists():
            raise Http404
    saw(request, standing.people_of([match.referral_id]))

    def done() -> HttpResponse:
        messages.success(request, _("Thank you. It is written down"))
        return redirect(reverse("my_befriending"))

    return _visits(request, match, {}, done, by=request.user)


@requires("VISIT_LOG", "C")
@form_page
@never_cache
def my_group(request: HttpRequest) -> HttpResponse:
    """Who came? The people of one's own group."""
    match = _mine(request).filter(kind=Kind.GROUP, state__in=KNOWN).first()
    group = gathering.have_met(match) if match else []
    if not group:
        raise Http404

    def done() -> HttpResponse:
        messages.success(request, _("Thank you. It is written down"))
        return redirect("my_befriending")

    return _group(request, group, {}, done, {}, by=request.user)
