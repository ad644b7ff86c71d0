"""What a connector writes down about somebody: what is next, a call, a note, a correction, a yes taken back."""

import uuid

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from connect.audit.actions import saw
from connect.forms import form_page
from connect.keyed import KeyedForm, is_mine
from connect.people.access import requires
from connect.people.models import MadeOnce
from connect.templatetags import look
from referrals import actions
from referrals.case import doing, phrases, views
from referrals.case.forms import CorrectionForm, NextForm, NoteForm
from referrals.case.models import Note
from referrals.models import ContactAttempt, Referral
from referrals.person import consenting
from referrals.states import Next, Purpose


@requires("PERSON_NEED", "U")
@views.posts
def next_action(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What is next: one press for a day, two for another step."""
    referral, form = views.held_row(request, pk), NextForm(request.POST)
    if not form.is_valid():
        return views.person_page(request, views.row_of(request, pk), next_form=form)
    said = {name: form.cleaned_data[name] for name in ("step", "on", "seen")}
    try:
        doing.set_next(referral, **said, by=request.user)
    except doing.ChangedMeanwhile as meanwhile:
        return views.person_page(request, views.row_of(request, pk), next_form=_told(form, meanwhile.now))
    except doing.NotOpen:
        messages.error(request, _("Nothing was set: it is finished"))
        return redirect("person", pk)
    messages.success(request, _("Next: %(step)s, by %(day)s") % _next_words(said["step"], said["on"]))
    return redirect("person", pk)


def _next_words(step: str, on: object) -> dict[str, str]:
    return {"step": Next(step).label, "day": look.short_day(on)}


def _told(form: NextForm | NoteForm, now: Referral) -> NextForm | NoteForm:
    """Both stand on the page: what a colleague set, and what was typed; pressed again, what was typed is taken."""
    form.data = form.data.copy()
    form.data["seen"] = doing.seen_as(now)
    words = _("A colleague has set “%(step)s, by %(day)s” meanwhile. Press again if yours is right")
    form.add_error(None, words % _next_words(now.next_step, now.next_on))
    return form


@requires("CASE_NOTE", "C")
@views.posts
def contact(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Two taps and a sentence; or a note without a call."""
    referral = views.held_row(request, pk)
    form = NoteForm(request.POST, phrases=phrases.of(referral))
    if not form.is_valid():
        return views.person_page(request, views.row_of(request, pk), contact=form)
    try:
        with transaction.atomic():
            _record(request, referral, form)
    except doing.ChangedMeanwhile as meanwhile:
        return views.person_page(request, views.row_of(request, pk), contact=_told(form, meanwhile.now))
    except IntegrityError:  # this key was used before
        if not is_mine(request, form, _made_before(form, referral)):
            form.add_error(None, _("This note was saved before with other words. Reload the page to add another"))
            return views.person_page(request, views.row_of(request, pk), contact=form)
    messages.success(request, _("Saved"))
    return redirect("person", pk)


def _record(request: HttpRequest, referral: Referral, form: NoteForm) -> None:
    said, made = form.cleaned_data, form.made_by(request)
    if said["step"]:  # before the call moves it: whether somebody else did
        doing.set_next(referral, step=said["step"], on=said["on"], seen=said["seen"], by=request.user)
    if form.is_a_note:
        doing.write_note(referral, words=said["words"], by=request.user, made=made)
    else:
        kept = {"channel": said["channel"], "reached": said["reached"] == "yes", "note": said["words"]}
        actions.record_contact(referral, **kept, by=request.user, made=made)
    if said["step"]:
        actions.owe(referral, said["step"], said["on"])


def _made_before(form: KeyedForm, referral: Referral) -> MadeOnce | None:
    model = Note if form.is_a_note else ContactAttempt
    return model.objects.filter(key=form.cleaned_data["key"], referral=referral).first()


@requires("CASE_NOTE", "C")
@form_page
@never_cache
def correct(request: HttpRequest, pk: uuid.UUID, kind: str, of: uuid.UUID) -> HttpResponse:
    """One's own note of the last day, put right by a line that follows it."""
    referral, said = views.held_row(request, pk), _said(kind, of, pk)
    if not doing.may_correct(said, request.user):
        raise Http404
    saw(request, [referral.person_id])
    form = CorrectionForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _corrected(request, referral, form, said):
        return redirect(f"{referral.get_absolute_url()}#story")
    context = {"referral": referral, "form": form, "was": said.note if kind == "attempt" else said.words}
    return render(request, "referrals/case/correct.html", context, status=422 if form.is_bound else 200)


def _said(kind: str, key: uuid.UUID, referral: uuid.UUID) -> Note | ContactAttempt:
    models = {"note": Note, "attempt": ContactAttempt}
    if kind not in models:
        raise Http404
    return get_object_or_404(models[kind], pk=key, referral=referral)


def _corrected(request: HttpRequest, referral: Referral, form: CorrectionForm, said: Note | ContactAttempt) -> bool:
    words, made = form.cleaned_data["words"], form.made_by(request)
    try:
        with transaction.atomic():
            doing.write_note(referral, words=words, by=request.user, made=made, corrects=said)
    except IntegrityError:  # pressed twice: it is there
        return True
    messages.success(request, _("Saved below what you wrote first"))
    return True


@requires("CONSENT", "U")
@views.posts
def take_back(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """They no longer agree to one of the things they had agreed to."""
    purpose = request.POST.get("purpose")
    if purpose in Purpose.values:
        consenting.take_back(views.held_row(request, pk), purpose=purpose, by=request.user)
        messages.success(request, _("Taken back. What rested on it and has not left yet will not leave"))
    return redirect("person", pk)
