"""Pages of whoever was asked in: what they are part of, one person at the level given, notes and tasks of their own."""

import uuid
from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.audit.actions import saw
from connect.forms import Form, form_page
from connect.identity import in_person
from connect.people.access import requires
from referrals.case import doing
from referrals.models import Partner, Referral, Task
from referrals.together import actions, reading, sharing
from referrals.together.forms import AskForForm, NoteForm, TaskForm


@requires("ROUND_SHARED")
@require_safe
@never_cache
def alongside(request: HttpRequest) -> HttpResponse:
    """People they help beside those who hold them, what they asked for, and what is over."""
    places = list(reading.places_of(request.user)[:200])
    with in_person(request.user, actions.JOB):
        rows = sharing.rows(request.user)
        saw(request, [row.referral.person_id for row in rows])
    context = {
        "rows": rows,
        # By reference: of two teams that were asked about one person, the list says no more than of none.
        "asked": {place.reference: place for place in places if place.yes is None and place.ended_at is None}.values(),
        "past": [place for place in places if place.decided_at and not place.is_live][:20],
    }
    return render(request, "referrals/together/alongside.html", context)


@requires("ROUND_ASK", "C")
@form_page
@never_cache
def alongside_ask(request: HttpRequest) -> HttpResponse:
    """By a reference they know. Whether it means anybody is not said."""
    form = AskForForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and not _is_theirs(request, form):
        said = {name: form.cleaned_data[name] for name in ("reference", "why")}
        with transaction.atomic():
            _once(lambda: actions.ask_for(**said, by=request.user, made=form.made_by(request)))
        messages.success(request, _("Asked. The answer comes by e-mail, and stands here"))
        return redirect("alongside")
    context = {"form": form}
    return render(request, "referrals/together/ask.html", context, status=422 if form.is_bound else 200)


def _is_theirs(request: HttpRequest, form: AskForForm) -> bool:
    """Whoever holds somebody, or leads the team that does, has no one to ask."""
    rows = Referral.objects.visible_to(request.user).filter(reference=form.cleaned_data["reference"])
    if request.user.acting.role in ("CON", "TL") and rows.exists():
        form.add_error("reference", _("You see this person already, among your own"))
    return bool(form.errors)


def _once(do: Callable[[], object]) -> None:
    try:
        with transaction.atomic():
            do()
    except IntegrityError:  # pressed twice: it is there
        pass


def beside(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view gets the place and the referral, as far as this worker may see it, for as long as the view lasts."""

    @wraps(view)
    @never_cache
    def opened(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
        with in_person(request.user, actions.JOB):
            referral = get_object_or_404(sharing.with_all(Referral.objects.alongside(request.user)), pk=pk)
            place = get_object_or_404(Partner.objects.live(), referral=referral, user=request.user)
            saw(request, [referral.person_id])
            return view(request, referral, place)

    return opened


def _page(request: HttpRequest, referral: Referral, place: Partner, **forms: Form) -> HttpResponse:
    context = sharing.page(referral, place) | {
        "note": forms.get("note") or NoteForm(auto_id="id_note_%s"),
        "task": forms.get("task") or TaskForm(auto_id="id_task_%s"),
        "form": next(iter(forms.values()), None),
    }
    return render(request, "referrals/together/person.html", context, status=422 if forms else 200)


@requires("ROUND_SHARED")
@require_safe
@beside
def alongside_person(request: HttpRequest, referral: Referral, place: Partner) -> HttpResponse:
    return _page(request, referral, place)


@requires("ROUND_SHARED", "C")
@form_page
@beside
def alongside_note(request: HttpRequest, referral: Referral, place: Partner) -> HttpResponse:
    """A sentence in the person's story, with their name."""
    if request.method != "POST":
        return redirect("alongside_person", referral.pk)
    form = NoteForm(request.POST, auto_id="id_note_%s")
    if not form.is_valid():
        return _page(request, referral, place, note=form)
    words, made = form.cleaned_data["words"], form.made_by(request)
    _once(lambda: doing.write_note(referral, words=words, by=request.user, made=made))
    messages.success(request, _("Saved. Whoever holds it reads it too"))
    return redirect("alongside_person", referral.pk)


@requires("ROUND_SHARED", "C")
@form_page
@beside
def alongside_task(request: HttpRequest, referral: Referral, place: Partner) -> HttpResponse:
    """Something they will do themselves."""
    if request.method != "POST":
        return redirect("alongside_person", referral.pk)
    form = TaskForm(request.POST, auto_id="id_task_%s")
    if not form.is_valid():
        return _page(request, referral, place, task=form)
    said = {name: form.cleaned_data[name] for name in ("words", "due_on")}
    doing.add_task(referral, **said, owner=request.user, by=request.user, made=form.made_by(request))
    messages.success(request, _("Added to what is to be done"))
    return redirect("alongside_person", referral.pk)


@requires("ROUND_SHARED", "C")
@require_POST
def alongside_done(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One of their own tasks is done."""
    with in_person(request.user, actions.JOB):
        mine = Task.objects.filter(owner=request.user, referral__in=Referral.objects.alongside(request.user))
        task = get_object_or_404(mine.select_related("referral"), pk=pk)
        saw(request, [task.referral.person_id])
        doing.finish_task(task, by=request.user)
    messages.success(request, _("Done: %(words)s") % {"words": task.words})
    return redirect("alongside_person", task.referral_id)


@requires("ROUND_SHARED", "C")
@require_POST
def alongside_leave(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """They say that they are no longer in it, or take back what they asked for."""
    place = get_object_or_404(reading.places_of(request.user), pk=pk, ended_at=None)
    for one in reading.places_of(request.user).filter(reference=place.reference, yes=place.yes, ended_at=None):
        actions.leave(one, by=request.user)
    messages.success(request, _("You are no longer part of %(reference)s") % {"reference": place.reference})
    return redirect("alongside")
