"""What worked: found, read, written, thanked for; and what waits for a reader."""

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import IntegrityError, transaction
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.forms import form_page
from connect.keyed import is_mine
from connect.people.access import may, requires
from directory.models import Practice, PracticeThanks, Service
from directory.practice import actions
from directory.practice.forms import ChangeNoteForm, NoteForm, ReadForm
from directory.practice.models import Shown

A_PAGE = 20
FULL = ("service", "by", "organisation")


@requires("PRACTICE")
@require_safe
@never_cache
def practice(request: HttpRequest) -> HttpResponse:
    """Newest first; by words, or of one listing."""
    words, of = request.GET.get("q", "").strip()[:200], _listing(request.GET.get("listing", ""))
    rows = Practice.objects.visible_to(request.user).filter(state=Shown.SHOWN).saying(words)
    if of:
        rows = rows.filter(service=of)
    rows = rows.select_related(*FULL).annotate(thanked=Count("thanks")).order_by("-made_at", "pk")
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "notes": page, "words": words, "of": of,
        "mine": list(Practice.objects.filter(by=request.user).exclude(state=Shown.SHOWN)[:A_PAGE]),
        "waiting": _waiting(request),
        "may_write": may(request.user, "PRACTICE", "C"),
    }  # fmt: skip
    return render(request, "directory/practice/practice.html", context)


def _waiting(request: HttpRequest) -> list[Practice]:
    if not may(request.user, "PRACTICE_READ"):
        return []
    rows = Practice.objects.visible_to(request.user).unread().exclude(by=request.user)
    return list(rows.select_related(*FULL).order_by("-looks_named", "made_at")[:A_PAGE])


def _listing(said: str) -> Service | None:
    try:
        return Service.objects.published().filter(pk=uuid.UUID(said)).first()
    except ValueError:
        return None


@requires("PRACTICE", "C")
@form_page
@never_cache
def practice_new(request: HttpRequest) -> HttpResponse:
    """One more. Sent twice, it is written once."""
    of = _listing(request.GET.get("listing", ""))
    form = NoteForm(request.POST if request.method == "POST" else None, initial={"listing": of.name if of else ""})
    if form.is_bound and form.is_valid() and (note := _written(request, form)):
        return redirect(note)
    context = {"form": form, "title": _("Write down what worked")}
    return render(request, "directory/practice/write.html", context, status=422 if form.is_bound else 200)


def _written(request: HttpRequest, form: NoteForm) -> Practice | None:
    try:
        with transaction.atomic():
            note = actions.write(by=request.user, made=form.made_by(request), **form.note())
    except IntegrityError:  # this key was used before
        note = Practice.objects.filter(key=form.cleaned_data["key"]).first()
        if not is_mine(request, form, note):
            form.add_error(None, _("This was saved before with other words. Open the note to change it"))
            return None
    said = _("Thank you. A reader looks at it first, and then others find it")
    messages.success(request, said if note.state == Shown.WAITING else _("Thank you. Others find it from now on"))
    return note


@requires("PRACTICE")
@require_safe
@never_cache
def practice_note(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One note; its writer may change it, whoever reads first says whether it stands, anybody may say thank you."""
    rows = Practice.objects.visible_to(request.user).select_related(*FULL).annotate(thanked=Count("thanks"))
    note = get_object_or_404(rows, pk=pk)
    is_own = note.by_id == request.user.pk
    context = {
        "note": note, "is_own": is_own,
        "reading": may(request.user, "PRACTICE_READ", "U") and not is_own,
        "form": ReadForm(initial={"seen": note.changed_at.isoformat()}),
        "has_thanked": PracticeThanks.objects.filter(practice=note, user=request.user).exists(),
    }  # fmt: skip
    return render(request, "directory/practice/note.html", context)


@requires("PRACTICE", "U")
@form_page
@never_cache
def practice_change(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    note = get_object_or_404(Practice.objects.filter(by=request.user).select_related("service"), pk=pk)
    first = {
        "title": note.title, "words": note.words, "listing": note.service.name if note.service else "",
        "seen": note.changed_at.isoformat(),
    }  # fmt: skip
    form = ChangeNoteForm(request.POST if request.method == "POST" else None, initial=first)
    if form.is_bound and form.is_valid():
        try:
            actions.change(note, seen=form.cleaned_data["seen"], by=request.user, **form.note())
        except actions.ChangedMeanwhile:
            form.add_error(None, _("It was changed or read meanwhile. Reload the page and look again"))
        else:
            messages.success(request, _("Saved"))
            return redirect(note)
    context = {"form": form, "title": _("Change what you wrote"), "note": note}
    return render(request, "directory/practice/write.html", context, status=422 if form.is_bound else 200)


@requires("PRACTICE")
@require_POST
def practice_thank(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    note = get_object_or_404(Practice.objects.visible_to(request.user), pk=pk)
    try:
        actions.thank(note, by=request.user)
    except actions.NotForOneself:
        messages.error(request, _("It is for others to thank you"))
    return redirect(note)


@requires("PRACTICE_READ", "U")
@require_POST
def practice_read(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """A reader's word: it stands, or it comes down."""
    note = get_object_or_404(Practice.objects.visible_to(request.user), pk=pk)
    form, keep = ReadForm(request.POST), request.POST.get("do") == "keep"
    if not form.is_valid() or not (keep or form.cleaned_data["why"].strip()):
        messages.error(request, _("Say why it comes down: its writer reads it"))
        return redirect(note)
    try:
        actions.read(note, keep=keep, by=request.user, **form.cleaned_data)
    except actions.ChangedMeanwhile:
        messages.error(request, _("It was changed or read meanwhile. Look again"))
    except actions.NotForOneself:
        messages.error(request, _("Somebody else reads what you wrote"))
    else:
        messages.success(request, _("It stands") if keep else _("Taken down; its writer sees why"))
    return redirect(note)
