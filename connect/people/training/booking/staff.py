"""Pages of whoever keeps the register: plan a session, change it, call it off; and the screen that says who came."""

import uuid

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from connect.forms import form_page
from connect.keyed import is_mine
from connect.messaging.models import Link
from connect.messaging.views import holding
from connect.people.access import by_link, requires
from connect.people.training.actions import ChangedMeanwhile
from connect.people.training.booking import keeping
from connect.people.training.booking.forms import ChangeForm, PlanForm, TakeForm, is_near, seen
from connect.people.training.booking.models import Booking
from connect.people.training.models import TrainingSession
from connect.people.training.states import Place


def _kept(request: HttpRequest, pk: uuid.UUID) -> TrainingSession:
    rows = TrainingSession.objects.kept_by_those_like(request.user).filter(places__isnull=False)
    return get_object_or_404(rows.select_related("area"), pk=pk)


@requires("TRAINING", "C")
@form_page
@never_cache
def training_plan(request: HttpRequest) -> HttpResponse:
    """A session to come. Sent twice, it is planned once."""
    form = PlanForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and (made := _planned(request, form)):
        return redirect(made)
    context = {"form": form, "title": _("Plan a session")}
    return render(request, "people/training/plan.html", context, status=422 if form.is_bound else 200)


def _planned(request: HttpRequest, form: PlanForm) -> TrainingSession | None:
    try:
        with transaction.atomic():
            session = keeping.plan(by=request.user, made=form.made_by(request), **form.about_it())
    except IntegrityError:  # this key was used before
        session = TrainingSession.objects.filter(key=form.cleaned_data["key"]).first()
        if not is_mine(request, form, session):
            form.add_error(None, _("This was saved before with other words. Open the session to change it"))
            return None
    messages.success(request, _("Planned. It stands on the list of what is coming"))
    return session


@requires("TRAINING", "U")
@form_page
@never_cache
def training_change(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Another hour, another room, more places."""
    session = _kept(request, pk)
    form = ChangeForm(
        request.POST if request.method == "POST" else None,
        initial=PlanForm.said_of(session) | {"seen": seen(session)},
    )
    if form.is_bound and form.is_valid() and _changed(request, session, form):
        return redirect(session)
    context = {"form": form, "title": _("Change the session"), "session": session}
    return render(request, "people/training/plan.html", context, status=422 if form.is_bound else 200)


def _changed(request: HttpRequest, session: TrainingSession, form: ChangeForm) -> bool:
    try:
        keeping.change(session, seen=form.cleaned_data["seen"], **form.about_it())
    except ChangedMeanwhile:
        form.add_error(None, _("Somebody else has changed this session meanwhile. Reload the page and look again"))
        return False
    except keeping.TooFewPlaces:
        form.add_error("places", _("More people have a place already. Ring some of them first"))
        return False
    messages.success(request, _("Saved. Whoever has a place is told of another hour or place"))
    return True


@requires("TRAINING", "U")
@require_POST
def training_call_off(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    session = _kept(request, pk)
    n = keeping.call_off(session)
    said = ngettext("Called off. One person is told", "Called off. %(n)d people are told", n) % {"n": n}
    messages.success(request, said)
    return redirect(session)


@requires("TRAINING", "U")
@form_page
@never_cache
def training_take(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Who came: one screen, for a colleague with an account."""
    return _take(request, _kept(request, pk))


@by_link("TRAINING_TAKEN")
@form_page
@holding("training_register")
def training_register(request: HttpRequest, link: Link) -> HttpResponse:
    """The same for the trainer, by the link in their e-mail."""
    return _take(request, get_object_or_404(TrainingSession, pk=link.subject), link=link)


def _take(request: HttpRequest, session: TrainingSession, link: Link | None = None) -> HttpResponse:
    people = sorted(_people(session), key=lambda one: (one.state == Place.WAITING, one.name.casefold()))
    came = [str(one.pk) for one in people if one.came]
    first = {"came": came, "seen": seen(session)}
    form = TakeForm(request.POST if request.method == "POST" else None, people=people, initial=first)
    early = not is_near(session.starts_at) or session.called_off_at
    if form.is_bound and not early and form.is_valid() and _taken(request, session, form, link):
        return redirect("training_register") if link else redirect(session)
    context = {
        "session": session, "form": form, "link": link, "early": early, "people": people,
        "helps": [one for one in people if one.helps],
    }  # fmt: skip
    return render(request, "people/training/take.html", context, status=422 if form.is_bound else 200)


def _people(session: TrainingSession) -> list[Booking]:
    return list(session.bookings.standing().select_related("organisation"))


def _taken(request: HttpRequest, session: TrainingSession, form: TakeForm, link: Link | None) -> bool:
    try:
        keeping.take(session, by=None if link else request.user, **form.cleaned_data)
    except ChangedMeanwhile:
        form.add_error(None, _("Somebody else has changed this session meanwhile. Reload the page and look again"))
        return False
    messages.success(request, _("Saved. Thank you. You can come back and put it right"))
    return True
