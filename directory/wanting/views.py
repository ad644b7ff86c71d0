"""Where a listing's questions and papers are set: by an editor on the desk, by the organiser behind their link."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from connect.forms import Form, form_page
from connect.messaging.models import Link
from connect.messaging.views import holding
from connect.people.access import by_link, requires
from connect.people.models import User
from directory.keeping.your_listing import one_of
from directory.models import Document, Question, Service
from directory.wanting import actions
from directory.wanting.forms import DocumentForm, QuestionForm

ADDS: dict[str, tuple[type[Form], Callable]] = {
    "question": (QuestionForm, actions.ask),
    "document": (DocumentForm, actions.want),
}


@requires("DIRECTORY_DRAFT", "U")
@form_page
@never_cache
def desk_wanted(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What this listing asks of whoever is introduced, and what they bring."""
    service = get_object_or_404(Service, pk=pk, merged_into=None)
    forms = _forms(request, service, by_editor=True)
    if request.method == "POST" and _done(request, service, forms, by=request.user):
        messages.success(request, _("Saved"))
        return redirect("desk_wanted", pk)
    return render(request, "directory/wanting/desk.html", _context(service, forms), status=_status(forms))


@by_link("DIRECTORY_DRAFT", "U")
@form_page
@holding("listing")
def your_wanted(request: HttpRequest, link: Link) -> HttpResponse:
    """The same for whoever runs it: what they would like to know before somebody comes."""
    service = one_of(request, link).service
    forms = _forms(request, service, by_editor=False)
    if request.method == "POST" and _done(request, service, forms, by=None):
        return redirect(f"{reverse('your_wanted')}?which={service.pk}")
    context = _context(service, forms) | {"link": link}
    return render(request, "directory/wanting/yours.html", context, status=_status(forms))


def _forms(request: HttpRequest, service: Service, *, by_editor: bool) -> dict[str, Form]:
    """Both, of which the one that was sent is bound."""
    sent = request.POST.get("add") if request.method == "POST" else ""
    data = {name: request.POST if name == sent else None for name in ADDS}
    return {
        "question": QuestionForm(data["question"], auto_id="id_question_%s"),
        "document": DocumentForm(data["document"], auto_id="id_document_%s", service=service, by_editor=by_editor),
    }


def _done(request: HttpRequest, service: Service, forms: dict[str, Form], *, by: User | None) -> bool:
    if gone := request.POST.get("stop", ""):
        return _stopped(service, gone)
    name = request.POST.get("add", "")
    if name not in ADDS or not forms[name].is_valid():
        return False
    try:
        ADDS[name][1](service, by=by, **forms[name].cleaned_data)
    except actions.TooMany:
        forms[name].add_error(None, _("Ten are asked for already. Take one away first"))
        return False
    return True


def _stopped(service: Service, key: str) -> bool:
    """Whatever of this listing's has that key; twice is once."""
    for row in (*actions.questions_of(service), *actions.documents_of(service)):
        if str(row.pk) == key:
            actions.stop(row)
    return True


def _context(service: Service, forms: dict[str, Form]) -> dict[str, object]:
    return {
        "service": service,
        "questions": Question.objects.now().filter(service=service),
        "documents": Document.objects.now().filter(service=service),
        "question": forms["question"],
        "document": forms["document"],
        "form": next((form for form in forms.values() if form.errors), None),
    }


def _status(forms: dict[str, Form]) -> int:
    return 422 if any(form.errors for form in forms.values()) else 200
