"""Pages of the threads: the connector's, the referrer's, and what waits to be read by either."""

import uuid
from collections.abc import Callable
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.people.access import requires
from referrals.belonging import Connection
from referrals.models import Referral
from referrals.threads import actions, reading
from referrals.threads.forms import LineForm
from referrals.threads.models import Line
from referrals.threads.sending import sent
from referrals.threads.states import Speaker


@requires("WORDS_ORGANISER")
@form_page
@never_cache
def words(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Both threads of one person, for whoever works with them."""
    referral = _row(request, pk)
    saw(request, [referral.person_id])
    threads = reading.threads_of(referral, request.user)
    if request.method == "POST":
        chosen = _chosen(threads, request.POST.get("thread", ""))
        if chosen and _done(request, chosen, Speaker.CONNECTOR, _write_as_connector(referral, chosen, request)):
            return redirect("words", pk)
    wrong = any(thread.form.errors for thread in threads)
    context = {"referral": referral, "threads": threads, "form": _wrong(threads)}
    return render(request, "referrals/threads/words.html", context, status=422 if wrong else 200)


@requires("WORDS_REFERRER")
@form_page
@never_cache
def words_with_team(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The one thread a referrer has, with the team. What the connector and a group write is not here."""
    referral = _row(request, pk)
    if request.user.acting.role in reading.WORKERS:
        return redirect("words", pk)  # a connector has both threads there
    saw(request, [referral.person_id])
    thread = reading.with_team(referral, request.user)
    if request.method == "POST" and thread.may_write:
        write = partial(actions.tell_connector, referral, by=request.user)
        if _done(request, thread, Speaker.REFERRER, write):
            return redirect("words_with_team", pk)
    context = {"referral": referral, "thread": thread, "form": thread.form, "name": referral.name_for(request.user)}
    return render(request, "referrals/threads/words_with_team.html", context, status=422 if thread.form.errors else 200)


@requires("WORDS_REFERRER")
@require_safe
@never_cache
def unread(request: HttpRequest) -> HttpResponse:
    """What was written to me and I have not said to have read, by person, the oldest first."""
    rows = reading.waiting_for(request.user)
    saw(request, [row.referral.person_id for row in rows])
    return render(request, "referrals/threads/unread.html", {"rows": rows})


def _row(request: HttpRequest, pk: uuid.UUID) -> Referral:
    rows = Referral.objects.visible_to(request.user).select_related(
        "person", "team__organisation", "referrer", "connector", "outsider", "referring_organisation"
    )
    return get_object_or_404(rows.prefetch_related("consents"), pk=pk)


def _chosen(threads: list[reading.Thread], key: str) -> reading.Thread | None:
    return next((thread for thread in threads if thread.key == key), None)


def _wrong(threads: list[reading.Thread]) -> LineForm | None:
    return next((thread.form for thread in threads if thread.form.errors), None)


def _write_as_connector(referral: Referral, thread: reading.Thread, request: HttpRequest) -> Callable[..., Line]:
    if isinstance(thread.connection, Connection):
        return partial(actions.tell_organiser, thread.connection, by=request.user)
    return partial(actions.tell_referrer, referral, by=request.user)


def _done(request: HttpRequest, thread: reading.Thread, side: str, write: Callable[..., Line]) -> bool:
    """Read, or written; otherwise the thread's form says why not, with what was typed."""
    if request.POST.get("do") == "read":
        actions.have_read(thread.referral, by=request.user, side=side, connection=thread.connection)
        return True
    thread.form = LineForm(request.POST, auto_id=f"id_{thread.key}_%s", label=thread.label, hint=thread.hint)
    return thread.form.is_valid() and sent(request, thread.form, thread.referral, write)
