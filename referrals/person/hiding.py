"""Pages about somebody who must not be found: asked for, set, who may know, what is sealed, and brought back by two."""

import uuid

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from connect.audit.actions import saw
from connect.forms import form_page
from connect.people.access import could, requires
from connect.people.models import Membership, User
from connect.people.roles import Role
from referrals.actions import ReferralError
from referrals.case.views import held_row, posts
from referrals.models import NamedReader, Referral, Restriction
from referrals.person import reading, restricting
from referrals.person.forms import AskRestrictForm, LiftForm, RestrictForm, WhereaboutsForm

_FASTER = gettext_lazy("A colleague was a moment faster: this is the list they set. Yours was not")
_HOLDS = gettext_lazy("Whoever has them in hand must be named. Give them to somebody else first, or name both")


@requires("RESTRICTED_SET", "C")
@form_page
@never_cache
def ask_restrict(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """A worker says that somebody they asked for must not be found; a connector or lead decides."""
    referral = get_object_or_404(Referral.objects.visible_to(request.user).select_related("person", "team"), pk=pk)
    saw(request, [referral.person_id])
    form = AskRestrictForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        restricting.ask(referral, why=form.cleaned_data["why"], by=request.user)
        messages.success(request, _("Asked for. The team decides today. Ring them if it cannot wait"))
        return redirect("referral", pk)
    context = {"referral": referral, "form": form}
    return render(request, "referrals/person/ask_restrict.html", context, status=422 if form.is_bound else 200)


@requires("RESTRICTED_SET", "U")
@form_page
@never_cache
def restrict(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Who may know of this person: nobody but those named here, from the moment it is set."""
    referral = held_row(request, pk)
    saw(request, [referral.person_id])
    restriction = reading.restriction_of(referral)
    if restriction and restriction.holds:
        return _named(request, referral, restriction)
    staff = _staff(referral)
    first = {"owner": request.user.pk, "why": restriction.why if restriction else None, "readers": _usual(referral)}
    if restriction and request.POST.get("do") == "turn_down":
        restricting.turn_down(restriction, by=request.user)
        messages.success(request, _("Not needed: that is written down, with your name"))
        return redirect("person", pk)
    form = RestrictForm(request.POST if request.method == "POST" else None, initial=first, staff=staff)
    if request.method == "POST" and form.is_valid() and _set(request, referral, form):
        return redirect("restrict", pk)
    context = {"referral": referral, "form": form, "asked": restriction, "person": referral.person}
    return render(request, "referrals/person/restrict.html", context, status=422 if form.is_bound else 200)


def _set(request: HttpRequest, referral: Referral, form: RestrictForm) -> bool:
    try:
        restricting.restrict(referral, by=request.user, **form.cleaned_data)
    except restricting.HolderStays:
        form.add_error("readers", _HOLDS)
        return False
    except restricting.HoldsAlready:
        messages.warning(request, _FASTER)
    else:
        messages.success(request, _("From now on only those named know of them. Nothing is written to them"))
    return True


def _staff(referral: Referral) -> QuerySet[User]:
    """Connectors and leads of the team."""
    rows = Membership.objects.current().filter(team=referral.team_id, role__in=[Role.CON, Role.TL])
    return User.objects.filter(pk__in=rows.values("user")).order_by("name")


def _usual(referral: Referral) -> list[uuid.UUID]:
    """Whoever holds them, and the leads of the team."""
    leads = Membership.objects.current().filter(team=referral.team_id, role=Role.TL)
    return [referral.connector_id, *leads.values_list("user_id", flat=True)]


def _named(request: HttpRequest, referral: Referral, restriction: Restriction) -> HttpResponse:
    staff = _staff(referral)
    if request.method == "POST":
        _change_list(request, referral, staff)
        gone = not Referral.objects.visible_to(request.user).filter(pk=referral.pk).exists()
        return redirect("caseload") if gone else redirect("restrict", referral.pk)
    readers = NamedReader.objects.filter(person=referral.person_id, ended_at=None).select_related("user", "named_by")
    context = {
        "referral": referral,
        "person": referral.person,
        "restriction": restriction,
        "readers": readers,
        "others": staff.exclude(pk__in=[one.user_id for one in readers]),
        "may_lift": could(request.user, "RESTRICTED_LIFT", "U"),
    }
    return render(request, "referrals/person/restricted.html", context)


def _change_list(request: HttpRequest, referral: Referral, staff: QuerySet[User]) -> None:
    """One name more or fewer, or another who answers for it; only among the team, or to take off the list."""
    asked, given = request.POST.get("do"), request.POST.get("user", "")
    if asked is None:  # the page that sets it, drawn before a colleague did
        messages.warning(request, _FASTER)
        return
    listed = NamedReader.objects.filter(person=referral.person_id, ended_at=None).values("user")
    known = (staff if asked == "name" else User.objects.filter(pk__in=listed)).filter(pk__in=[_uuid(given)])
    user = known.first()
    try:
        if user and asked == "name":
            restricting.name(referral.person_id, reader=user, by=request.user)
        elif user and asked == "owner":
            restricting.hand_to(referral.person_id, owner=user, by=request.user)
        elif user and asked == "unname":
            restricting.unname(referral.person_id, reader=user, by=request.user)
    except restricting.HolderStays:
        messages.error(request, _HOLDS)
    except restricting.OwnerStays:
        messages.error(request, _("Whoever answers for this stays named. Choose somebody else for that first"))


def _uuid(given: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(given)
    except ValueError:
        return None


@requires("RESTRICTED_PERSON", "R")
@posts
@never_cache
def reveal(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What is sealed, in this one page; that it was looked at is written down in the same transaction."""
    referral = _restricted(request, pk)
    where = restricting.reveal(referral.person_id)
    form = WhereaboutsForm(initial=vars(where))
    return render(request, "referrals/person/reveal.html", {"referral": referral, "where": where, "form": form})


@requires("RESTRICTED_PERSON", "R")
@posts
@never_cache
def whereabouts(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Another address or number, sealed like the one before."""
    referral = _restricted(request, pk)
    form = WhereaboutsForm(request.POST)
    if not form.is_valid():
        context = {"referral": referral, "where": None, "form": form}
        return render(request, "referrals/person/reveal.html", context, status=422)
    try:
        restricting.change_whereabouts(referral.person_id, where=restricting.Where(**form.cleaned_data))
    except restricting.ChangedMeanwhile:
        return _as_it_stands(request, referral, form)
    messages.success(request, _("Sealed"))
    return redirect("person", pk)


def _as_it_stands(request: HttpRequest, referral: Referral, form: WhereaboutsForm) -> HttpResponse:
    """What a colleague sealed meanwhile, beside what was typed; nothing has been written."""
    where = restricting.reveal(referral.person_id)
    again = WhereaboutsForm({**form.cleaned_data, "seen": where.seen})
    again.is_valid()
    again.add_error(None, _("A colleague changed this meanwhile. Theirs stands above; send yours again if it is right"))
    context = {"referral": referral, "where": where, "form": again}
    return render(request, "referrals/person/reveal.html", context, status=409)


def _restricted(request: HttpRequest, pk: uuid.UUID) -> Referral:
    referral = held_row(request, pk)
    if not referral.person.restricted:
        raise Http404
    saw(request, [referral.person_id])
    return referral


@requires("RESTRICTED_LIFT", "U")
@form_page
@never_cache
def restrictions(request: HttpRequest) -> HttpResponse:
    """Who is restricted, without saying who: since when, who answers for it, and what waits for a second person."""
    rows = reading.restrictions_for(request.user).select_related("owner", "lift_asked_by", "asked_by", "set_by")
    return render(request, "referrals/person/restrictions.html", {"rows": rows})


@requires("RESTRICTED_LIFT", "U")
@form_page
@never_cache
def lift(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Two people, one after the other: the first says why it is safe, the second agrees."""
    row = get_object_or_404(reading.restrictions_for(request.user).select_related("owner", "lift_asked_by"), pk=pk)
    is_second = row.lift_asked_by_id not in (None, request.user.pk)
    form = LiftForm(request.POST if request.POST.get("do") == "ask" else None)
    if request.POST.get("do") == "ask" and form.is_valid():
        restricting.ask_to_lift(row.person_id, why=form.cleaned_data["why"], by=request.user)
        messages.success(request, _("Asked. A second lead, or the data protection officer, has to agree"))
        return redirect("restrictions")
    if request.POST.get("do") == "agree":
        return _lifted(request, row)
    context = {"row": row, "form": form, "is_second": is_second}
    return render(request, "referrals/person/lift.html", context, status=422 if form.is_bound else 200)


def _lifted(request: HttpRequest, row: Restriction) -> HttpResponse:
    try:
        restricting.lift(row.person_id, by=request.user)
    except ReferralError:
        messages.error(request, _("Whoever asked cannot be the one who agrees: a second person has to"))
        return redirect("lift_restriction", row.pk)
    messages.success(request, _("Lifted. Ask them what is safe before anything is written to them"))
    return redirect("restrictions")
