"""A connector's pages: introduce somebody, what became of one introduction, and those that wait for something."""

import uuid
from functools import partial

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.people.access import requires
from connect.templatetags import look
from directory.models import Service
from referrals import telling
from referrals.actions import ReferralError
from referrals.case import views
from referrals.introductions import actions, answering, settling, sharing
from referrals.introductions.forms import HeardForm, IntroduceWithForm, SettleForm
from referrals.introductions.models import Introduction
from referrals.introductions.states import Became, Said
from referrals.models import Referral
from referrals.wanting import actions as wanting
from referrals.wanting import forms as wanting_forms

MOST = 100
FULL = ("occasion__service", "connection__service", "referral__person", "referral__team__scheme", "made_by")


@requires("CONNECTION", "C")
@form_page
@never_cache
def introduce(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """They said yes to this group: look once more at who, where, which day and what is told; then all are told."""
    referral = views.held_row(request, pk)
    service, sent = _service(request), request.method == "POST"
    sessions, offered = actions.coming(service), sharing.offered(referral.person)
    form = IntroduceWithForm(
        request.POST if sent else None, initial={"service": service.pk}, sessions=sessions, offered=offered,
        restricted=referral.person.restricted,
    )  # fmt: skip
    wanted = wanting_forms.form_for(service, referral, request.POST if sent else None)
    told: dict[str, str] = {}
    if sent and form.is_valid() & wanted.is_valid():
        told = sharing.told(referral.person, form.shared)
        if form.has_seen(told) and _introduced(request, referral, service, form):
            said = {"answers": wanted.answers(), "agreed": wanted.agreed}
            wanting.keep(referral, service=service, **said, by=request.user)
            return redirect("person", pk)
    saw(request, [referral.person_id])
    context = {"referral": referral, "service": service, "form": form, "sessions": sessions, "told": told}
    context |= {"wanted": wanted}
    context |= {"can_write": telling.can_write_to(referral), "looked": form.digest(told) if any(told.values()) else ""}
    status = 422 if form.errors or wanted.errors else 200
    return render(request, "referrals/introductions/introduce.html", context, status=status)


def _service(request: HttpRequest) -> Service:
    try:
        asked = uuid.UUID(request.POST.get("service") or request.GET.get("service", ""))
    except ValueError as error:
        raise Http404 from error
    now = Service.objects.leading_to([asked]).get(asked, asked)  # made one with another since the page was drawn
    return get_object_or_404(Service.objects.searchable(), pk=now)


def _introduced(request: HttpRequest, referral: Referral, service: Service, form: IntroduceWithForm) -> bool:
    """True when the page has done its work; otherwise the form says why not."""
    said = {"made": form.made_by(request), "starts_at": form.cleaned_data["starts_at"], "shared": form.shared}
    try:
        with transaction.atomic():
            occasion = actions.introduce(referral, service=service, by=request.user, **said)
    except actions.NoSession:
        form.add_error(None, _("That listing says no such day. Ring the organiser and agree one"))
        return False
    except (ReferralError, IntegrityError):
        form.add_error(None, _("Not introduced: either that was sent before, or they have not been spoken to yet"))
        return False
    messages.success(request, _("Introduced. They are expected on %(day)s") % {"day": look.day(occasion.starts_at)})
    if not telling.can_write_to(referral):
        messages.warning(request, _("No text or e-mail can go to them: ring them with the day"))
    return True


@requires("INTRODUCTION", "U")
@form_page
@never_cache
def introduced(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One introduction: what was told, what was answered, and what the person would like instead."""
    rows = Introduction.objects.of_caseload(request.user).select_related(*FULL)
    row = get_object_or_404(rows, pk=pk)
    saw(request, [row.referral.person_id])
    sessions = actions.coming(row.connection.service)
    form = _form(request, row, sessions)
    if form and form.is_bound and form.is_valid() and _done(request, row, form):
        return redirect("person", row.referral_id)
    context = {"row": row, "referral": row.referral, "occasion": row.occasion, "form": form}
    failed = bool(form and form.errors)
    return render(request, "referrals/introductions/introduced.html", context, status=422 if failed else 200)


def _form(request: HttpRequest, row: Introduction, sessions: list) -> SettleForm | HeardForm | None:
    """What can be said of it now: what the person would like, or what the organiser said on the phone."""
    data = request.POST if request.method == "POST" else None
    if row.needs_settling:
        day = row.other_at or (row.occasion.starts_at if row.answer == Said.YES else None)
        first = timezone.localtime(day).isoformat() if day else None
        return SettleForm(data, initial={"starts_at": first}, sessions=sessions, is_full=row.answer == Said.FULL)
    return HeardForm(data, initial={"answer": row.answer}) if row.is_open else None


def _done(request: HttpRequest, row: Introduction, form: SettleForm | HeardForm) -> bool:
    """True when it is done; where somebody was faster the form says so."""
    said = form.cleaned_data
    try:
        with transaction.atomic():
            _do(row, said, request)
    except actions.NoSession:
        form.add_error("starts_at", _("They do not meet on that day any more. Choose another"))
        return False
    except ReferralError:
        form.add_error(None, _("Something else was arranged a moment ago. Go back to the person and look"))
        return False
    messages.success(request, _("Done. Whoever has to know is told"))
    return True


def _do(row: Introduction, said: dict, request: HttpRequest) -> None:
    if "became" not in said:
        answering.answer(row, said=said["answer"], room=said["room"], by=request.user)
        return
    do = {
        Became.MOVED: partial(settling.move, starts_at=said["starts_at"]),
        Became.WAITS: settling.wait,
        Became.ELSEWHERE: settling.look_elsewhere,
    }[Became(said["became"])]
    do(row, by=request.user)


@requires("INTRODUCTION")
@require_safe
@never_cache
def introductions(request: HttpRequest) -> HttpResponse:
    """Those that a group answered with another day or full, and those that nobody answered."""
    rows = Introduction.objects.of_caseload(request.user)
    which = request.GET.get("which", "")
    answered, silent = rows.to_settle(), rows.silent()
    parts = {"answered": [answered], "silent": [silent]}.get(which, [answered, silent])
    shown = [one for part in parts for one in part.select_related(*FULL).order_by("occasion__starts_at", "pk")[:MOST]]
    saw(request, [one.referral.person_id for one in shown])
    return render(request, "referrals/introductions/introductions.html", {"rows": shown, "which": which})
