"""What is coming, for anybody; and one's own place: by the link in a letter, or signed in. Opening changes nothing."""

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_safe

from connect.forms import form_page
from connect.messaging.models import Link
from connect.messaging.views import holding
from connect.often import too_often
from connect.people.access import by_link, public, signed_in
from connect.people.training import certificates, kinds
from connect.people.training.booking import actions
from connect.people.training.booking.forms import AskForm, OwnPlaceForm, SureForm
from connect.people.training.booking.models import Booking
from connect.people.training.models import TrainingSession
from connect.people.training.states import STANDING, OpenTo, Place

MOST_AN_HOUR = 30  # from one address: an office's workers share theirs
SHOWN = 100


def may_ask_for(request: HttpRequest) -> Any:
    """What is shown: to whoever has no account, only what is open to anybody."""
    rows = TrainingSession.objects.coming()
    return rows if request.user.is_authenticated else rows.filter(open_to=OpenTo.ANYBODY)


@public
@require_safe
@cache_control(private=True, max_age=0)
def training_coming(request: HttpRequest) -> HttpResponse:
    """Which trainings are coming, and where there is room; of one kind, when the address says so."""
    kind = request.GET.get("kind", "")
    rows = may_ask_for(request).filter(**({"kind": kind} if kind else {}))
    sessions = actions.counted(kinds.name_all(rows[:SHOWN]))
    mine = {}
    if request.user.is_authenticated:
        own = Booking.objects.filter(user=request.user, session__in=sessions, state__in=STANDING)
        mine = {one.session_id: one for one in own}
    for session in sessions:
        session.mine = mine.get(session.pk)
    context = {"sessions": sessions, "kind": kinds.of(kind) if kind else None}
    return render(request, "people/booking/coming.html", context)


@public
@form_page
@cache_control(private=True, max_age=0)
def training_book(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One session, and a place at it. Without an account the answer is the same whoever's address it is."""
    session = get_object_or_404(may_ask_for(request), pk=pk)
    [session] = actions.counted([session])
    kind, form = kinds.of(session.kind), _form(request, session)
    if request.user.is_authenticated and (own := _own(request, session)):
        return redirect("my_place", own.pk)
    if form.is_bound and form.is_valid() and (answer := _asked(request, session, form)):
        return answer
    context = {"session": session, "kind": kind, "form": form}
    return render(request, "people/booking/book.html", context, status=422 if form.is_bound else 200)


def _own(request: HttpRequest, session: TrainingSession) -> Booking | None:
    return Booking.objects.filter(user=request.user, session=session, state__in=STANDING).first()


def _form(request: HttpRequest, session: TrainingSession) -> AskForm | OwnPlaceForm:
    data = request.POST if request.method == "POST" else None
    if request.user.is_authenticated:
        return OwnPlaceForm(data, question=kinds.of(session.kind).question)
    return AskForm(data)


def _asked(request: HttpRequest, session: TrainingSession, form: AskForm | OwnPlaceForm) -> HttpResponse | None:
    said = dict(form.cleaned_data)
    key = said.pop("key")
    try:
        if request.user.is_authenticated:
            made = actions.book(session, by=request.user, before=said["sure"], helps=said["helps"])
            return redirect("my_place", made.pk)
        if too_often(request, "training", MOST_AN_HOUR):
            form.add_error(None, _("There were many from here in this hour. Please try again later, or ring us"))
            return None
        actions.ask(session, key=key, language="cy" if get_language() == "cy" else "en", **said)
    except actions.NotOpen:
        form.add_error(None, _("This session is no longer open. Please choose another"))
        return None
    return redirect("training_asked")


@public
@require_safe
def training_asked(request: HttpRequest) -> HttpResponse:
    return render(request, "people/booking/asked.html")


# ---------- one's own place ----------


@by_link("TRAINING_PLACE")
@form_page
@holding("booking")
def your_booking(request: HttpRequest, link: Link) -> HttpResponse:
    """By the link in a letter."""
    booking = get_object_or_404(Booking.objects.select_related("session"), pk=link.subject)
    return _place(request, booking, link=link, here="your_booking")


@signed_in
@form_page
@never_cache
def my_place(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Signed in: one's own and nobody else's."""
    rows = Booking.objects.filter(user=request.user).select_related("session")
    return _place(request, get_object_or_404(rows, pk=pk), here="my_place")


def _place(request: HttpRequest, booking: Booking, *, here: str, link: Link | None = None) -> HttpResponse:
    kind = kinds.of(booking.session.kind)
    form = SureForm(request.POST if request.method == "POST" else None, question=kind.question)
    problem = ""
    if request.method == "POST" and form.is_valid():
        problem = _done(booking, request.POST.get("what", ""), form.cleaned_data["sure"])
        if not problem:
            return redirect(here) if link else redirect(here, booking.pk)
    booking.refresh_from_db()
    session = booking.session
    context = {
        "booking": booking, "session": session, "kind": kind, "link": link, "problem": problem,
        "form": SureForm(question=kind.question, initial={"sure": booking.after if booking.came else booking.before}),
        "number": actions.number_in_line(booking) if booking.state == Place.WAITING else 0,
        "certificate": certificates.of_booking(booking),
    }  # fmt: skip
    return render(request, "people/booking/place.html", context, status=422 if problem else 200)


def _done(booking: Booking, what: str, sure: int | None) -> str:
    """What is wrong, in words; "" when it is done. Pressed twice, it is done once."""
    try:
        if what == "book":
            actions.prove(booking, before=sure)
        elif what == "yes":
            actions.take_offer(booking)
        elif what == "cancel":
            actions.cancel(booking)
        elif what == "sure" and sure:
            actions.feel(booking, sure=sure)
        else:
            return _("Choose one of the five numbers.") if what == "sure" else _("Press one of the buttons.")
    except actions.NotOpen:
        return _("This training is not open any more. Please choose another one.")
    except actions.TooLate:
        return _("That place has gone to somebody else. Have a look for another date.")
    return ""
