"""A worker without an account: a letter opens the form, and a private page says how far we are."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.keyed import earlier
from connect.messaging import links
from connect.messaging.models import Link
from connect.messaging.views import holding
from connect.often import too_often
from connect.people.access import by_link, public
from connect.people.training import register
from directory.telling_us.sending import TooOften, refuse
from referrals.hearing import progress
from referrals.models import Outsider, Referral
from referrals.open_door import actions, sending
from referrals.open_door.models import For
from referrals.open_door.worker_forms import LetterForm, OutsideForm
from referrals.states import Source

LETTERS_AN_HOUR = 30  # from one address


@public
@form_page
@cache_control(private=True, max_age=0)
def without_account(request: HttpRequest) -> HttpResponse:
    """Your work e-mail, please. The answer is the same whether or not we know the address, or its organisation."""
    form = LetterForm(request.POST if request.method == "POST" else None)
    status = 422 if form.is_bound else 200
    if form.is_bound and form.is_valid():
        if not too_often(request, "letter", LETTERS_AN_HOUR):
            actions.knock(form.cleaned_data["key"], For.LETTER, to=form.cleaned_data["email"])
            return redirect("letter_sent")
        status = refuse(form, TooOften())
    return render(request, "referrals/open_door/without_account.html", {"form": form}, status=status)


@public
@require_safe
def letter_sent(request: HttpRequest) -> HttpResponse:
    return render(request, "referrals/open_door/letter_sent.html")


@by_link("REFERRAL_CREATE", "C")
@form_page
@holding("outside")
def outside(request: HttpRequest, link: Link) -> HttpResponse:
    """The form, and how far each is whom they asked for before: by the reference, never by a name."""
    outsider = get_object_or_404(Outsider.objects.select_related("organisation"), pk=link.subject)
    known = {"my_name": outsider.name, "my_phone": outsider.phone}
    form = OutsideForm(request.POST) if request.method == "POST" else OutsideForm(initial=known)
    status = 200
    if form.is_bound:
        if form.is_valid() and form.fit.is_blocked:
            key = form.cleaned_data["key"]
            return sending.turned_away(request, form.fit, key, "referrals/open_door/not_here_worker.html")
        made, status = sending.sent(request, form, lambda made: _ask(outsider, form, made))
        if made:
            return redirect("outside_sent", made.key)
    rows = _rows().filter(outsider=outsider).order_by("-submitted_at")
    context = {"form": form, "link": link, "outsider": outsider, "told": _told(request, link, rows)}
    return render(request, "referrals/open_door/outside.html", context, status=status)


def _ask(outsider: Outsider, form: OutsideForm, made: Mapping[str, Any]) -> Referral:
    outsider.name, outsider.phone = form.cleaned_data["my_name"], form.cleaned_data["my_phone"]
    outsider.verified_at = outsider.verified_at or timezone.now()
    body, trained = outsider.organisation_id, register.address_trained_on
    more = {
        "referring_organisation_id": body,
        "referrer_job": form.cleaned_data["my_job"],
        "referrer_trained": trained(outsider.email, body, timezone.localdate()),
    }
    return actions.ask(source=Source.OUTSIDER, outsider=outsider, made=made, **form.asked(), **more)


def _rows() -> QuerySet[Referral]:
    """With all that progress.for_referrer reads; and nothing of the person, whom the holder of a link may not read."""
    return Referral.objects.select_related("team").prefetch_related("consents", "connections", "occasions__attendances")


def _told(request: HttpRequest, link: Link, rows: QuerySet[Referral]) -> list[tuple[Referral, progress.Progress]]:
    found = list(rows)
    saw(request, [row.person_id for row in found], link_id=link.pk)
    return [(row, progress.for_referrer(row)) for row in found]


@by_link("REFERRAL_CREATE", "C")
@require_safe
@holding("outside")
def outside_sent(request: HttpRequest, link: Link, key: uuid.UUID) -> HttpResponse:
    """The receipt, for whoever holds the letter."""
    referral = earlier(Referral, key, "team")
    if referral is None or referral.outsider_id != link.subject:
        raise Http404
    return render(request, "referrals/open_door/outside_sent.html", {"referral": referral})


@by_link("REFERRAL_STATUS")
@require_safe
@holding("status")
def status(request: HttpRequest, link: Link) -> HttpResponse:
    """The reference and the step. Never the name: what shows it may be forwarded, or left open."""
    told = _told(request, link, _rows().filter(pk=link.subject))
    if not told:
        raise Http404
    referral, how = told[0]
    outsider = Outsider.objects.filter(pk=referral.outsider_id).first()
    context = {"referral": referral, "progress": how, "link": link, "outsider": outsider}
    return render(request, "referrals/open_door/status.html", context)


@by_link("REFERRAL_STATUS", "U")
@require_POST
@holding("status")
def status_write(request: HttpRequest, link: Link) -> HttpResponse:
    """Whoever came by the letter has the address it went to: they may hear when there is news."""
    actions.proved(link)
    return redirect("status")


@by_link("REFERRAL_STATUS", "U")
@require_POST
@holding("status")
def status_off(request: HttpRequest, link: Link) -> HttpResponse:
    """The page is switched off for good, and no letter about it leaves any more."""
    links.revoke(link.subject)
    return render(request, "referrals/open_door/status_off.html")
