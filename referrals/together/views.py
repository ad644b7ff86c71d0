"""Pages of those who hold somebody: ask a worker in, decide about one who asks, end it, name who leads."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.audit.actions import saw
from connect.forms import Form, form_page
from connect.keyed import is_mine
from connect.people.access import requires
from referrals import refusals
from referrals.case.views import held_row
from referrals.models import Partner, Referral
from referrals.together import actions, reading
from referrals.together.forms import AskInForm, EndForm, HowFarForm, LeadForm, OthersForm

REFUSALS = {
    actions.InAlready: gettext_lazy("They work with this person already"),
    refusals.NotNamed: gettext_lazy("Only named people may know of this person. Name them first, on the list"),
    refusals.NotAgreed: gettext_lazy("Nobody is let in without the person’s own yes"),
    refusals.SomebodyWasFaster: gettext_lazy("A colleague has decided meanwhile"),
}


def in_words(error: refusals.ReferralError) -> str:
    return next((str(said) for kind, said in REFUSALS.items() if isinstance(error, kind)), _("That cannot be done now"))


def done(form: Form, do: Callable[[], object]) -> bool:
    """It was done; or the form says why not."""
    try:
        with transaction.atomic():
            do()
    except refusals.ReferralError as error:
        form.add_error(None, in_words(error))
    return not form.errors


def _page(request: HttpRequest, referral: Referral, form: Form, template: str, **more: object) -> HttpResponse:
    context = {"referral": referral, "person": referral.person, "form": form, **more}
    status = 422 if form.is_bound else 200
    return render(request, f"referrals/together/{template}.html", context, status=status)


@requires("ROUND", "C")
@form_page
@never_cache
def round_ask_in(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Somebody from elsewhere is asked in, with the person's yes to just them."""
    referral = held_row(request, pk)
    saw(request, [referral.person_id])
    form = AskInForm(request.POST if request.method == "POST" else None, referral=referral)
    if form.is_valid() and _asked_in(request, referral, form):
        messages.success(request, _("%(name)s works with them from now on") % {"name": form.cleaned_data["email"].user})
        return redirect(f"{referral.get_absolute_url()}#round")
    return _page(request, referral, form, "ask_in")


def _asked_in(request: HttpRequest, referral: Referral, form: AskInForm) -> bool:
    made = form.made_by(request)
    if is_mine(request, form, Partner.objects.filter(referral=referral, key=made["key"]).first()):
        return True
    said = form.said() | {"partner": form.cleaned_data["email"], "why": form.cleaned_data["why"]}
    return done(form, lambda: actions.ask_in(referral, **said, by=request.user, made=made))


def _place(request: HttpRequest, pk: uuid.UUID) -> Partner:
    about = ("referral__person", "referral__team__scheme", "user", "organisation", "asked_by")
    place = get_object_or_404(reading.decided_by(request.user).select_related(*about), pk=pk)
    saw(request, [place.referral.person_id])
    return place


@requires("ROUND", "U")
@form_page
@never_cache
def round_place(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One who asks: yes with how far and until when, or no. One who is in it: since when, why, and how to end it."""
    place = _place(request, pk)
    referral = place.referral
    if place.yes is not None or place.ended_at is not None:
        return _page(request, referral, EndForm(), "place", place=place)
    if request.method == "POST" and request.POST.get("answer") == "no":
        return _refused(request, place)
    form = HowFarForm(request.POST if request.method == "POST" else None, referral=referral)
    if form.is_valid() and done(form, lambda: actions.agree(place, **form.said(), by=request.user)):
        messages.success(request, _("%(name)s works with them from now on") % {"name": place.user.name})
        return redirect(f"{referral.get_absolute_url()}#round")
    return _page(request, referral, form, "decide", place=place)


def _refused(request: HttpRequest, place: Partner) -> HttpResponse:
    try:
        actions.refuse(place, by=request.user)
        messages.success(request, _("Not agreed to. They hear that there is an answer, and not why"))
    except refusals.SomebodyWasFaster as error:
        messages.error(request, in_words(error))
    return redirect(f"{place.referral.get_absolute_url()}#round")


@requires("ROUND", "U")
@require_safe
@never_cache
def round_asked(request: HttpRequest) -> HttpResponse:
    """Everybody who waits for an answer of this user's, the longest first."""
    about = ("referral__person", "user", "organisation")
    rows = list(reading.waiting_for(request.user).select_related(*about)[:200])
    saw(request, [row.referral.person_id for row in rows])
    return render(request, "referrals/together/asked.html", {"rows": rows})


@requires("ROUND", "U")
@require_POST
def round_end(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """They see nothing from this moment."""
    place = _place(request, pk)
    form = EndForm(request.POST)
    if not form.is_valid():
        return _page(request, place.referral, form, "place", place=place)
    actions.take_away(place, why=form.cleaned_data["why"], by=request.user)
    messages.success(request, _("From now on %(name)s sees nothing of them") % {"name": place.user.name})
    return redirect(f"{place.referral.get_absolute_url()}#round")


@requires("ROUND", "U")
@form_page
@never_cache
def round_lead(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Whom the person and everybody round them turn to first."""
    referral = held_row(request, pk)
    saw(request, [referral.person_id])
    circle = reading.circle(referral)
    people = reading.may_lead(referral, circle.live)
    now = {"lead": str(circle.lead.pk) if circle.lead else ""}
    form = LeadForm(request.POST if request.method == "POST" else None, people=people, initial=now)
    if form.is_valid():
        lead = form.cleaned_data["lead"]
        actions.name_lead(referral, lead=lead, by=request.user)
        messages.success(request, _("%(name)s leads from now on") % {"name": lead.name})
        return redirect(f"{referral.get_absolute_url()}#round")
    return _page(request, referral, form, "lead")


@requires("ROUND", "C")
@form_page
@never_cache
def round_others(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Whoever else works with this person is asked to let us in. Whether there is anybody, nobody is told by this."""
    referral = held_row(request, pk)
    saw(request, [referral.person_id])
    form = OthersForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        actions.ask_others(referral, why=form.cleaned_data["why"], by=request.user)
        messages.success(request, _("If another team works with them, it has been asked"))
        return redirect(f"{referral.get_absolute_url()}#round")
    return _page(request, referral, form, "others")
