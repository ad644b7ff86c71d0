"""A person's readings: what was said and what changed, a screen to take one, a sheet to print."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.keyed import earlier, is_mine
from connect.people.access import may, requires
from outcomes.measuring import actions, asking, comparing, guidance, licensed, talking, words
from outcomes.measuring.forms import AskForm, ReadingForm
from outcomes.measuring.models import Reading
from outcomes.measuring.panel import shown, told
from outcomes.scoring.definitions import UnknownInstrument
from referrals import telling
from referrals.case.views import held_row
from referrals.following import measures
from referrals.following.forms import REASONS
from referrals.models import Referral


@requires("MEASURE")
@require_safe
@never_cache
def readings(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Every reading of this person, the latest first, and what changed."""
    referral = held_row(request, pk)
    saw(request, [referral.person_id])
    context = {"referral": referral, "caption": comparing.CAPTION, "may_take": may(request.user, "MEASURE", "C")}
    own = _own(referral)
    context |= shown(referral) | {"keyed": words.can_be_keyed(own), "asked": words.can_be_asked(own)}
    context |= {"rows": told(context["rows"], own), "send": _ask_form(None, own)}
    context |= {"talk": talking.calls_for_a_talk(context["rows"]), "due": list(measures.of(referral))}
    context |= {"reasons": REASONS, "guides": guidance.KNOWN}
    context |= {"sent": referral.questions.first(), "can_write": telling.can_write_to(referral)}
    return render(request, "outcomes/measuring/readings.html", context)


@requires("MEASURE", "C")
@form_page
@never_cache
def take_reading(request: HttpRequest, pk: uuid.UUID, slug: str) -> HttpResponse:
    """All questions on one screen: to read out, or to key in what was answered on paper."""
    referral = held_row(request, pk)
    script = _script(slug, _own(referral))
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
                language=script.language,
                **said,
            )
            messages.success(request, _("Kept. Thank them for answering"))
        return redirect("readings", pk)
    context = {"referral": referral, "script": script, "form": form}
    return render(request, "outcomes/measuring/take.html", context, status=422 if form.is_bound else 200)


@requires("MEASURE", "C")
@require_POST
def send_questions(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The four questions of the standard, or others that were chosen, by the person's own link."""
    referral = held_row(request, pk)
    form = _ask_form(request.POST, _own(referral))
    saw(request, [referral.person_id])
    try:
        if form.is_valid():
            asking.send(referral, by=request.user, made=form.made_by(request), instruments=form.chosen)
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
    team = request.user.acting.team
    script = _script(slug, licensed.of_scheme(team.scheme_id) if team else {})
    if not script.is_worded:
        raise Http404
    return render(request, "outcomes/measuring/sheet.html", {"script": script, "none": words.no_answers()})


def _own(referral: Referral) -> words.Licensed:
    return licensed.of_scheme(referral.team.scheme_id, referral.person.language)


def _ask_form(sent: QueryDict | None, own: words.Licensed) -> AskForm:
    return AskForm(sent, scripts=words.can_be_asked(own), usual=asking.USUAL)


def _script(instrument: str, own: words.Licensed) -> words.Script:
    try:
        return words.script(instrument, own)
    except (UnknownInstrument, KeyError):
        raise Http404 from None


@requires("MEASURE_GUIDE")
@require_safe
def measure_guide(request: HttpRequest) -> HttpResponse:
    """What each instrument is about and how to ask it, for anybody who meets people."""
    scripts = {one.key: one for one in words.can_be_keyed()}
    rows = [(key, scripts[key].name, guide, scripts[key].is_worded) for key, guide in guidance.KNOWN.items()]
    context = {"guides": rows, "always": guidance.ALWAYS, "may_print": may(request.user, "MEASURE")}
    return render(request, "outcomes/measuring/guide.html", context)
