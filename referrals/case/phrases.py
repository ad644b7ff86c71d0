"""Sentences a team writes often: offered beside a note, kept by its lead."""

import hashlib

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from connect.forms import form_page
from connect.people.access import requires
from referrals.case.forms import PhrasesForm
from referrals.case.models import Phrase
from referrals.models import Referral


def of(referral: Referral) -> list[str]:
    return _of_team(referral.team_id)


def _of_team(team: object) -> list[str]:
    return list(Phrase.objects.filter(team=team).values_list("words", flat=True))


def _seen(words: list[str]) -> str:
    return hashlib.sha256("\n".join(words).encode()).hexdigest()


@requires("PHRASES", "U")
@form_page
@never_cache
def team_phrases(request: HttpRequest) -> HttpResponse:
    """A team's phrases, one a line; its lead changes them."""
    team = request.user.acting.team_id
    now = _of_team(team)
    initial = {"words": "\n".join(now), "seen": _seen(now)}
    form = PhrasesForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid() and _kept(form, team, now):
        messages.success(request, _("Kept"))
        return redirect("team_phrases")
    context = {"form": form, "now": now}
    return render(request, "referrals/case/phrases.html", context, status=422 if form.is_bound else 200)


def _kept(form: PhrasesForm, team: object, now: list[str]) -> bool:
    """False when a colleague changed them meanwhile: both then stand on the page."""
    if form.cleaned_data["seen"] != _seen(now):
        form.data = form.data.copy()
        form.data["seen"] = _seen(now)
        form.add_error(None, _("A colleague has changed them meanwhile: theirs stand below. Press again to keep yours"))
        return False
    keep(team, form.cleaned_data["words"])
    return True


@transaction.atomic
def keep(team: object, words: list[str]) -> None:
    """These and no others, in this order."""
    Phrase.objects.filter(team=team).delete()
    Phrase.objects.bulk_create([Phrase(team_id=team, words=line, place=n) for n, line in enumerate(words)])
