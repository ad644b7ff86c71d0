"""The lead's list: what was escalated, and who went back unanswered until somebody says who looks after them."""

import uuid

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.people.access import could, requires
from connect.people.models import User
from referrals.life import lateness
from referrals.life.forms import SettleForm
from referrals.life.models import Late
from referrals.life.states import Level
from referrals.models import Referral


def unsettled(user: User) -> QuerySet[Late]:
    """Urgent first, then what has been late longest."""
    rows = Late.objects.filter(level__in=[Level.ESCALATED, Level.RETURNED], settled_at=None)
    rows = rows.filter(referral__in=Referral.objects.visible_to(user))
    about = ("referral__person", "referral__ward", "referral__connector")
    return rows.select_related(*about).order_by("-referral__urgent", "was_due", "pk")


@requires("ESCALATED")
@require_safe
@never_cache
def escalated(request: HttpRequest) -> HttpResponse:
    rows = list(unsettled(request.user)[:200])
    saw(request, [row.referral.person_id for row in rows])
    back = [row for row in rows if row.level == Level.RETURNED]
    context = {
        "late": [row for row in rows if row.level == Level.ESCALATED],
        "back": back,
        "number": len(rows),
        "may_assign": could(request.user, "REASSIGN", "U"),
    }
    return render(request, "referrals/life/escalated.html", context)


@requires("ESCALATED", "U")
@form_page
@never_cache
def settle(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Somebody confirms who looks after the person now; until then they stay on the list."""
    late = get_object_or_404(unsettled(request.user), pk=pk, level=Level.RETURNED)
    saw(request, [late.referral.person_id])
    form = SettleForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        lateness.confirm(late, by=request.user, **form.cleaned_data)
        messages.success(request, _("Written down. They are off the list"))
        return redirect("escalated")
    context = {"form": form, "late": late, "referral": late.referral}
    return render(request, "referrals/life/settle.html", context, status=422 if form.is_bound else 200)
