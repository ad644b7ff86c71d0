"""For whoever has somebody in hand: ask for something small, choose who comes, thank them."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.audit.actions import saw
from connect.forms import Form, form_page
from connect.keyed import earlier
from connect.people.access import requires
from connect.people.models import User
from referrals.actions import ReferralError
from referrals.helping import actions, ending
from referrals.helping.forms import AskForm, DoneForm, IntroduceForm, ThankForm
from referrals.helping.models import HelpOffer, HelpRequest
from referrals.helping.states import Said, Standing
from referrals.models import Referral
from referrals.refusals import SomebodyWasFaster

MOST = 100


@requires("SMALL_HELP", "C")
@form_page
@never_cache
def small_help_ask(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    mine = Referral.objects.caseload_of(request.user)
    referral = get_object_or_404(mine.select_related("person", "team"), pk=pk)
    saw(request, [referral.person_id])
    form = AskForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and (posted := _posted(request, referral, form)):
        messages.success(request, _("Helpers can read it now, and not who it is for"))
        return redirect("small_help", posted.pk)
    context = {"form": form, "referral": referral}
    return render(request, "referrals/helping/ask.html", context, status=422 if form.is_bound else 200)


def _posted(request: HttpRequest, referral: Referral, form: AskForm) -> HelpRequest | None:
    if before := earlier(HelpRequest, form.cleaned_data["key"]):
        return before
    try:
        return actions.post(referral, **form.said, by=request.user, made=form.made_by(request))
    except actions.Guarded:
        form.add_error(None, _("This is not put on a board. Ask somebody you trust, by word of mouth"))
    except ReferralError:
        form.add_error(None, _("They have not agreed to it, or nothing more is done for them"))
    return None


def _of(user: User) -> object:
    return HelpRequest.objects.filter(referral__in=Referral.objects.caseload_of(user))


def _one(request: HttpRequest, pk: uuid.UUID) -> HelpRequest:
    rows = _of(request.user).select_related("referral__person", "helper", "ward")
    one = get_object_or_404(rows, pk=pk)
    saw(request, [one.referral.person_id])
    return one


def _page(request: HttpRequest, one: HelpRequest, form: Form | None = None) -> HttpResponse:
    offers = HelpOffer.objects.filter(request=one, said=Said.OFFERED).select_related("helper")
    first = {"name": one.referral.person.friendly_name}
    kinds = {"introduce": one.standing == Standing.OPEN and offers, "thank": one.standing == Standing.DONE}
    context = {
        "one": one,
        "referral": one.referral,
        "offers": list(offers) if one.standing == Standing.OPEN else [],
        "introduce": _shown(form, IntroduceForm, kinds["introduce"], offers=offers, initial=first),
        "thank": _shown(form, ThankForm, kinds["thank"] and not one.thanked_at),
        "done": _shown(form, DoneForm, one.standing == Standing.MATCHED),
        "form": form,
    }
    return render(request, "referrals/helping/small_help.html", context, status=422 if form else 200)


def _shown(sent: Form | None, kind: type[Form], wanted: object, **more: object) -> Form | None:
    if isinstance(sent, kind):
        return sent
    return kind(**more) if wanted else None


@requires("SMALL_HELP")
@require_safe
@never_cache
def small_help(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    return _page(request, _one(request, pk))


@requires("SMALL_HELP")
@require_safe
@never_cache
def small_helps(request: HttpRequest) -> HttpResponse:
    """What is asked for one's own people: with an offer to look at, waiting, and done but not thanked for."""
    which = request.GET.get("which", "")
    rows = _of(request.user).select_related("referral__person", "ward", "helper")
    wanted = {
        "offered": rows.filter(standing=Standing.OPEN, offers__said=Said.OFFERED).distinct(),
        "thank": rows.filter(standing=Standing.DONE, thanked_at=None),
        "open": rows.filter(standing=Standing.OPEN).exclude(offers__said=Said.OFFERED),
        "matched": rows.filter(standing=Standing.MATCHED),
    }
    parts = {name: list(found[:MOST]) for name, found in wanted.items() if which in ("", name)}
    saw(request, [one.referral.person_id for found in parts.values() for one in found])
    return render(request, "referrals/helping/small_helps.html", {"which": which, **parts})


@requires("SMALL_HELP", "U")
@require_POST
def small_help_introduce(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    one = _one(request, pk)
    offers = HelpOffer.objects.filter(request=one, said=Said.OFFERED).select_related("helper")
    form = IntroduceForm(request.POST, offers=offers)
    if form.is_valid():
        try:
            actions.introduce(one, **form.cleaned_data, by=request.user)
        except SomebodyWasFaster:
            form.add_error(None, _("Somebody else has changed this meanwhile. Open the page anew and look again"))
        else:
            messages.success(request, _("Introduced. They are told by e-mail to look, and read it when they sign in"))
            return redirect("small_help", pk)
    return _page(request, one, form)


SAID = {
    "gone": gettext_lazy("Taken off. Nobody is asked any more"),
    "done": gettext_lazy("Written down. Now a line of thanks"),
    "thank": gettext_lazy("Sent. They read your thanks"),
}


@requires("SMALL_HELP", "U")
@require_POST
def small_help_step(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Done, thanked, or no longer wanted."""
    one, do = _one(request, pk), request.POST.get("do", "")
    form = {"done": DoneForm, "thank": ThankForm}.get(do, Form)(request.POST)
    if not form.is_valid():
        return _page(request, one, form)
    try:
        if do == "gone":
            ending.end(HelpRequest.objects.filter(pk=one.pk))
        elif do == "done":
            actions.done(one, took=form.cleaned_data["took"])
        elif do == "thank":
            actions.thank(one, words=form.cleaned_data["words"])
    except SomebodyWasFaster:
        messages.info(request, _("That is done already"))
    else:
        messages.success(request, SAID.get(do, gettext_lazy("Saved")))
    return redirect("small_help", pk)
