"""Tasks on a person's page: add one, done, not done after all."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from connect.audit.actions import saw
from connect.keyed import is_mine
from connect.people.access import requires
from referrals.case import doing, page, views
from referrals.case.forms import TaskForm
from referrals.case.models import Task
from referrals.models import Referral


@requires("TASK", "C")
@views.posts
def add_task(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Somebody will do this by then."""
    referral = views.row_of(request, pk)
    views.held_row(request, pk)
    form = TaskForm(request.POST, owners=page.owners(referral, request.user))
    if not form.is_valid():
        return views.person_page(request, referral, task_form=form)
    said = {name: form.cleaned_data[name] for name in ("words", "owner", "due_on")}
    task = doing.add_task(referral, **said, by=request.user, made=form.made_by(request))
    if not is_mine(request, form, task):  # sent before, and changed since: what stands there is not this
        form.add_error("words", _("This was added before with other words. Reload the page to add another"))
        return views.person_page(request, referral, task_form=form)
    messages.success(request, _("Added to what is to be done"))
    return redirect(f"{referral.get_absolute_url()}#to-do")


@requires("TASK", "U")
@require_POST
def finish_task(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Done; the person's page offers to take that back."""
    task = _task(request, pk)
    if doing.finish_task(task, by=request.user):
        messages.success(request, _("Done: %(words)s") % {"words": task.words})
    return _back(request, task)


@requires("TASK", "U")
@require_POST
def undo_task(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Not done after all."""
    task = _task(request, pk)
    doing.undo_task(task)
    return _back(request, task)


def _task(request: HttpRequest, pk: uuid.UUID) -> Task:
    mine = Referral.objects.caseload_of(request.user)
    task = get_object_or_404(Task.objects.select_related("referral"), pk=pk, referral__in=mine)
    saw(request, [task.referral.person_id])
    return task


def _back(request: HttpRequest, task: Task) -> HttpResponse:
    """To the page the button stood on."""
    back = request.POST.get("back", "")
    if url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back.startswith("/"):
        return redirect(back)
    return redirect(f"{task.referral.get_absolute_url()}#to-do")
