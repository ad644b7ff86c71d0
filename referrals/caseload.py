"""Pages of the connector: the queue, the caseload, and one person."""

import uuid
from collections.abc import Callable, Sequence
from functools import partial, wraps

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.db.models import Count, F, Prefetch, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.keyed import is_mine
from connect.people.access import may, requires
from connect.templatetags import look
from directory.models import Need, Service
from referrals import actions, introducing, matching, telling
from referrals.belonging import Connection, Occasion
from referrals.forms import ContactForm, IntroduceForm, WhyForm
from referrals.models import ContactAttempt, Referral
from referrals.states import Answer, Closed, Next, Purpose, Returned, Says, State

ON_THEIR_WAY = Q(next_step=Next.SESSION)
VIEWS = {
    "due": gettext_lazy("Needs something"),
    "new": gettext_lazy("New"),
    "way": gettext_lazy("On their way"),
    "everyone": gettext_lazy("Everyone"),
}


@requires("QUEUE")
@require_safe
@never_cache
def caseload(request: HttpRequest) -> HttpResponse:
    """Who needs something from this connector, what is due first; and who waits to be accepted."""
    mine = Referral.objects.caseload_of(request.user).still_open()
    queue = Referral.objects.waiting_in_queue_of(request.user)
    parts = {
        "due": mine.exclude(ON_THEIR_WAY) | queue,
        "new": queue,
        "way": mine.filter(ON_THEIR_WAY),
        "everyone": mine | queue,
    }
    view = request.GET.get("view") if request.GET.get("view") in parts else "due"
    rows = list(_for_list(parts[view])[:200])
    for row in rows:
        row.shown_name = row.name_for(request.user)
    saw(request, [row.person_id for row in rows])
    counts = parts["everyone"].aggregate(
        everyone=Count("pk"), new=Count("pk", filter=Q(state=State.SUBMITTED)), way=Count("pk", filter=ON_THEIR_WAY)
    )
    counts["due"] = counts["everyone"] - counts["way"]
    tabs = [(name, label, counts[name], name == view) for name, label in VIEWS.items()]
    return render(request, "referrals/caseload.html", {"rows": rows, "tabs": tabs, "needs": _names()})


def _for_list(rows: QuerySet[Referral]) -> QuerySet[Referral]:
    return (
        rows.select_related("person", "ward", "connector")
        .prefetch_related("connections")
        .with_last_contact()
        .order_by(F("next_on").asc(nulls_first=True), "submitted_at")
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
    rows = Referral.objects.visible_to(request.user).select_related(
        "person", "ward", "team__organisation", "referrer", "connector", "referring_organisation", "outsider"
    )
    return get_object_or_404(rows.prefetch_related("consents", Prefetch("connections", connections)), pk=pk)


def _held(request: HttpRequest, pk: uuid.UUID) -> Referral:
    """For writing: somebody has accepted it. What waits in the queue can only be accepted or given back.

    Without all that the person page draws; whoever draws it asks for `_row`.
    """
    rows = Referral.objects.visible_to(request.user).exclude(connector=None)
    return get_object_or_404(rows.select_related("person", "team__organisation"), pk=pk)


def _person_page(request: HttpRequest, referral: Referral, contact: ContactForm | None = None) -> HttpResponse:
    saw(request, [referral.person_id])
    if referral.connector_id is None:
        context = {
            "referral": referral,
            "needs": _names(),
            "may_accept": referral.is_new and may(request.user, "CLAIM", "U"),
        }
        return render(request, "referrals/waiting.html", context)
    words = request.GET.get("q", "")[:200]
    context = {
        "referral": referral,
        "words": words,
        "can_write": telling.can_write_to(referral),
        "person": referral.person,
        "needs": _names(),
        "events": referral.events.select_related("by", "attempt", "connection__service").order_by("-at"),
        "ideas": matching.ideas_for(referral, words),
        "form": contact or ContactForm(),
        "may_introduce": referral.state in (State.CONTACTED, State.ACTIVE),
        "full": referral.agreed_to(Purpose.FULL_MESSAGES),
    }
    return render(request, "referrals/person.html", context, status=422 if contact else 200)


def posts(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For pages that only a button reaches: whoever comes by their address is led to the person, not to an error."""

    @wraps(view)
    def posted(request: HttpRequest, pk: uuid.UUID, **more: object) -> HttpResponse:
        return view(request, pk, **more) if request.method == "POST" else redirect("person", pk)

    return form_page(posted)


@requires("CLAIM", "U")
@posts
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
@form_page
@never_cache
def give_back(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Back to the worker who asked, with a reason they are told."""
    referral = get_object_or_404(Referral.objects.visible_to(request.user).select_related("person"), pk=pk)
    if not referral.can_move_to(State.RETURNED):  # pressed twice, or a colleague has accepted it meanwhile
        return redirect("caseload")
    saw(request, [referral.person_id])
    title, button = _("Give the referral back"), _("Give back and tell the worker")
    label = _("Why does it go back?")
    done = partial(actions.give_back, referral, by=request.user)
    return _for_a_reason(request, referral, Returned.choices, label, done, title=title, button=button)


@requires("REFERRAL_CLOSE", "U")
@form_page
@never_cache
def close(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Nothing more is done: they go on their own account now, or asked us to stop, or something else."""
    referral = _held(request, pk)
    saw(request, [referral.person_id])
    if not referral.can_move_to(State.CLOSED):
        return redirect("person", pk)
    done = partial(actions.close, referral, by=request.user)
    words = {"title": _("Finish"), "button": _("Finish, and write nothing more to them")}
    return _for_a_reason(request, referral, Closed.choices, _("Why is it finished?"), done, **words)


def _for_a_reason(
    request: HttpRequest,
    referral: Referral,
    reasons: Sequence[tuple[str, str]],
    label: str,
    done: Callable[..., object],
    **words: str,
) -> HttpResponse:
    """One question with a list of reasons; then what was asked for is done, and the list of people is next."""
    form = WhyForm(request.POST if request.method == "POST" else None, reasons=reasons, label=label)
    if request.method == "POST" and form.is_valid():
        try:
            done(why=form.cleaned_data["why"])
        except actions.ReferralError:
            return _taken(request)
        messages.success(request, _("Done"))
        return redirect("caseload")
    context = {"form": form, "referral": referral, **words}
    return render(request, "referrals/why.html", context, status=422 if form.is_bound else 200)


@requires("CASE_NOTE", "C")
@posts
def contact(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Two taps and a sentence."""
    referral = _held(request, pk)
    form = ContactForm(request.POST)
    if not form.is_valid():
        return _person_page(request, _row(request, pk), contact=form)
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
@form_page
@never_cache
def introduce(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """They said yes to this group: look once more at who, where and which day; then all are told."""
    referral = _held(request, pk)
    service = _service(request)
    initial, sessions = {"service": service.pk}, introducing.coming(service)
    form = IntroduceForm(request.POST if request.method == "POST" else None, initial=initial, sessions=sessions)
    if request.method == "POST" and form.is_valid() and _introduced(request, referral, service, form):
        return redirect("person", pk)
    saw(request, [referral.person_id])
    context = {"referral": referral, "service": service, "form": form, "sessions": sessions}
    context["can_write"] = telling.can_write_to(referral)
    return render(request, "referrals/introduce.html", context, status=422 if form.is_bound else 200)


def _service(request: HttpRequest) -> Service:
    try:
        asked = uuid.UUID(request.POST.get("service") or request.GET.get("service", ""))
    except ValueError as error:
        raise Http404 from error
    now = Service.objects.leading_to([asked]).get(asked, asked)  # made one with another since the page was drawn
    return get_object_or_404(Service.objects.searchable(), pk=now)


def _introduced(request: HttpRequest, referral: Referral, service: Service, form: IntroduceForm) -> bool:
    """True when the page has done its work; otherwise the form says why not."""
    chosen, made = form.cleaned_data["starts_at"], form.made_by(request)
    try:
        with transaction.atomic():
            occasion = introducing.introduce(referral, service=service, by=request.user, made=made, starts_at=chosen)
    except introducing.NoSession:
        form.add_error(None, _("That listing says no such day. Ring the organiser and agree one"))
        return False
    except (actions.ReferralError, IntegrityError):
        form.add_error(None, _("Not introduced: either that was sent before, or they have not been spoken to yet"))
        return False
    messages.success(request, _("Introduced. They are expected on %(day)s") % {"day": look.day(occasion.starts_at)})
    if not telling.can_write_to(referral):
        messages.warning(request, _("No text or e-mail can go to them: ring them with the day"))
    return True


@requires("ATTENDANCE", "U")
@posts
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
@posts
def take_back(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """They no longer agree to one of the things they had agreed to."""
    purpose = request.POST.get("purpose")
    if purpose in Purpose.values:
        actions.take_back(_held(request, pk), purpose=purpose, by=request.user)
        messages.success(request, _("Taken back. What rested on it and has not left yet will not leave"))
    return redirect("person", pk)
