"""Questions about who somebody is: by their link, on paper, keyed in; and never shown to anybody afterwards."""

import uuid

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.messaging.models import Link
from connect.messaging.views import holding, link_gone
from connect.people.access import by_link, requires
from connect.people.roles import Role
from outcomes.equality import actions
from outcomes.equality.forms import EqualityForm, PressForm
from outcomes.equality.models import EqualityAsked
from outcomes.equality.questions import NOT_SAID, credit, questions
from referrals.case.views import held_row
from referrals.states import OPEN


@requires("EQUALITY", "C")
@require_POST
def equality_send(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The questions by the person's own link."""
    referral, form = held_row(request, pk), PressForm(request.POST)
    saw(request, [referral.person_id])
    try:
        if form.is_valid():
            actions.send(referral, by=request.user, made=form.made_by(request))
            messages.success(request, _("The questions are on their way. Nobody here sees what they answer"))
    except actions.AreOut:
        messages.info(request, _("They have the questions already, and can still answer them"))
    except actions.CannotWrite:
        messages.error(request, _("No message is safe or agreed. Give them the paper"))
    return redirect("person", pk)


@requires("EQUALITY", "C")
@require_POST
def equality_declined(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    referral, form = held_row(request, pk), PressForm(request.POST)
    saw(request, [referral.person_id])
    if form.is_valid():
        actions.decline(referral, by=request.user, made=form.made_by(request))
        messages.success(request, _("Kept: they would rather not. Nobody asks again"))
    return redirect("person", pk)


@requires("EQUALITY", "C")
@form_page
@never_cache
def equality_paper(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Keyed in from paper. Once it is kept, it is out of everybody's sight, and the sheet goes into the shredder."""
    referral = held_row(request, pk)
    saw(request, [referral.person_id])
    form = EqualityForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            with transaction.atomic():
                actions.key_in(referral, given=form.given(), by=request.user, made=form.made_by(request))
        except IntegrityError:  # the key is another's: nothing is kept twice
            messages.warning(request, _("This was kept before"))
        else:
            messages.success(request, _("Kept, apart from everything else. Shred the sheet now"))
        return redirect("person", pk)
    context = {"referral": referral, "form": form, "credit": credit()}
    return render(request, "outcomes/equality/paper.html", context, status=422 if form.is_bound else 200)


@requires("EQUALITY", "C")
@require_safe
def equality_sheet(request: HttpRequest) -> HttpResponse:
    """On paper, for anybody; no name stands on it."""
    context = {"questions": questions(), "not_said": NOT_SAID, "credit": credit()}
    return render(request, "outcomes/equality/sheet.html", context)


@by_link("EQUALITY", "U")
@form_page
@holding("equality")
def equality(request: HttpRequest, link: Link) -> HttpResponse:
    """All on one page, each to be left out; opening changes nothing."""
    row = _row(request, link)
    if row.referral.state not in OPEN:
        return link_gone(request)
    form = EqualityForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        actions.answer(row, given=form.given())
        return redirect("equality_thanks")
    context = {"link": link, "row": row, "form": form, "credit": credit()}
    return render(request, "outcomes/equality/who_link.html", context, status=422 if form.is_bound else 200)


@by_link("EQUALITY", "U")
@require_safe
@holding("equality")
def equality_thanks(request: HttpRequest, link: Link) -> HttpResponse:
    return render(request, "outcomes/equality/who_thanks.html", {"link": link, "row": _row(request, link)})


def _row(request: HttpRequest, link: Link) -> EqualityAsked:
    row = get_object_or_404(EqualityAsked.objects.select_related("referral__team"), pk=link.subject)
    saw(request, [row.referral.person_id], link_id=link.pk, role=Role.SELF)
    return row
