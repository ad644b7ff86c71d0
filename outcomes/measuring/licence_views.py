"""Where a lead keys in the words that their licence lets them use, and takes them away again."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.forms import form_page
from connect.people.access import requires
from connect.people.models import Scheme
from outcomes.measuring import licensed, words
from outcomes.measuring.licence_forms import LicenceForm
from outcomes.measuring.models import LicensedWords


@requires("LICENSED_WORDS")
@require_safe
@never_cache
def licences(request: HttpRequest) -> HttpResponse:
    """Instruments whose words do not ship, and which of them this scheme has keyed in."""
    rows = list(LicensedWords.objects.filter(scheme=_scheme(request), withdrawn_at=None).select_related("made_by"))
    kept = [(words.script(key), [row for row in rows if row.instrument == key]) for key in licensed.instruments()]
    return render(request, "outcomes/measuring/licences.html", {"kept": kept})


@requires("LICENSED_WORDS", "C")
@form_page
@never_cache
def licence(request: HttpRequest, slug: str) -> HttpResponse:
    """The licence's particulars, and the words as they stand on the licensed sheet."""
    if slug not in licensed.instruments():
        raise Http404
    script = words.script(slug)
    form = LicenceForm(request.POST if request.method == "POST" else None, script=script)
    if form.is_bound and form.is_valid():
        made = form.made_by(request)
        licensed.key_in(_scheme(request), instrument=slug, by=request.user, made=made, **form.said)
        messages.success(request, _("From now on these words are shown to those your team asks, and to nobody else"))
        return redirect("licences")
    context = {"form": form, "script": script}
    return render(request, "outcomes/measuring/licence.html", context, status=422 if form.is_bound else 200)


@requires("LICENSED_WORDS", "U")
@require_POST
def licence_withdraw(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    row = get_object_or_404(LicensedWords, pk=pk, scheme=_scheme(request))
    licensed.withdraw(row, by=request.user)
    messages.success(request, _("Nobody is shown these words any more. What was answered stays"))
    return redirect("licences")


def _scheme(request: HttpRequest) -> Scheme:
    if request.user.acting.team is None:
        raise Http404
    return request.user.acting.team.scheme
