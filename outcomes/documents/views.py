"""Documents of one person, each to read, print, or take as FHIR; and what is asked at first contact."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.audit.actions import exported, saw
from connect.forms import form_page
from connect.people.access import may, requires
from outcomes.documents import actions, fhir, recipients, shape, standard
from outcomes.documents.forms import FirstForm
from outcomes.documents.models import AccessRequest
from outcomes.documents.recipients import Recipient
from outcomes.documents.shape import Document
from referrals.case.views import held_row, seen_row
from referrals.models import Referral
from referrals.person import particulars

ALONG = ("referrer", "referring_organisation", "outsider__organisation", "team__scheme", "connector", "ward")


@requires("DOCUMENT_REFERRAL")
@require_safe
@never_cache
def documents(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Which documents there are about this person, and for whom."""
    referral = seen_row(request, pk, *ALONG)
    context = {"referral": referral, "document": shape.referral_document(referral)}
    context |= {"recipients": recipients.all_of(referral), "may_ask_copy": may(request.user, "SAR", "C")}
    context |= {"copy": AccessRequest.objects.filter(referral=referral).waiting().first()}
    return render(request, "outcomes/documents/documents.html", context)


@requires("DOCUMENT_REFERRAL")
@require_safe
@never_cache
def document_referral(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The referral, as the standard has it: to read, to print, or as FHIR."""
    return _shown(request, shape.referral_document(seen_row(request, pk, *ALONG)))


@requires("DOCUMENT_REPLY")
@require_safe
@never_cache
def document_reply(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The reply to whoever asked, as far as the person agreed."""
    referral = seen_row(request, pk, *ALONG)
    return _shown(request, shape.reply_document(referral, _found(recipients.asker(referral))))


@requires("DOCUMENT_REFERRAL")
@require_safe
@never_cache
def document_named(request: HttpRequest, pk: uuid.UUID, key: uuid.UUID) -> HttpResponse:
    """The same for somebody they named, while that yes holds."""
    referral = seen_row(request, pk, *ALONG)
    to = next((one for one in recipients.named(referral) if one.key == key), None)
    return _shown(request, shape.reply_document(referral, _found(to)))


def _found(to: Recipient | None) -> Recipient:
    if to is None:
        raise Http404
    return to


def _shown(request: HttpRequest, document: Document) -> HttpResponse:
    if request.GET.get("as") == "fhir":
        return _download(request, document)
    source, release = standard.named()
    context = {"document": document, "referral": document.referral, "source": source, "release": release}
    return render(request, "outcomes/documents/document.html", context)


def _download(request: HttpRequest, document: Document) -> HttpResponse:
    """Taken away in a file, and so written down a second time."""
    exported(request)
    answer = HttpResponse(fhir.as_json(document), content_type="application/fhir+json; charset=utf-8")
    name = f"{document.kind}-{document.referral.reference}.json"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@requires("PERSON_NEED", "U")
@form_page
@never_cache
def first_contact(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What the standard calls mandatory and nobody was asked at the front door."""
    referral = held_row(request, pk)
    saw(request, [referral.person_id])
    current = actions.now(referral)
    if request.method == "POST":
        form = FirstForm(request.POST)
        if form.is_valid() and _saved(request, referral, form):
            messages.success(request, _("Saved. Thank them for answering"))
            return redirect("person", pk)
    else:
        form = FirstForm(initial=current | {"seen": particulars.seal_of(current)})
    context = {"referral": referral, "form": form, "person": referral.person}
    return render(request, "outcomes/documents/first_contact.html", context, status=422 if form.is_bound else 200)


def _saved(request: HttpRequest, referral: Referral, form: FirstForm) -> bool:
    typed = {name: form.cleaned_data[name] for name in (*actions.OF_PERSON, *actions.OF_FIRST)}
    try:
        actions.save_first(referral, typed=typed, seen=form.cleaned_data["seen"], by=request.user)
    except actions.BothChanged as both:
        current = actions.now(referral)
        form.data = form.data.copy()
        form.data["seen"] = particulars.seal_of(current)
        words = _("A colleague has written “%(theirs)s” meanwhile. Save again if yours is right")
        for name in both.names:
            form.add_error(name, words % {"theirs": _said(form, name, current[name])})
        return False
    return True


def _said(form: FirstForm, name: str, value: object) -> str:
    choices = dict(getattr(form.fields[name], "choices", []))
    return str(choices.get(value, value) or _("nothing"))
