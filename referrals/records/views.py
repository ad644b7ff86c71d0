"""Pages of whoever answers for what is kept: open a record for a reason, and read it for an hour."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.keyed import earlier, is_mine
from connect.people.access import could, requires
from connect.people.roles import Role
from referrals.models import Referral
from referrals.records import opening, reading
from referrals.records.forms import OpenForm
from referrals.records.models import Opening


@requires("RECORD_OPEN", "C")
@form_page
@never_cache
def records(request: HttpRequest) -> HttpResponse:
    """The question before any record: whose, and why. Where several are of that name, which."""
    form = OpenForm(request.POST if request.method == "POST" else None)
    only_glass = request.user.acting.role != Role.DPO
    if only_glass:
        form.fields["glass"].required = True
        form.fields["glass"].error_messages["required"] = _("Without this an administrator opens nobody’s record")
    several: list[Referral] = []
    if request.method == "POST" and form.is_valid():
        if is_mine(request, form, made := earlier(Opening, form.cleaned_data["key"])):
            return redirect("record", made.pk)
        several = _several(request, form)
        if len(several) == 1:
            return redirect("record", _opened(request, form, several[0]).pk)
    return _drawn(request, form, several)


def _several(request: HttpRequest, form: OpenForm) -> list[Referral]:
    """A form that was sent again from a list says which of them by key."""
    said, chosen = form.cleaned_data, request.POST.get("which", "")
    rows = opening.found(said["whose"].strip(), glass=said["glass"], by=request.user)
    if not rows:
        form.add_error("whose", _("Nobody is found by this. A restricted person is found by the reference alone"))
    return [row for row in rows if str(row.pk) == chosen] or rows


def _opened(request: HttpRequest, form: OpenForm, referral: Referral) -> Opening:
    said = {name: form.cleaned_data[name] for name in ("why", "words", "glass")}
    return opening.begin(referral, **said, by=request.user, made=form.made_by(request))


def _drawn(request: HttpRequest, form: OpenForm, several: list[Referral]) -> HttpResponse:
    saw(request, [row.person_id for row in several])
    mine = Opening.objects.filter(by=request.user)[:20]
    context = {"form": form, "several": several, "mine": mine, "erases": could(request.user, "ERASE", "D")}
    return render(request, "referrals/records/records.html", context, status=422 if form.errors else 200)


@requires("RECORD_OPEN")
@require_safe
@never_cache
def record(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The record, as long as the hour lasts; each look is written down."""
    row = get_object_or_404(Opening, pk=pk, by=request.user)
    if not row.is_open:
        return render(request, "referrals/records/over.html", {"opening": row}, status=410)
    looks = _who_looked(request, row)
    with opening.inside(row, request.user) as person:
        if person is None:
            raise Http404
        told = reading.sections(person, row, request.user)
        name = person.name if opening.shows(request.user, row, "REFERRAL_IDENTITY") else ""
    saw(request, [row.person_key])
    context = {"opening": row, "name": name, "sections": [*told, *looks], "erases": could(request.user, "ERASE", "D")}
    return render(request, "referrals/records/record.html", context)


def _who_looked(request: HttpRequest, row: Opening) -> list[reading.Section]:
    if request.user.acting.role != Role.DPO:
        return []
    return [found] if (found := reading.who_looked(row.person_key)).lines else []


@requires("RECORD_OPEN", "C")
@require_POST
def record_close(request: HttpRequest, pk: UUID) -> HttpResponse:
    opening.close(get_object_or_404(Opening, pk=pk, by=request.user))
    messages.success(request, _("Closed"))
    return redirect("records")
