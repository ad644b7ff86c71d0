"""Who receives what comes from where no team serves: one team a scheme and area, up the tree; the nearest first."""

import uuid

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from connect.audit.actions import rights_changed
from connect.forms import Form, form_page
from connect.people.access import may, requires
from connect.people.models import Team, User
from connect.people.running.bodies import wards_left
from connect.people.running.models import DefaultTeam
from connect.places.models import Area

WIDEST_FIRST = [Area.Kind.REGION, Area.Kind.AUTHORITY, Area.Kind.WARD]


def up_from(area: Area) -> list[Area]:
    """The area, then what it lies in, and so on."""
    found = [area]
    while found[-1].parent_id:
        found.append(found[-1].parent)
    return found


def for_area(area: Area) -> list[Team]:
    """Teams that receive what nobody serves there, the nearest area's first; of each scheme the nearest one."""
    near = {one.pk: steps for steps, one in enumerate(up_from(area))}
    rows = DefaultTeam.objects.filter(area__in=near, scheme__closed_at=None)
    found: dict[object, DefaultTeam] = {}
    for row in sorted(rows.select_related("team__organisation", "team__scheme"), key=lambda one: near[one.area_id]):
        found.setdefault(row.scheme_id, row)
    return [row.team for row in found.values()]


@transaction.atomic
def set_default(area: Area, *, team: Team, by: User) -> DefaultTeam:
    """Set twice it is there once; another team of the same scheme takes its place."""
    now = {"team": team, "set_by": by, "set_at": timezone.now()}
    row, _new = DefaultTeam.objects.update_or_create(area=area, scheme=team.scheme, defaults=now)
    rights_changed(what="default team", about=team.pk, by=by, detail=f"a:{area.code}")
    return row


@transaction.atomic
def take_away(row: DefaultTeam, *, by: User) -> None:
    rights_changed(what="no default team", about=row.team_id, by=by, detail=f"a:{row.area.code}")
    row.delete()


class AreaField(forms.ModelChoiceField):
    def label_from_instance(self, area: Area) -> str:
        return f"{area.name} ({area.get_kind_display()})"


class TeamField(forms.ModelChoiceField):
    def label_from_instance(self, team: Team) -> str:
        return f"{team.name} ({team.scheme})"


class DefaultForm(Form):
    area = AreaField(
        Area.objects.exclude(kind=Area.Kind.LSOA).order_by("-kind", "name"),
        label=gettext_lazy("From where"),
        help_text=gettext_lazy("A whole authority or region holds for every ward in it that no team serves"),
        empty_label=gettext_lazy("Choose"),
        error_messages={"required": gettext_lazy("Choose an area")},
    )
    team = TeamField(
        Team.objects.filter(scheme__closed_at=None).select_related("scheme").order_by("name"),
        label=gettext_lazy("Which team receives it"),
        empty_label=gettext_lazy("Choose"),
        error_messages={"required": gettext_lazy("Choose a team")},
    )


@requires("DEFAULT_TEAM")
@form_page
@never_cache
def default_teams(request: HttpRequest) -> HttpResponse:
    """Wards that nobody serves, and where what comes from them goes; one more, for those who may."""
    may_add = may(request.user, "DEFAULT_TEAM", "C")
    form = DefaultForm(request.POST if request.method == "POST" and may_add else None)
    if form.is_valid():
        row = set_default(form.cleaned_data["area"], team=form.cleaned_data["team"], by=request.user)
        said = {"team": row.team.name, "area": row.area.name}
        messages.success(request, _("%(team)s receives what comes from %(area)s and no team serves") % said)
        return redirect("default_teams")
    rows = DefaultTeam.objects.select_related("area", "team", "scheme").order_by("area__name", "scheme__name")
    context = {
        "rows": sorted(rows, key=lambda row: WIDEST_FIRST.index(row.area.kind)),
        "left": [(ward, for_area(ward)) for ward in wards_left()[:100]],
        "form": form,
        "may_add": may_add,
    }
    return render(request, "people/running/default_teams.html", context, status=422 if form.is_bound else 200)


@requires("DEFAULT_TEAM", "D")
@require_POST
def default_team_away(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    row = get_object_or_404(DefaultTeam.objects.select_related("area", "team"), pk=pk)
    take_away(row, by=request.user)
    messages.success(request, _("Taken away. Who lives where no team serves is told to ring us"))
    return redirect("default_teams")
