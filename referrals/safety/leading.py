"""Pages of the concerns: for leads what must be read, decided and followed up; for others what they told us."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.db.models import Case, IntegerField, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.forms import Form, form_page
from connect.people.access import requires
from referrals.safety import concerns
from referrals.safety.forms import DecideForm, FollowForm
from referrals.safety.models import Concern
from referrals.safety.states import FORMAL, Kind, Now, Step

MOST = 200
IN_TURN = Case(
    When(ended_at__isnull=False, then=Value(9)),
    When(now=Now.YES, read_at=None, then=Value(0)),
    When(read_at=None, then=Value(1)),
    When(decided_at=None, then=Value(2)),
    default=Value(3),
    output_field=IntegerField(),
)
SEALED = ("about", "happened", "their_words", "wishes", "raiser")


@requires("CONCERN_READ", "R")
@require_safe
@never_cache
def concerns_told(request: HttpRequest) -> HttpResponse:
    """What one leads on, what waits longest first; and what one told us oneself. No name and no word of it."""
    led = Concern.objects.led_by(request.user).select_related("team", "raised_by", "read_by").defer(*SEALED)
    view = "ended" if request.GET.get("view") == "ended" else "open"
    rows = led.filter(ended_at__isnull=view == "open").order_by(IN_TURN, "raised_at")[:MOST]
    mine = Concern.objects.filter(raised_by=request.user).order_by("-raised_at").defer(*SEALED)[:MOST]
    leads = request.user.acting.role == "TL"
    return render(
        request, "referrals/safety/concerns_told.html", {"rows": rows, "mine": mine, "view": view, "leads": leads}
    )


@requires("CONCERN_READ", "R")
@require_safe
@never_cache
def concern(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """For its leads all of it; for whoever told us, their own words and whether they were read."""
    found = get_object_or_404(_rows(request), pk=pk)
    if not _leads(request, found):
        return render(request, "referrals/safety/my_concern.html", {"concern": found})
    concerns.opened(found, by=request.user)
    return _page(request, found)


def _rows(request: HttpRequest) -> object:
    rows = Concern.objects.visible_to(request.user)
    return rows.select_related("team__organisation", "referral", "raised_by", "read_by", "escalated_to")


def _leads(request: HttpRequest, found: Concern) -> bool:
    return Concern.objects.led_by(request.user).filter(pk=found.pk).exists()


def _page(request: HttpRequest, found: Concern, form: Form | None = None) -> HttpResponse:
    follow = FollowForm(decided=found.decided_at is not None)
    context = {
        "concern": found,
        "kinds": [(FORMAL[Kind(kind)], Kind(kind).label) for kind in found.kinds],
        "log": found.steps.select_related("by"),
        "decide": form if isinstance(form, DecideForm) else DecideForm(),
        "follow": form if isinstance(form, FollowForm) else follow,
        "form": form,
        "on_the_case": found.referral_id and found.referral.speak_to_lead.filter(ended_at=None).exists(),
    }
    return render(request, "referrals/safety/concern.html", context, status=422 if form else 200)


def _led(request: HttpRequest, pk: uuid.UUID) -> Concern:
    rows = Concern.objects.led_by(request.user).select_related("team__organisation", "referral", "raised_by", "read_by")
    return get_object_or_404(rows, pk=pk)


def _done(request: HttpRequest, pk: uuid.UUID, do: Callable[[], object], said: str) -> HttpResponse:
    try:
        do()
    except concerns.NotNow:
        messages.warning(request, _("A colleague did that a moment ago. What they did stands in the log"))
    else:
        messages.success(request, said)
    return redirect("concern", pk)


@requires("CONCERN_LEAD", "U")
@form_page
def concern_read(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    found = _led(request, pk)
    if request.method != "POST":
        return redirect("concern", pk)
    return _done(request, pk, lambda: concerns.read(found, by=request.user), _("Read. Next: decide what is to be done"))


@requires("CONCERN_LEAD", "U")
@form_page
@never_cache
def concern_decide(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    found = _led(request, pk)
    if request.method != "POST":
        return redirect("concern", pk)
    form = DecideForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form)
    if found.decided_at:
        form.add_error(None, _("A colleague decided a moment ago: look at the log. Your words are still here"))
        return _page(request, found, form)
    chosen = form.cleaned_data
    do = lambda: concerns.decide(found, by=request.user, decision=chosen["decision"], why=chosen["words"])  # noqa: E731
    return _done(request, pk, do, _("Decided"))


@requires("CONCERN_LEAD", "U")
@form_page
@never_cache
def concern_follow(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What was heard since, or what became of it."""
    found = _led(request, pk)
    if request.method != "POST":
        return redirect("concern", pk)
    form = FollowForm(request.POST, decided=found.decided_at is not None)
    if not form.is_valid():
        return _page(request, found, form)
    act = {Step.CHASED: concerns.chase, Step.OUTCOME: concerns.end, Step.NOTED: concerns.note}
    do = act[Step(form.cleaned_data["what"])]
    return _done(request, pk, lambda: do(found, by=request.user, words=form.cleaned_data["words"]), _("Written down"))


@requires("CONCERN_LEAD", "U")
@form_page
def concern_hide(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Those who work with the person are shown nothing any more."""
    found = _led(request, pk)
    if request.method != "POST":
        return redirect("concern", pk)
    return _done(request, pk, lambda: concerns.hide(found, by=request.user), _("Taken off the case"))
