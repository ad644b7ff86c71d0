"""Pages of the steps between the first day and the last: rest, take back, send again, take up again, pass on."""

import uuid
from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from connect.audit.actions import saw
from connect.forms import form_page
from connect.keyed import is_mine
from connect.people.access import may, requires
from connect.templatetags import look
from referrals import actions, refusals
from referrals.case.views import held_row, posts, seen_row
from referrals.life import leaving, passing_on, resting, urgency
from referrals.life.forms import PauseForm, ReopenForm, SendAgainForm, TransferForm, UrgencyForm, WithdrawForm
from referrals.life.models import Transfer
from referrals.life.stepping import home_of, in_words, step
from referrals.models import Referral
from referrals.states import OPEN, State


def _typed(request: HttpRequest) -> Mapping[str, object] | None:
    return request.POST if request.method == "POST" else None


@requires("PAUSE", "C")
@form_page
@never_cache
def pause(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    referral = held_row(request, pk)
    saw(request, [referral.person_id])
    if not referral.can_move_to(State.PAUSED):
        return redirect("person", pk)
    return step(
        request, referral, PauseForm(_typed(request)),
        lambda form: resting.pause(referral, by=request.user, **form.cleaned_data),
        title=_("Pause"), button=_("Pause until then"), done=_("Paused"),
        lead=_("Until that day nothing is written to them, and nobody expects them anywhere."),
        facts=[_fact(one) for one in resting.planned(referral)],
    )  # fmt: skip


def _fact(one: resting.Planned) -> str:
    said = {"at": look.moment(one.at), "group": one.group}
    if one.group:
        return _("%(group)s expects them %(at)s. That is called off, if they rest until after it") % said
    return _("A visit is planned, %(at)s. It stays: call it off yourself if nobody is to go") % said


@requires("PAUSE", "C")
@posts
def resume(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    try:
        resting.resume(held_row(request, pk), by=request.user)
        messages.success(request, _("They go on from where they were"))
    except actions.ReferralError as error:
        messages.error(request, in_words(error))
    return redirect("person", pk)


@requires("REFERRAL_EDIT", "U")
@form_page
@never_cache
def withdraw(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """By whoever asked, while nobody has accepted it; by the connector, later too."""
    referral = seen_row(request, pk, "team__scheme")
    works = may(request.user, "QUEUE")
    if not referral.can_move_to(State.WITHDRAWN) or not (works or referral.state in leaving.BEFORE_TRIAGE):
        return redirect(home_of(request, referral))
    return step(
        request, referral, WithdrawForm(_typed(request)),
        lambda form: leaving.withdraw(referral, by=request.user, **form.cleaned_data),
        title=_("Take the referral back"), button=_("Take it back"), done=_("Taken back. Nobody is rung after that"),
        lead=_("Nothing more is written to them, and nobody rings them. It can begin again only with a new yes."),
        leads_to=reverse("caseload" if works else "referrals"),
    )  # fmt: skip


@requires("REFERRAL_CREATE", "C")
@form_page
@never_cache
def send_again(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """It came back with a question: the answer goes along, and the clocks begin anew."""
    referral = seen_row(request, pk, "team__scheme")
    if referral.state != State.RETURNED:
        return redirect(home_of(request, referral))
    return step(
        request, referral, SendAgainForm(_typed(request), is_asked=leaving.asks_something(referral)),
        lambda form: leaving.send_again(referral, by=request.user, **form.cleaned_data),
        title=_("Send it again"), button=_("Send it again"), done=_("Sent. The team answers as for a new one"),
        lead=actions.why_returned(referral), notes=_said(referral),
    )  # fmt: skip


def _said(referral: Referral) -> list[str]:
    said = referral.step_words.filter(for_referrer=True).order_by("-at")
    return [one.words for one in said[:3]]


@requires("REFERRAL_CLOSE", "U")
@form_page
@never_cache
def reopen(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """They came back, after weeks or years: with all that happened before."""
    referral = seen_row(request, pk, "team__scheme")
    if not referral.can_move_to(State.ACCEPTED) or referral.state not in (State.CLOSED, State.WITHDRAWN):
        return redirect("person", pk)
    new_yes = leaving.needs_new_yes(referral)
    return step(
        request, referral, ReopenForm(_typed(request), new_yes=new_yes),
        lambda form: _reopened(request, referral, form),
        title=_("Begin again"), button=_("Begin again"), done=_("They are with you again. Next: ring them"),
        lead=_("What happened before stays with it.") if not new_yes else _("Ask them first: a new yes is needed."),
    )  # fmt: skip


def _reopened(request: HttpRequest, referral: Referral, form: ReopenForm) -> None:
    said = {name: form.cleaned_data[name] for name in ("why", "words")}
    leaving.reopen(referral, by=request.user, yeses=form.yeses(), **said)


@requires("URGENCY", "C")
@form_page
@never_cache
def urgent(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """They cannot wait, as we know now; or they can after all."""
    referral = seen_row(request, pk, "team__scheme")
    if referral.state not in OPEN:
        return redirect("person", pk)
    now_urgent = not referral.urgent
    return step(
        request, referral, UrgencyForm(_typed(request), initial={"urgent": "1" if now_urgent else ""}),
        lambda form: urgency.say(referral, by=request.user, **form.cleaned_data),
        title=_("They cannot wait") if now_urgent else _("They can wait after all"),
        button=_("Mark as urgent") if now_urgent else _("Urgent no longer"), done=_("Written down, with your reason"),
        lead=_("They stand first in every list. In the queue the whole team is told at once.") if now_urgent else "",
    )  # fmt: skip


@requires("TRANSFER", "C")
@form_page
@never_cache
def transfer(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Another scheme is asked; until it accepts, the person stays with us."""
    referral = seen_row(request, pk, "team__scheme")
    if not referral.can_move_to(State.TRANSFERRED):
        return redirect("person", pk)
    form = TransferForm(_typed(request), teams=passing_on.schemes_beside(referral.team))
    return step(
        request, referral, form, lambda form: _asked(request, referral, form),
        title=_("Pass to another scheme"), button=_("Ask that scheme"),
        done=_("Asked. They stay with you until that scheme accepts"),
        lead=_("They stay with you until the other scheme accepts. If it does not, you hear why."),
    )  # fmt: skip


def _asked(request: HttpRequest, referral: Referral, form: TransferForm) -> None:
    if before := Transfer.objects.filter(key=form.cleaned_data["key"]).first():
        if not is_mine(request, form, before):
            raise refusals.SentBefore
        return  # sent twice, asked once
    said = {name: form.cleaned_data[name] for name in ("why", "agreed", "summary")}
    passing_on.ask(referral, to_team=form.team, by=request.user, made=form.made_by(request), **said)


@requires("TRANSFER", "C")
@posts
def keep(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The other scheme need not answer any more: they stay with us."""
    passing_on.call_off(seen_row(request, pk, "team__scheme"))
    messages.success(request, _("They stay with you. The other scheme need not answer any more"))
    return redirect("person", pk)
