"""I would like some company: the pages for anybody, for themselves or for somebody they know."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_safe

from connect.forms import form_page
from connect.keyed import earlier
from connect.people.access import public
from referrals.models import Outsider, Referral
from referrals.open_door import actions, sending
from referrals.open_door.forms import DoorForm, FamilyForm, SelfForm
from referrals.states import Source

FORMS = {Source.SELF: SelfForm, Source.FAMILY: FamilyForm}
PAGE = "referrals/open_door/some_company.html"


@public
@form_page
@cache_control(private=True, max_age=0)  # not no-store: on Back, the form must still hold what was typed, and its key
def some_company(request: HttpRequest) -> HttpResponse:
    """First whether anybody may help there; then the questions. Each part is sent with the one before it."""
    door = DoorForm(request.POST if request.method == "POST" else None)
    if not (door.is_bound and door.is_valid()):
        return render(request, PAGE, {"door": door, "form": door}, status=422 if door.is_bound else 200)
    if door.fit.is_blocked:
        return sending.turned_away(request, door.fit, door.cleaned_data["key"], "referrals/open_door/not_here.html")
    kind = FORMS[Source(door.cleaned_data["whom"])]
    if "asked" not in request.POST:
        return render(request, PAGE, {"door": door, "form": kind(), "fit": door.fit})
    form = kind(request.POST)
    made, status = sending.sent(request, form, lambda made: _ask(door, form, made))
    if made:
        return redirect("company_sent", made.key)
    return render(request, PAGE, {"door": door, "form": form, "fit": door.fit}, status=status)


def _ask(door: DoorForm, form: SelfForm | FamilyForm, made: Mapping[str, Any]) -> Referral:
    outsider = Outsider(**form.asker()) if isinstance(form, FamilyForm) else None
    return actions.ask(
        person=form.person() | {"postcode": door.cleaned_data["postcode"]},
        source=door.cleaned_data["whom"],
        outsider=outsider,
        wants=form.cleaned_data["wants"],
        words=form.cleaned_data["words"],
        yeses=form.yeses(),
        age_then=door.cleaned_data["age"],
        made=made,
        fit=door.fit,
    )


@public
@require_safe
@never_cache
def company_sent(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The reference, and what happens next. The address holds a key that nobody can guess; the page names nobody."""
    referral = earlier(Referral, key, "team", "outsider", "consents")
    if referral is None or referral.source not in FORMS:
        raise Http404
    response = render(request, "referrals/open_door/company_sent.html", {"referral": referral})
    response["X-Robots-Tag"] = "noindex"
    return response


@public
@require_safe
def paper_form(request: HttpRequest) -> HttpResponse:
    """The same questions to be printed, in large type, and sent or read out to whoever keys them in."""
    return render(request, "referrals/open_door/paper_form.html", {"wants": SelfForm().fields["wants"].choices})
