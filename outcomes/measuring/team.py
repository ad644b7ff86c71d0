"""The page on which a team reads what changed for its own people: numbers with their doubts beside them."""

from datetime import date

from dateutil.relativedelta import relativedelta
from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.forms import Form
from connect.people.access import requires
from connect.people.roles import Role
from outcomes.measuring import comparing, together, words
from outcomes.measuring.together import Changed

A_YEAR = relativedelta(years=1)
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
REACHED = {
    "meaningful_1sem": _("as much as one standard error of the measure, which published work calls meaningful"),
    "reliable_2_77sem": _("more than the measure’s own wobble explains, by published work"),
    "important_3pt": _("as much as its authors call important for one person"),
}


class PeriodForm(Form):
    begins = forms.DateField(label=_("From"), widget=DAY, error_messages={"invalid": _("Choose a day")})
    ends = forms.DateField(label=_("Until"), widget=DAY, error_messages={"invalid": _("Choose a day")})

    def clean(self) -> dict[str, object]:
        said = super().clean()
        if said.get("begins") and said.get("ends") and said["begins"] >= said["ends"]:
            self.add_error("ends", _now("Choose a day after the first"))
        return said


@requires("MEASURE")
@require_safe
@never_cache
def team_change(request: HttpRequest) -> HttpResponse:
    """Of the reader's own people; for the lead, of the whole team's. It names nobody."""
    today = timezone.localdate()
    usual = {"begins": today - A_YEAR, "ends": today}
    asked = "begins" in request.GET or "ends" in request.GET
    form = PeriodForm(request.GET if asked else None, initial=usual)
    period = form.cleaned_data if asked and form.is_valid() else usual
    rows, outside = together.changed(request.user, period["begins"], _until(period["ends"]))
    context = {
        "form": form, "begins": period["begins"], "ends": period["ends"], "outside": outside,
        "rows": [_told(row) for row in rows], "caption": comparing.CAPTION,
        "whole_team": request.user.acting.role == Role.TL,
    }  # fmt: skip
    return render(request, "outcomes/measuring/team.html", context, status=422 if asked and form.errors else 200)


def _until(day: date) -> date:
    return day + relativedelta(days=1)


def _told(row: Changed) -> dict[str, object]:
    """What the page says of one line; nothing in numbers where there are fewer than eight pairs."""
    of = {one.key: one.label for one in words.script(row.instrument).questions} if row.item else {}
    shown = {"row": row, "label": of.get(row.item, ""), "told": row.told, "full": "mean_improvement" in row.told}
    reached = [(REACHED.get(name, ""), least, n) for name, least, n in row.reached]
    return shown | {"reached": reached, "indicative": row.told["status"] == "indicative"}
