"""Pages of the connector: the queue, the caseload, and one person."""

import uuid

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.db.models import Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from connect.audit.actions import saw
from connect.keyed import is_mine
from connect.people.access import may, requires
from connect.templatetags import look
from directory.models import Need, Service
from referrals import actions, introducing, matching
from referrals.belonging import Connection, Occasion
from referrals.forms import ContactForm, GiveBackForm, IntroduceForm
from referrals.models import ContactAttempt, Referral
from referrals.states import Answer, Purpose, Says, State

VIEWS = {"due": gettext_lazy("Needs something"), "new": gettext_lazy("New"), "everyone": gettext_lazy("Everyone")}


@requires("QUEUE")
@require_safe
@never_cache
def caseload(request: HttpRequest) -> HttpResponse:
    """Who needs something from this connector, what is due first; and who waits to be accepted."""
    view = request.GET.get("view", "due")
    mine = Referral.objects.caseload_of(request.user).still_open()
    queue = Referral.objects.waiting_in_queue_of(request.user)
    chosen = {"new": queue, "everyone": mine}.get(view, mine.exclude(next_step="") | queue)
    rows = list(_for_list(chosen)[:200])
    for row in rows:
        row.shown_name = row.name_for(request.user)
    saw(request, [row.person_id for row in rows])
    waiting = queue.count()
    counts = {"due": mine.exclude(next_step="").count() + waiting, "new": waiting, "everyone": mine.count()}
    tabs = [(name, label, counts[name], name == view) for name, label in VIEWS.items()]
    return render(request, "referrals/caseload.html", {"rows": rows, "tabs": tabs, "needs": _names()})


def _for_list(rows: QuerySet[Referral]) -> QuerySet[Referral]:
    return (
        rows.select_related("person", "ward")
        .prefetch_related("connections")
        .with_last_contact()
        .order_by("next_on", "submitted_at")
    )


def _names() -> dict[str, str]:
    return {need.code: str(need) for need in Need.objects.all()}


@requires("PERSON_NEED")
@require_safe
@never_cache
def person(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One person: who they are, what they want in their words, what is next, and what has happened."""
    return _person_page(request, _row(request, pk))


def _row(request: HttpRequest, pk: uuid.UUID) -> Referral:
    connections = Connection.objects.select_related("service").prefetch_related(
        Prefetch("occasions", Occasion.objects.order_by("starts_at").prefetch_related("attendances"))
    )
    rows = Referral.objects.visible_to(request.user).select_related("person", "ward", "team", "referrer", "connector")
    return get_object_or_404(rows.prefetch_related("consents", Prefetch("connections", connections)), pk=pk)


def _held(request: HttpRequest, pk: uuid.UUID) -> Referral:
    """For writing: somebody has accepted it. What waits in the queue can only be accepted or given back."""
    referral = _row(request, pk)
    if referral.connector_id is None:
        raise Http404
    return referral


def _person_page(request: HttpRequest, referral: Referral, contact: ContactForm | None = None) -> HttpResponse:
    saw(request, [referral.person_id])
    if referral.connector_id is None:
        context = {
            "referral": referral,
            "needs": _names(),
            "may_accept": referral.is_new and may(request.user, "CLAIM", "U"),
        }
        return render(request, "referrals/waiting.html", context)
    context = {
        "referral": referral,
        "person": referral.person,
        "needs": _names(),
        "events": referral.events.select_related("by", "attempt", "connection__service").order_by("-at"),
        "ideas": [(hit, IntroduceForm(initial={"service": hit.service.pk})) for hit in matching.ideas_for(referral)],
        "form": contact or ContactForm(),
        "may_introduce": referral.state in (State.CONTACTED, State.ACTIVE),
        "full": referral.agreed_to("full_messages"),
    }
    return render(request, "referrals/person.html", context, status=422 if contact else 200)


@requires("CLAIM", "U")
@require_POST
def accept(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    referral = get_object_or_404(Referral.objects.visible_to(request.user), pk=pk)
    if referral.connector_id == request.user.pk:
        return redirect("person", pk)  # pressed twice
    try:
        actions.accept(referral, by=request.user)
    except actions.ReferralError:
        return _taken(request)
    messages.success(request, _("Accepted. Next: ring them"))
    return redirect("person", pk)


def _taken(request: HttpRequest) -> HttpResponse:
    messages.error(request, _("A colleague has taken this referral a moment ago"))
    return redirect("caseload")


@requires("CLAIM", "U")
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def give_back(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Back to the worker who asked, with a reason they are told."""
    referral = get_object_or_404(Referral.objects.visible_to(request.user).select_related("person"), pk=pk)
    if not referral.can_move_to(State.RETURNED):  # pressed twice, or a colleague has accepted it meanwhile
        return redirect("caseload")
    saw(request, [referral.person_id])
    form = GiveBackForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.give_back(referral, by=request.user, why=form.cleaned_data["why"])
        except actions.ReferralError:
            return _taken(request)
        messages.success(request, _("Given back. The worker has been told why"))
        return redirect("caseload")
    status = 422 if form.is_bound else 200
    return render(request, "referrals/give_back.html", {"form": form, "referral": referral}, status=status)


@requires("CASE_NOTE", "C")
@require_POST
def contact(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Two taps and a sentence."""
    referral = _held(request, pk)
    form = ContactForm(request.POST)
    if not form.is_valid():
        return _person_page(request, referral, contact=form)
    said = {name: form.cleaned_data[name] for name in ("channel", "reached", "note")}
    try:
        with transaction.atomic():
            actions.record_contact(referral, **said, by=request.user, made=form.made_by(request))
    except IntegrityError:  # this key was used before
        if not is_mine(
            request, form, ContactAttempt.objects.filter(key=form.cleaned_data["key"], referral=referral).first()
        ):
            form.add_error(None, _("This note was saved before with other words. Reload the page to add another"))
            return _person_page(request, _row(request, pk), contact=form)
    messages.success(request, _("Saved"))
    return redirect("person", pk)


@requires("CONNECTION", "C")
@require_POST
def introduce(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """They said yes to this group: it expects them, and they are told when."""
    referral = _held(request, pk)
    form = IntroduceForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose a group from the list"))
        return redirect("person", pk)
    service = get_object_or_404(Service.objects.searchable(), pk=form.cleaned_data["service"])
    try:
        with transaction.atomic():
            occasion = introducing.introduce(referral, service=service, by=request.user, made=form.made_by(request))
    except introducing.NoSession:
        messages.error(request, _("That listing says no day. Ring the organiser and agree one"))
    except (actions.CannotMove, actions.SomebodyWasFaster, IntegrityError):
        messages.error(request, _("Not introduced: either that was sent before, or they have not been spoken to yet"))
    else:
        messages.success(request, _("Introduced. They are expected on %(day)s") % {"day": look.day(occasion.starts_at)})
    return redirect("person", pk)


@requires("ATTENDANCE", "U")
@require_POST
def heard(request: HttpRequest, pk: uuid.UUID, occasion_pk: uuid.UUID) -> HttpResponse:
    """What the connector knows about one session, beside what others said."""
    referral = _held(request, pk)
    occasion = get_object_or_404(
        Occasion.objects.select_related("connection", "referral"), pk=occasion_pk, referral=referral
    )
    if request.POST.get("answer") in (Answer.WENT, Answer.NOT):
        try:
            introducing.answer(occasion, said_by=Says.CONNECTOR, answer=request.POST["answer"], by=request.user)
        except introducing.TooEarly:
            messages.error(request, _("It has not begun yet"))
    return redirect("person", pk)


@requires("CONSENT", "U")
@require_POST
def take_back(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """They no longer agree to one of the things they had agreed to."""
    purpose = request.POST.get("purpose")
    if purpose in Purpose.values:
        actions.take_back(_held(request, pk), purpose=purpose, by=request.user)
        messages.success(request, _("Taken back. What rested on it and has not left yet will not leave"))
    return redirect("person", pk)
