"""Organisations, schemes and teams: the list of each, a new one, one changed."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.audit.actions import rights_changed
from connect.forms import form_page
from connect.people.access import could, requires, scope_of
from connect.people.models import Membership, Organisation, Scheme, Team, User
from connect.people.roles import Role
from connect.people.running.forms import OrganisationForm, SchemeForm, TeamForm
from connect.people.running.keeping import KeptForm, keep
from connect.places.models import Area

NOW = Q(memberships__ends_at=None, memberships__suspended_at=None)


def bodies_seen_by(user: User, verb: str = "R") -> QuerySet[Organisation]:
    within = scope_of(user, "ORGANISATION", verb)
    if within is None:
        return Organisation.objects.none()
    return Organisation.objects.filter(**({} if within == "" else {"pk": user.acting.organisation_id}))


def schemes_seen_by(user: User, verb: str = "R") -> QuerySet[Scheme]:
    """A lead's own team's scheme; an administrator's are all."""
    within = scope_of(user, "SCHEME", verb)
    if within is None:
        return Scheme.objects.none()
    return Scheme.objects.filter(**({} if within == "" else {"teams": user.acting.team_id})).distinct()


def teams_seen_by(user: User, verb: str = "R") -> QuerySet[Team]:
    within = scope_of(user, "TEAM", verb)
    if within is None:
        return Team.objects.none()
    return Team.objects.filter(**({} if within == "" else {"pk": user.acting.team_id}))


@requires("ORGANISATION")
@require_safe
@never_cache
def bodies(request: HttpRequest) -> HttpResponse:
    rows = bodies_seen_by(request.user).annotate(members=Count("memberships", filter=NOW, distinct=True))
    context = {"rows": rows.order_by("name"), "may_add": could(request.user, "ORGANISATION", "C")}
    return render(request, "people/running/bodies.html", context)


@requires("ORGANISATION", "C")
@form_page
@never_cache
def body_new(request: HttpRequest) -> HttpResponse:
    return _form(request, OrganisationForm, Organisation(), _("A new organisation"), "bodies")


@requires("ORGANISATION", "U")
@form_page
@never_cache
def body(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    found = get_object_or_404(_held(request, bodies_seen_by(request.user, "U")), pk=pk)
    return _form(request, OrganisationForm, found, found.name, "bodies")


@requires("SCHEME")
@require_safe
@never_cache
def schemes(request: HttpRequest) -> HttpResponse:
    rows = schemes_seen_by(request.user).select_related("organisation").annotate(team_count=Count("teams"))
    context = {
        "rows": rows,
        "may_add": could(request.user, "SCHEME", "C"),
        "may_change": could(request.user, "SCHEME", "U"),
    }
    return render(request, "people/running/schemes.html", context)


@requires("SCHEME", "C")
@form_page
@never_cache
def scheme_new(request: HttpRequest) -> HttpResponse:
    return _form(request, SchemeForm, Scheme(), _("A new scheme"), "schemes", "people/running/scheme.html")


@requires("SCHEME", "U")
@form_page
@never_cache
def scheme(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    found = get_object_or_404(_held(request, Scheme.objects.filter(pk__in=schemes_seen_by(request.user, "U"))), pk=pk)
    return _form(request, SchemeForm, found, found.name, "schemes", "people/running/scheme.html")


@requires("SCHEME", "C")
@require_POST
def scheme_shut(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """It takes nobody new, or does again; whom it helps already it goes on helping."""
    found = get_object_or_404(schemes_seen_by(request.user, "U"), pk=pk)
    closed_at = None if found.closed_at else timezone.now()
    Scheme.objects.filter(pk=found.pk).update(closed_at=closed_at)
    rights_changed(what="kept scheme", about=found.pk, by=request.user, detail="closed" if closed_at else "opened")
    messages.success(request, _("It takes nobody new from now on") if closed_at else _("It takes people again"))
    return redirect("schemes")


@requires("TEAM")
@require_safe
@never_cache
def teams(request: HttpRequest) -> HttpResponse:
    """Each team with its wards; first, the wards where nobody would come."""
    working = NOW & Q(memberships__role=Role.CON, memberships__user__is_active=True)
    rows = teams_seen_by(request.user).select_related("scheme", "organisation").prefetch_related("areas")
    context = {
        "rows": rows.annotate(connectors=Count("memberships", filter=working, distinct=True)).order_by("name"),
        "left": wards_left() if scope_of(request.user, "TEAM") == "" else [],
        "may_add": could(request.user, "TEAM", "C"),
        "may_change": could(request.user, "TEAM", "U"),
    }
    return render(request, "people/running/teams.html", context)


def wards_left() -> list[Area]:
    """Wards that no team of an open scheme serves, or whose team has nobody to connect people."""
    there = Membership.objects.current().filter(role__in=[Role.CON, Role.TL]).values("team")
    served = Team.objects.filter(scheme__closed_at=None, pk__in=there).values("areas")
    return list(Area.objects.filter(kind=Area.Kind.WARD).exclude(pk__in=served.exclude(areas=None)).order_by("name"))


@requires("TEAM", "C")
@form_page
@never_cache
def team_new(request: HttpRequest) -> HttpResponse:
    return _form(request, TeamForm, Team(), _("A new team"), "teams")


@requires("TEAM", "U")
@form_page
@never_cache
def team(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    found = get_object_or_404(_held(request, teams_seen_by(request.user, "U")), pk=pk)
    return _form(request, TeamForm, found, found.name, "teams")


def _held(request: HttpRequest, rows: QuerySet) -> QuerySet:
    """While one saves, the other waits, and is then shown what the first has changed."""
    return rows.select_for_update(of=("self",)) if request.method == "POST" else rows


def _form(
    request: HttpRequest, form_class: Callable[..., KeptForm], row: object, title: str, back: str,
    template: str = "people/running/form.html",
) -> HttpResponse:  # fmt: skip
    form = form_class(request.POST if request.method == "POST" else None, instance=row)
    if request.method == "POST" and form.is_valid():
        if isinstance(row, Team) and row._state.adding:
            form.instance.organisation = form.cleaned_data["scheme"].organisation
        keep(form, by=request.user)
        messages.success(request, _("Saved"))
        return redirect(back)
    context = {"form": form, "title": title, "back": back, "row": row}
    return render(request, template, context, status=422 if form.is_bound else 200)
