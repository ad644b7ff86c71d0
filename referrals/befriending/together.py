"""The pages of one match: a yes of each, the first visit, the visits, and an ending that is planned."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.people.access import may, requires
from referrals.actions import ReferralError
from referrals.befriending import ending, matching, reading, standing, visiting
from referrals.befriending.models import BefrienderMatch, BefrienderTold
from referrals.befriending.work_forms import ArrangeForm, EndingForm, NextForm, ReadForm


def _match(request: HttpRequest, pk: uuid.UUID) -> BefrienderMatch:
    return reading.one(request, reading.matches(request.user), pk)


def _back(request: HttpRequest, match: BefrienderMatch) -> HttpResponse:
    """Whoever coordinates to the match; a connector to the person."""
    if may(request.user, "VOLUNTEER"):
        return redirect("befriender_match", match.pk)
    return redirect("person", match.referral_id)


def _faster(request: HttpRequest) -> None:
    messages.error(request, _("A colleague was a moment faster. This is how it stands now"))


@requires("VOLUNTEER")
@require_safe
@never_cache
def befriender_match(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    match = _match(request, pk)
    context = {
        "match": match,
        "wish": match.wish,
        "told": BefrienderTold.objects.filter(match=match).first(),
        "visits": [(one, ReadForm()) for one in match.visits.select_related("read_by")[:30]],
        "next_form": NextForm(),
    }
    return render(request, "referrals/befriending/match.html", context)


@requires("BEFRIENDER_MATCH", "U")
@require_POST
def befriender_person_said(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What the person said, written down by whoever asked them."""
    match = _match(request, pk)
    if request.POST.get("said") in ("yes", "no"):
        try:
            matching.person_says(match, yes=request.POST["said"] == "yes", by=request.user)
            messages.success(request, _("Written down"))
        except matching.NotFrom:
            _faster(request)
    return _back(request, match)


@requires("VOLUNTEER", "U")
@form_page
@never_cache
def befriender_arrange(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Both said yes: the first visit, and what the volunteer may know."""
    match = _match(request, pk)
    form = ArrangeForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            matching.arrange(match, by=request.user, **form.said)
            said = _("Arranged. %(volunteer)s is written to; %(person)s too, or their connector is asked to ring")
            messages.success(request, said % {"volunteer": match.volunteer_called, "person": match.wish.known_as})
        except matching.NotFrom:
            _faster(request)
        return _back(request, match)
    lead = _("%(volunteer)s and %(person)s have both said yes.") % {
        "volunteer": match.volunteer_called, "person": match.wish.known_as,
    }  # fmt: skip
    return _form(request, match, form, _("The first visit"), _("Arrange it"), lead)


def _form(request: HttpRequest, match: BefrienderMatch, form: object, title: str, button: str,
          lead: str = "") -> HttpResponse:  # fmt: skip
    back = reverse("befriender_match", args=[match.pk])
    context = {"form": form, "title": title, "button": button, "lead": lead, "back": back}
    return render(request, "referrals/befriending/form.html", context, status=422 if form.is_bound else 200)


@requires("VOLUNTEER", "U")
@require_POST
def befriender_not_after_all(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    match = _match(request, pk)
    try:
        matching.not_after_all(match, by=request.user)
        messages.success(request, _("They wait on, where they stood in the line"))
    except matching.NotFrom:
        _faster(request)
    return _back(request, match)


@requires("VOLUNTEER", "U")
@form_page
@never_cache
def befriender_ending(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """An end with a day, a goodbye, and something that comes next."""
    match = _match(request, pk)
    kept = {"ending": match.ending, "after": match.after, "ends_on": match.ends_on, "words": match.ending_words}
    form = EndingForm(request.POST if request.method == "POST" else None, match=match, initial=kept)
    if form.is_bound and form.is_valid() and _ended(request, match, form):
        return _back(request, match)
    lead = _("Nothing just stops: a last visit at least a week ahead, a goodbye, and something that comes next.")
    return _form(request, match, form, _("How it ends"), _("Keep this plan"), lead)


def _ended(request: HttpRequest, match: BefrienderMatch, form: EndingForm) -> bool:
    said = form.cleaned_data
    try:
        if form.is_sudden:
            ending.end(match, by=request.user, ending=said["ending"], after=said["after"], words=said["words"])
        else:
            ending.plan(match, by=request.user, **said)
    except ending.TooSudden:
        form.add_error("ends_on", _("Choose a day at least a week ahead"))
        return False
    except matching.NotFrom:
        _faster(request)
        return True
    messages.success(request, _("Written down"))
    return True


@requires("VOLUNTEER", "U")
@require_POST
def befriender_end(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The last visit has been: they are thanked. Or they go on after all."""
    match = _match(request, pk)
    try:
        if request.POST.get("said") == "on":
            ending.go_on(match, by=request.user)
            messages.success(request, _("They go on"))
        else:
            ending.end(match, by=request.user)
            messages.success(request, _("Ended. %(name)s is thanked") % {"name": match.volunteer_called})
    except ReferralError:
        _faster(request)
    return _back(request, match)


@requires("VOLUNTEER", "U")
@require_POST
def befriender_asked_about(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Nothing was heard; somebody rang, and knows the next day."""
    match = _match(request, pk)
    form = NextForm(request.POST)
    if form.is_valid():
        visiting.asked_about(match, next_on=form.cleaned_data["next_on"], by=request.user)
        messages.success(request, _("Written down"))
    else:
        messages.error(request, _("Choose the day of the next visit"))
    return _back(request, match)


# ---------- what volunteers told ----------


@requires("VISIT_LOG")
@require_safe
@never_cache
def visits_to_read(request: HttpRequest) -> HttpResponse:
    """The digest: every visit nobody has read, the oldest first, with room for a word back."""
    rows = list(reading.visits(request.user).filter(read_at=None).select_related("match__wish").order_by("on")[:100])
    saw(request, standing.people_of({one.referral_id for one in rows}))
    return render(request, "referrals/befriending/to_read.html", {"rows": [(one, ReadForm()) for one in rows]})


@requires("BEFRIENDER_MATCH", "U")
@require_POST
def visit_read(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    visit = reading.one(request, reading.visits(request.user), pk)
    form = ReadForm(request.POST)
    if form.is_valid() and visiting.read(visit, by=request.user, comment=form.cleaned_data["comment"]):
        messages.success(request, _("Read"))
    if request.POST.get("to") == "match" and may(request.user, "VOLUNTEER"):
        return redirect("befriender_match", visit.match_id)
    return redirect("visits_to_read")
