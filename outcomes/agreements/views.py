"""One page: the agreements there are, a form for one more, a button to end one."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from connect.forms import form_page
from connect.people.access import requires
from outcomes.agreements import actions
from outcomes.agreements.forms import AgreementForm
from outcomes.figures.models import Agreement


@requires("EXACT_FIGURES", "U")
@form_page
@never_cache
def agreements(request: HttpRequest) -> HttpResponse:
    form = AgreementForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.agree(by=request.user, **form.cleaned_data)
        messages.success(request, _("Entered: what is frozen from its first day on is exact for that area"))
        return redirect("agreements")
    rows = Agreement.objects.select_related("agreed_by")[:200]
    context = {"form": form, "rows": rows, "today": timezone.localdate()}
    return render(request, "outcomes/agreements/agreements.html", context, status=422 if form.is_bound else 200)


@requires("EXACT_FIGURES", "U")
@require_POST
def end_agreement(request: HttpRequest, pk: UUID) -> HttpResponse:
    actions.end(get_object_or_404(Agreement, pk=pk), on=timezone.localdate())
    messages.success(request, _("Ended: what is frozen from now on is rounded again"))
    return redirect("agreements")
