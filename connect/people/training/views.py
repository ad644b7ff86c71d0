"""Pages of the register: the sessions and refreshers, a new session, one session, and one's own."""

import uuid
from datetime import timedelta

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.forms import form_page
from connect.keyed import is_mine
from connect.people.access import may, requires, signed_in
from connect.people.training import actions, kinds
from connect.people.training.booking import actions as booking
from connect.people.training.booking import sureness
from connect.people.training.booking.forms import is_near
from connect.people.training.booking.models import Booking
from connect.people.training.forms import CameForm, PeopleForm, SessionForm
from connect.people.training.models import Trainee, TrainingSession

SOON = timedelta(days=60)
A_PAGE = 200


@requires("TRAINING")
@require_safe
@never_cache
def training(request: HttpRequest) -> HttpResponse:
    """Whose refresher is due, and every session; each number opens its rows."""
    mine = Trainee.objects.visible_to(request.user)
    people = Count("trainees", filter=Q(trainees__in=mine), distinct=True)
    came = Count("trainees", filter=Q(trainees__in=mine, trainees__attended=True), distinct=True)
    sessions = TrainingSession.objects.visible_to(request.user).select_related("area", "kept_by")
    due = mine.due_again_by(timezone.localdate() + SOON).select_related("organisation", "session")
    due = list(due.order_by("refresher_on", "name")[:A_PAGE])
    kinds.name_all(one.session for one in due)
    coming = booking.counted(kinds.name_all(sessions.coming()[:A_PAGE]))
    over = sessions.exclude(pk__in=[one.pk for one in coming]).annotate(people=people, came=came)
    trained = mine.of_mecc().who_came().aggregate(n=Count("email", distinct=True))["n"]
    context = {
        "coming": coming,
        "sessions": kinds.name_all(over[:A_PAGE]),
        "due": due,
        "trained": trained,
        "may_record": may(request.user, "TRAINING", "C"),
        "may_list": may(request.user, "TRAINING_KINDS"),
    }
    return render(request, "people/training/training.html", context)


@requires("TRAINING", "C")
@form_page
@never_cache
def training_new(request: HttpRequest) -> HttpResponse:
    """What was taught and who came, on one screen. Sent twice, it is made once."""
    form = SessionForm(request.POST or None, request.FILES or None, by=request.user)
    if request.method == "POST" and form.is_valid() and (made := _record(request, form)):
        return redirect(made)
    context = {"form": form, "title": _("Record a session")}
    return render(request, "people/training/training_new.html", context, status=422 if form.is_bound else 200)


def _record(request: HttpRequest, form: SessionForm) -> TrainingSession | None:
    held_on = form.cleaned_data["held_on"]
    fields = {"body": form.cleaned_data["body"], "refresher_on": form.due_after(held_on), **form.about()}
    try:
        with transaction.atomic():
            people, made = form.cleaned_data["rows"], form.made_by(request)
            session = actions.record(people=people, by=request.user, made=made, **fields)
    except IntegrityError:  # this key was used before
        session = TrainingSession.objects.filter(key=form.cleaned_data["key"]).first()
        if not is_mine(request, form, session):
            form.add_error(None, _("This was saved before with other words. Open the session to change it"))
            return None
    messages.success(request, _("Saved"))
    return session


@requires("TRAINING")
@form_page
@never_cache
def training_session(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One session: who came, put right where it was wrong, and more people."""
    session = get_object_or_404(TrainingSession.objects.visible_to(request.user).select_related("area"), pk=pk)
    may_change = TrainingSession.objects.kept_by_those_like(request.user).filter(pk=pk).exists()
    people = list(session.trainees.visible_to(request.user).select_related("organisation", "session"))
    if request.method == "POST" and may_change:
        return _put_right(request, session, people)
    context = {"session": session, "people": people, "may_change": may_change, **_planned(request, session)}
    if may_change:
        context |= {"form": _came(session, people), "more": PeopleForm(by=request.user)}
    return render(request, "people/training/training_session.html", context)


def _planned(request: HttpRequest, session: TrainingSession) -> dict[str, object]:
    """Who has a place, of those the reader may see; how many have one, of all."""
    if not session.is_planned:
        return {}
    booking.counted([session])
    rows = Booking.objects.visible_to(request.user).filter(session=session).standing()
    return {
        "booked": list(rows.select_related("organisation")),
        "confidence": sureness.of(session),
        "may_take": is_near(session.starts_at),
    }


def _came(session: TrainingSession, people: list[Trainee]) -> CameForm:
    due = next((one.refresher_on for one in people if one.refresher_on), None)
    came = [str(one.pk) for one in people if one.attended]
    return CameForm(initial={"came": came, "refresher_on": due, "seen": session.changed_at.isoformat()}, people=people)


def _put_right(request: HttpRequest, session: TrainingSession, people: list[Trainee]) -> HttpResponse:
    form = CameForm(request.POST, people=people)
    if form.is_valid():
        try:
            actions.put_right(session, **form.cleaned_data)
        except actions.ChangedMeanwhile:
            form.add_error(None, _("Somebody else has changed this session meanwhile. Reload the page and look again"))
        else:
            messages.success(request, _("Saved"))
            return redirect(session)
    context = {"session": session, "people": people, "may_change": True, "form": form}
    return render(request, "people/training/training_session.html", context, status=422)


@requires("TRAINING", "U")
@require_POST
def training_add(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """More people to a session that stands."""
    session = get_object_or_404(TrainingSession.objects.kept_by_those_like(request.user).select_related("area"), pk=pk)
    form = PeopleForm(request.POST, request.FILES, by=request.user)
    if not form.is_valid():
        people = list(session.trainees.select_related("organisation", "session"))
        context = {"session": session, "people": people, "may_change": True, "more": form, "form": form}
        context["came_form"] = _came(session, people)
        return render(request, "people/training/training_session.html", context, status=422)
    due = form.due_after(session.held_on)
    rows, body = form.cleaned_data["rows"], form.cleaned_data["body"]
    n = actions.add(session, people=rows, body=body, refresher_on=due, by=request.user)
    messages.success(request, ngettext("One person added", "%(n)d people added", n) % {"n": n})
    return redirect(session)


@requires("TRAINING", "U")
@require_POST
def training_off(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Somebody was written down by mistake."""
    session = get_object_or_404(TrainingSession.objects.kept_by_those_like(request.user), pk=pk)
    try:
        off = uuid.UUID(request.POST.get("off", ""))
    except ValueError:
        return redirect(session)
    if trainee := session.trainees.filter(pk=off).first():
        actions.take_off(trainee)
        messages.success(request, _("Taken off the list"))
    return redirect(session)


@signed_in
@require_safe
@never_cache
def my_training(request: HttpRequest) -> HttpResponse:
    """What one was trained in oneself, and when one is due again."""
    mine = Trainee.objects.filter(user=request.user).select_related("session").order_by("-session__held_on")
    places = Booking.objects.filter(user=request.user, session__ends_at__gt=timezone.now(), session__called_off_at=None)
    places = list(places.standing().select_related("session").order_by("session__starts_at"))
    mine = list(mine)
    kinds.name_all(one.session for one in [*mine, *places])
    return render(request, "people/training/my_training.html", {"mine": mine, "places": places})
