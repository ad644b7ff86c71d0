"""Miles that volunteers drove: what each may claim for a month, on a page and as a file."""

import csv
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Count, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.audit.actions import exported
from connect.people.access import requires
from connect.people.models import User
from referrals.befriending import reading
from referrals.befriending.models import BefriendingRules

MONTHS = 6
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would take for one


@dataclass(frozen=True)
class Claim:
    """One volunteer's month. Whom they drove to stands nowhere in it."""

    volunteer: uuid.UUID
    name: str
    visits: int
    miles: int
    pence: int

    @property
    def pounds(self) -> Decimal:
        return Decimal(self.miles * self.pence) / 100


def claims(user: User, month: date) -> list[Claim]:
    """By volunteer, for whoever drove at all."""
    after = (month.replace(day=28) + timedelta(days=4)).replace(day=1)
    pence = BefriendingRules.of(user.acting.team_id).pence_a_mile
    rows = reading.visits(user).filter(on__gte=month, on__lt=after, miles__gt=0)
    found = rows.values("match__volunteer", "match__volunteer__name").annotate(n=Count("pk"), miles=Sum("miles"))
    return [
        Claim(one["match__volunteer"], one["match__volunteer__name"], one["n"], one["miles"], pence)
        for one in found.order_by("match__volunteer__name")
    ]  # fmt: skip


def months() -> list[date]:
    first, found = timezone.localdate().replace(day=1), []
    for _one in range(MONTHS):
        found.append(first)
        first = (first - timedelta(days=1)).replace(day=1)
    return found


@requires("BEFRIENDING_MILEAGE")
@require_safe
@never_cache
def befriending_mileage(request: HttpRequest) -> HttpResponse:
    """One month; the last six are a press away."""
    month = _asked(request)
    found = claims(request.user, month)
    if request.GET.get("as") == "csv":
        exported(request)
        return _file(month, found)
    context = {"month": month, "months": months(), "claims": found}
    context |= {"miles": sum(one.miles for one in found), "pounds": sum((one.pounds for one in found), Decimal())}
    return render(request, "referrals/befriending/mileage.html", context)


def _asked(request: HttpRequest) -> date:
    known = {f"{one:%Y-%m}": one for one in months()}
    return known.get(request.GET.get("month", ""), months()[0])


def _file(month: date, found: Iterable[Claim]) -> HttpResponse:
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="mileage-{month:%Y-%m}.csv"'
    response.write("\ufeff")
    rows = csv.writer(response)
    rows.writerow([_("Month"), _("Volunteer"), _("Visits"), _("Miles"), _("Pence a mile"), _("Claim in pounds")])
    for one in found:
        rows.writerow([f"{month:%Y-%m}", _plain(one.name), one.visits, one.miles, one.pence, f"{one.pounds:.2f}"])
    return response


def _plain(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text
