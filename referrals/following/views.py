"""Pages of what follows: the list, the talk about one thing that is owed, and the readings that are due."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.people.access import requires
from referrals.accompanying.models import FirstVisit
from referrals.belonging import Connection
from referrals.case.views import held_row
from referrals.following import measures, owing, recording, writing
from referrals.following.forms import FollowForm, MeasureForm
from referrals.following.models import FollowUp, MeasureDue
from referrals.following.scripts import SCRIPTS
from referrals.following.states import Kind, Then
from referrals.introductions import actions as introductions
from referrals.life.stepping import in_words
from referrals.models import Referral
from referrals.refusals import ReferralError, SomebodyWasFaster
from referrals.states import Answer, Says

MOST = 200


@requires("FOLLOWING")
@require_safe
@never_cache
def following(request: HttpRequest) -> HttpResponse:
    """What is owed after sessions, the longest first. The same number of queries for five and for two hundred."""
    rows = list(owing.due(request.user)[:MOST])
    saw(request, {row.referral.person_id for row in rows})
    why = owing.reasons({row.connection_id for row in rows})
    told = [(row, SCRIPTS[Kind(row.kind)].title, next(iter(why.get(row.connection_id, ())), None)) for row in rows]
    context = {"rows": told, "number": len(rows), "me": request.user}
    return render(request, "referrals/following/following.html", context)


@requires("FOLLOWING", "U")
@form_page
@never_cache
def follow(request: HttpRequest, pk: uuid.UUID, connection_pk: uuid.UUID, kind: str) -> HttpResponse:
    """One thing that is owed: what is known, words to begin with, and what came of it."""
    referral = held_row(request, pk)
    connection = get_object_or_404(Connection.objects.select_related("service"), pk=connection_pk, referral=referral)
    row = FollowUp.objects.still_open().filter(connection=connection, kind=kind).first()
    if kind not in Kind.values:
        raise Http404
    saw(request, [referral.person_id])
    if row is None and kind not in owing.may_say(connection) and request.method != "POST":
        messages.info(request, _("That has been seen to. This is how it stands now"))
        return redirect("person", pk)
    form = _form(request, referral, connection, kind, row)
    if request.method == "POST" and form.is_valid() and (done := _recorded(request, connection, kind, form)):
        return done
    context = {"referral": referral, "connection": connection, "row": row, "form": form, "script": SCRIPTS[Kind(kind)]}
    context |= _known(referral, connection) | {"celebrates": kind == Kind.CELEBRATE}
    return render(request, "referrals/following/follow.html", context, status=422 if form.is_bound else 200)


def _form(
    request: HttpRequest, referral: Referral, connection: Connection, kind: str, row: FollowUp | None
) -> FollowForm:
    why = next(iter(owing.reasons([connection.pk]).get(connection.pk, ())), None)
    return FollowForm(
        request.POST if request.method == "POST" else None,
        initial={"row": row.pk if row else None, "why": why.why if why else None},
        script=SCRIPTS[Kind(kind)],
        sessions=introductions.coming(connection.service),
        may_write=writing.may_write(referral),
    )


def _known(referral: Referral, connection: Connection) -> dict[str, object]:
    occasions = connection.occasions.filter(called_off_at=None).order_by("-starts_at").prefetch_related("attendances")
    sessions = list(occasions[:8])
    return {
        "person": referral.person,
        "sessions": sessions,
        "came": sum(one.confirmed == Answer.WENT for one in sessions),
        "reasons": owing.reasons([connection.pk]).get(connection.pk, [])[:5],
        "from_them": Says.PERSON,
    }


def _recorded(request: HttpRequest, connection: Connection, kind: str, form: FollowForm) -> HttpResponse | None:
    """Where it goes on; None when the form says why it could not be done."""
    said, row = form.said, FollowUp.objects.filter(pk=form.cleaned_data["row"]).first()
    try:
        done = recording.record(
            connection, kind=kind, said=said, by=request.user, made=form.made_by(request), row=row,
            words=form.cleaned_data["words"],
        )  # fmt: skip
    except introductions.NoSession:
        form.add_error("starts_at", _("That day is not in the listing any more. Choose another"))
    except SomebodyWasFaster:
        messages.error(request, _("A colleague was a moment faster. This is how it stands now"))
        return redirect("person", connection.referral_id)
    except ReferralError as error:
        form.add_error(None, in_words(error))
    else:
        messages.success(request, _SAID.get(Then(done.then), _("Written down")))
        return redirect(_onwards(connection, done))
    return None


_SAID = {
    Then.SESSION: gettext_lazy("Written down. They are expected on that day"),
    Then.ALONG: gettext_lazy("Written down. They are expected on that day, with somebody beside them"),
    Then.SETTLED: gettext_lazy("They are settled. Time to tell them how glad we are"),
    Then.SENT: gettext_lazy("The words are on their way"),
}


def _onwards(connection: Connection, done: FollowUp) -> str:
    pk = connection.referral_id
    if done.then == Then.ANOTHER:
        return reverse("matches", args=[pk])
    if done.then == Then.SETTLED:
        return reverse("follow", args=[pk, connection.pk, Kind.CELEBRATE])
    if done.then == Then.ALONG and (first := FirstVisit.objects.filter(connection=connection).first()):
        return reverse("first_visit", args=[first.pk])  # who goes along, and how they get there
    return reverse("person", args=[pk])


@requires("FOLLOWING")
@require_safe
@never_cache
def measures_due(request: HttpRequest) -> HttpResponse:
    """Whom to ask how they are, by today; what can no longer be asked in its time is told apart."""
    which = {"late": measures.late, "due": measures.in_time}.get(request.GET.get("which", ""), measures.due)
    rows = list(which(request.user).select_related("referral__person")[:MOST])
    saw(request, {row.referral.person_id for row in rows})
    choices = MeasureForm().fields["said"].choices
    context = {"rows": rows, "number": len(rows), "choices": choices}
    return render(request, "referrals/following/measures_due.html", context)


@requires("FOLLOWING", "U")
@require_POST
def measure_noted(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Taken, or not taken and why."""
    own = MeasureDue.objects.filter(referral__in=Referral.objects.caseload_of(request.user))
    row, form = get_object_or_404(own, pk=pk), MeasureForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose whether it was done"))
        return redirect("measures_due")
    try:
        measures.note(row, why_not=form.why_not, by=request.user)
        messages.success(request, _("Written down"))
    except measures.AlreadyNoted:
        messages.info(request, _("A colleague has noted it a moment ago"))
    return redirect("measures_due")
