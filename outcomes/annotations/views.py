"""What happened meanwhile: all lines beside the figures, one more, and one taken back."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from connect.forms import form_page
from connect.people.access import may, requires
from outcomes.annotations import actions
from outcomes.annotations.forms import AnnotationForm
from outcomes.annotations.models import Annotation

LISTED = 200


@requires("REPORT_NOTE", "R")
@form_page
@never_cache
def annotations(request: HttpRequest) -> HttpResponse:
    may_write = may(request.user, "REPORT_NOTE", "C")
    form = AnnotationForm(request.POST if request.method == "POST" else None, user=request.user) if may_write else None
    if form and form.is_valid():
        actions.write(form.chosen_place, **form.said, by=request.user, made=form.made_by(request))
        messages.success(request, _("It stands beside the figures now"))
        return redirect("annotations")
    rows = Annotation.objects.visible_to(request.user).standing().order_by("-month", "place_name")
    context = {
        "rows": list(rows.select_related("made_by")[:LISTED]),
        "form": form,
        "may_take_back": may(request.user, "REPORT_NOTE", "U"),
    }
    status = 422 if form and form.is_bound else 200
    return render(request, "outcomes/annotations/annotations.html", context, status=status)


@requires("REPORT_NOTE", "U")
@require_POST
def annotation_back(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    row = get_object_or_404(Annotation.objects.visible_to(request.user), pk=pk)
    actions.take_back(row, by=request.user)
    messages.success(request, _("Taken back. It stands beside no figures any more"))
    return redirect("annotations")
