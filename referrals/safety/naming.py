"""Who leads on safeguarding, for a team or a whole scheme: named by a lead who proves who they are."""

import uuid

from django import forms
from django.contrib import messages
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.forms import Form, form_page
from connect.people.access import requires
from connect.people.models import Membership, Team, User
from connect.people.roles import Role
from referrals.safety.models import SafeguardingLead


class NameForm(Form):
    user = forms.ModelChoiceField(
        label=gettext_lazy("Who"),
        queryset=User.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose who it is")},
    )
    whole = forms.BooleanField(label=gettext_lazy("For every team of the scheme that names nobody"), required=False)

    def __init__(self, *args: object, team: Team, **kwargs: object):
        super().__init__(*args, **kwargs)
        leading = Membership.objects.current().filter(role=Role.TL, team__scheme=team.scheme_id)
        self.fields["user"].queryset = User.objects.filter(memberships__in=leading).order_by("name").distinct()


@requires("CONCERN_LEAD", "R")
@require_safe
@never_cache
def safeguarding_leads(request: HttpRequest) -> HttpResponse:
    """Who hears of concerns in this scheme, and who stands in where nobody is named."""
    return _page(request, NameForm(team=_team(request)))


def _page(request: HttpRequest, form: NameForm) -> HttpResponse:
    context = {"named": list(_named(request).select_related("user", "team")), "form": form, "team": _team(request)}
    return render(request, "referrals/safety/safeguarding_leads.html", context, status=422 if form.is_bound else 200)


def _team(request: HttpRequest) -> Team:
    return get_object_or_404(Team.objects.select_related("scheme"), pk=request.user.acting.team_id)


def _named(request: HttpRequest) -> QuerySet[SafeguardingLead]:
    return SafeguardingLead.objects.filter(scheme=_team(request).scheme_id, ended_at=None)


@requires("CONCERN_LEAD", "C")
@form_page
@never_cache
def name_lead(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return redirect("safeguarding_leads")
    team = _team(request)
    form = NameForm(request.POST, team=team)
    if not form.is_valid():
        return _page(request, form)
    chosen = form.cleaned_data
    try:
        with transaction.atomic():
            SafeguardingLead.objects.create(
                scheme=team.scheme, team=None if chosen["whole"] else team, user=chosen["user"], named_by=request.user
            )
    except IntegrityError:
        messages.warning(request, _("They lead on it already"))
    else:
        messages.success(request, _("Named. They read what somebody tells us from now on"))
    return redirect("safeguarding_leads")


@requires("CONCERN_LEAD", "C")
@form_page
def end_lead(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Somebody leads on it no more; what they have read stands."""
    found = get_object_or_404(_named(request), pk=pk)
    if request.method == "POST":
        SafeguardingLead.objects.filter(pk=found.pk).update(ended_at=timezone.now())
        messages.success(request, _("Ended"))
    return redirect("safeguarding_leads")
