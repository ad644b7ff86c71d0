"""The connector's pages around sessions: registers keyed in from paper, who waits for a place, what is called off."""

import uuid
from itertools import groupby
from operator import attrgetter

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.people.access import requires
from connect.people.models import User
from connect.templatetags import look
from directory import schedule
from referrals.actions import CannotMove
from referrals.belonging import Connection, Occasion
from referrals.case import views
from referrals.models import Referral
from referrals.sessions import actions, listing, placing, sheets
from referrals.sessions.forms import CallOffForm, OffForm, RegisterForm
from referrals.sessions.models import Offer, Wait
from referrals.sessions.states import Said
from referrals.states import OPEN, Says

TOGETHER = ("connection", "service", "referral__person", "referral__team__organisation", "referral__connector")


@requires("ATTENDANCE", "U")
@require_safe
@never_cache
def session_list(request: HttpRequest) -> HttpResponse:
    """The sessions of the last days and the next, with somebody of mine on them."""
    found = listing.registers(request.user)
    saw(request, {one.connection.person_id for each in found for one in each.people})
    return render(request, "referrals/sessions/session_list.html", {"registers": found})


def _mine(user: User, register: uuid.UUID) -> QuerySet[Occasion]:
    theirs = Referral.objects.caseload_of(user).filter(state__in=OPEN)
    rows = Occasion.objects.of_register(register).filter(called_off_at=None, referral__in=theirs.values("pk"))
    return rows.select_related(*TOGETHER).prefetch_related("attendances", "noted")


@requires("ATTENDANCE", "U")
@form_page
@never_cache
def key_in(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """A paper register, typed in on one screen: the organiser's word, and who keyed it in stands beside it."""
    expected = _expected(request, pk)
    form = RegisterForm(request.POST if request.method == "POST" else None, expected=expected)
    if request.method == "POST" and expected[0].starts_at > timezone.now():
        form.add_error(None, _("It has not begun yet"))
    if request.method == "POST" and form.is_valid():
        data, made = form.cleaned_data, form.made_by(request)
        numbers = {"altogether": data["altogether"], "free": data["free"], "words": data["words"]}
        sheets.take_in(expected, said=form.said(), made=made, by=request.user, **numbers)
        messages.success(request, _("Written down, as the organiser’s word"))
        return redirect("session_list")
    coming = schedule.next_sessions(expected[0].service, timezone.now(), 1)
    context = {"form": form, "first": expected[0], "coming": coming}
    return render(request, "referrals/sessions/key_in.html", context, status=422 if form.errors else 200)


def _expected(request: HttpRequest, register: uuid.UUID) -> list[Occasion]:
    expected = list(_mine(request.user, register))
    if not expected:
        raise Http404
    saw(request, [one.connection.person_id for one in expected])
    return expected


@requires("ATTENDANCE", "U")
@require_safe
@never_cache
def key_in_print(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """For an organiser with no e-mail: the same sheet, from the connector's printer, of the people they hold."""
    expected = _expected(request, pk)
    context = {"first": expected[0], "expected": expected, "back": "../"}
    return render(request, "referrals/sessions/sheet.html", context)


@requires("ATTENDANCE", "U")
@form_page
@never_cache
def session_off(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The organiser rang: that once it does not take place. Everybody who is expected hears it, also of other teams."""
    first = _expected(request, pk)[0]
    form = OffForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        said = {"starts_at": first.starts_at, "words": form.cleaned_data["words"]}
        actions.call_off_session(first.service, register_id=pk, by=request.user, **said)
        messages.success(request, _("Called off. Everybody who was expected is told within minutes"))
        return redirect("session_list")
    context = {
        "form": form,
        "first": first,
        "is_over": first.starts_at <= timezone.now(),
        "back": reverse("session_list"),
    }
    return render(request, "referrals/sessions/off.html", context, status=422 if form.errors else 200)


@requires("ATTENDANCE", "U")
@require_safe
@never_cache
def places_waited_for(request: HttpRequest) -> HttpResponse:
    """Who waits for a place at a group, what is held for whom, and who has to be rung about it."""
    found = listing.waiting(request.user)
    saw(request, {one.waits.connection.person_id for one in found})
    groups = [(service, list(rows)) for service, rows in groupby(found, key=attrgetter("waits.service"))]
    return render(request, "referrals/sessions/places.html", {"groups": groups, "number": len(found)})


@requires("ATTENDANCE", "U")
@views.posts
def wait(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Put somebody on a group's list, take them off it, or say that they still want to be on it."""
    referral = views.held_row(request, pk)
    what, rows = request.POST.get("what"), Connection.objects.select_related("service", "referral__person")
    connection = get_object_or_404(rows, pk=_key(request.POST.get("connection")), referral=referral)
    waits = Wait.objects.filter(connection=connection, ended_at=None).first()
    if what == "join":
        _join(request, connection)
    elif what == "leave" and waits:
        actions.leave(waits, by=request.user)
        messages.success(request, _("Taken off the list"))
    elif what == "still" and waits:
        actions.still_wants(waits, by=request.user)
        messages.success(request, _("They keep their turn, and are asked again"))
    return redirect("person", pk)


def _join(request: HttpRequest, connection: Connection) -> None:
    try:
        actions.wait_for(connection, by=request.user)
    except CannotMove:
        messages.error(request, _("They can wait for a place once they have said yes to the group"))
    else:
        messages.success(request, _("On the list for %(group)s") % {"group": connection.service.name})


def _key(typed: str | None) -> uuid.UUID:
    try:
        return uuid.UUID(typed or "")
    except ValueError as error:
        raise Http404 from error


@requires("ATTENDANCE", "U")
@require_POST
def answer_offer(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What they said on the phone about a place that is held for them."""
    held = Referral.objects.caseload_of(request.user)
    rows = Offer.objects.select_related("wait__connection__service", "wait__referral__person", "service")
    offer = get_object_or_404(rows.filter(referral__in=held.values("pk")), pk=pk)
    said = request.POST.get("answer")
    if said in (Said.YES, Said.KEEP, Said.NO):
        try:
            offer = actions.say(offer, said=said, said_by=Says.CONNECTOR, by=request.user)
            if said == Said.YES:
                placing.place(offer, by=request.user)
            messages.success(request, _("Written down: %(said)s") % {"said": offer.get_said_display()})
        except actions.AnsweredAlready:
            messages.error(request, _("That was answered already, or its day is over"))
    return redirect("person", offer.referral_id)


@requires("ATTENDANCE", "U")
@views.posts
def call_off(request: HttpRequest, pk: uuid.UUID, occasion_pk: uuid.UUID) -> HttpResponse:
    """They are not expected that day: because they cannot, or because we cannot."""
    referral, form = views.held_row(request, pk), CallOffForm(request.POST)
    rows = Occasion.objects.select_related(*TOGETHER)
    occasion = get_object_or_404(rows, pk=occasion_pk, referral=referral)
    if not form.is_valid():
        messages.error(request, _("Say why they are not expected that day"))
    elif actions.call_off(occasion, why=form.cleaned_data["why"], by=request.user):
        day = look.day(occasion.starts_at)
        messages.success(request, _("Called off: they are not expected on %(day)s") % {"day": day})
    return redirect("person", pk)
