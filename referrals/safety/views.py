"""Pages of what people wrote: the list of who waits to be read, and one of them."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.messaging.models import InboundText
from connect.people.access import may, requires
from connect.people.roles import Role
from referrals.safety import words
from referrals.safety.forms import ReadForm
from referrals.safety.models import Heard, HeardQuerySet

MOST = 200
TOGETHER = ("referral__person", "referral__connector", "team", "by", "reader", "escalated_to", "read_by")


@requires("WORDS", "R")
@require_safe
@never_cache
def heard_words(request: HttpRequest) -> HttpResponse:
    """What waits to be read: one's own, or the whole team's; what may mean danger first."""
    view = request.GET.get("view") if request.GET.get("view") in ("team", "read") else "mine"
    if view == "team" and request.user.acting.role != Role.TL:
        view = "mine"
    rows = list(_rows(request, view).select_related(*TOGETHER).defer("text", "note")[:MOST])
    for row in rows:
        row.shown_name = row.referral.name_for(request.user) if row.referral else ""
    saw(request, [row.referral.person_id for row in rows if row.referral])
    context = {"rows": rows, "view": view, "leads": request.user.acting.role == Role.TL}
    return render(request, "referrals/safety/heard_words.html", context)


def _rows(request: HttpRequest, view: str) -> HeardQuerySet:
    if view == "read":
        return Heard.objects.visible_to(request.user).exclude(read_at=None).order_by("-read_at")
    chosen = Heard.objects.visible_to if view == "team" else Heard.objects.of
    return chosen(request.user).unread()


@requires("WORDS", "R")
@form_page
@never_cache
def heard_word(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What they wrote, whole; and what the reader did. Opening it is not reading it: saying so is."""
    row = get_object_or_404(Heard.objects.visible_to(request.user).select_related(*TOGETHER), pk=pk)
    saw(request, [row.referral.person_id] if row.referral else [])
    form = ReadForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and row.read_at is None and form.is_valid():
        return _read(request, row, form)
    context = {"row": row, "form": form, "name": row.referral.name_for(request.user) if row.referral else ""}
    context["number"] = InboundText.objects.filter(led_to=row.pk).exclude(number="").values_list("number", flat=True)
    context["may_open"] = row.referral and may(request.user, "PERSON_NEED")
    status = 422 if form.is_bound and row.read_at is None else 200
    return render(request, "referrals/safety/heard_word.html", context, status=status)


def _read(request: HttpRequest, row: Heard, form: ReadForm) -> HttpResponse:
    try:
        words.read(row, by=request.user, did=form.cleaned_data["did"], note=form.cleaned_data["note"])
    except words.ReadBefore:
        messages.warning(request, _("A colleague read this a moment ago. What they did is below"))
        return redirect("heard_word", row.pk)
    messages.success(request, _("Read. Thank you"))
    return redirect("heard_words")
