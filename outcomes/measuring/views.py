"""A person's readings: what was said and what changed, a screen to take one, a sheet to print."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.keyed import earlier, is_mine
from connect.people.access import may, requires
from outcomes.measuring import actions, asking, comparing, words
from outcomes.measuring.forms import ReadingForm, SendForm
from outcomes.measuring.models import Reading
from outcomes.measuring.panel import shown
from outcomes.scoring.definitions import UnknownInstrument
from referrals import telling
from referrals.case.views import held_row


@requires("MEASURE")
@require_safe
@never_cache
def readings(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Every reading of this person, the latest first, and what changed."""
    referral = held_row(request, pk)
    saw(request, [referral.person_id])
    context = {"referral": referral, "caption": comparing.CAPTION, "may_take": may(request.user, "MEASURE", "C")}
    context |= shown(referral) | {"keyed": words.can_be_keyed(), "send": SendForm()}
    context |= {"sent": referral.questions.first(), "can_write": telling.can_write_to(referral)}
    return render(request, "outcomes/measuring/readings.html", context)


@requires("MEASURE", "C")
@form_page
@never_cache
def take_reading(request: HttpRequest, pk: uuid.UUID, slug: str) -> HttpResponse:
    """All questions on one screen: to read out, or to key in what was answered on paper."""
    referral, script = held_row(request, pk), _script(slug)
    saw(request, [referral.person_id])
    form = ReadingForm(request.POST if request.method == "POST" else None, script=script)
    if form.is_bound and form.is_valid():
        made = earlier(Reading, form.cleaned_data["key"])
        if made and not is_mine(request, form, made):
            messages.warning(
                request, _("This was kept before with other answers, which stand. Take it once more to correct it")
            )
        elif not made:
            said = {name: form.cleaned_data[name] for name in ("mode", "taken_on")}
            actions.take(
                referral,
                instrument=script.key,
                answers=form.answers,
                by=request.user,
                made=form.made_by(request),
                **said,
            )
            messages.success(request, _("Kept. Thank them for answering"))
        return redirect("readings", pk)
    context = {"referral": referral, "script": script, "form": form}
    return render(request, "outcomes/measuring/take.html", context, status=422 if form.is_bound else 200)


@requires("MEASURE", "C")
@require_POST
def send_questions(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The four questions of the standard, by the person's own link."""
    referral, form = held_row(request, pk), SendForm(request.POST)
    saw(request, [referral.person_id])
    try:
        if form.is_valid():
            asking.send(referral, by=request.user, made=form.made_by(request))
            messages.success(request, _("The questions are on their way"))
    except asking.AreOut:
        messages.info(request, _("They have the questions already, and can still answer them"))
    except asking.CannotWrite:
        messages.error(request, _("No message is safe or agreed. Ask them on the phone or face to face"))
    return redirect("readings", pk)


@requires("MEASURE")
@require_safe
def reading_sheet(request: HttpRequest, slug: str) -> HttpResponse:
    """The questions on paper, for anybody; no name stands on it."""
    script = _script(slug)
    if not script.is_worded:
        raise Http404
    return render(request, "outcomes/measuring/sheet.html", {"script": script, "none": words.no_answers()})


def _script(instrument: str) -> words.Script:
    try:
        return words.script(instrument)
    except (UnknownInstrument, KeyError):
        raise Http404 from None
