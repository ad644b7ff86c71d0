"""What every form at the open door shares: made once, no flood of it, and another door for who is turned away."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from connect.keyed import KeyedForm, earlier, is_mine
from connect.often import too_often
from directory.telling_us.sending import SentBefore, TooOften, refuse
from referrals.asking import eligibility
from referrals.models import Referral

MOST_AN_HOUR = 30  # from one address: a library's readers share theirs
TRIES = 3  # a reference is six letters: once in a great while two are alike, and another is drawn
Make = Callable[[Mapping[str, Any]], Referral]


def sent(request: HttpRequest, form: KeyedForm, make: Make) -> tuple[Referral | None, int]:
    """The referral this form made, now or before; or with which status the form is drawn when it made none."""
    if not form.is_valid():
        return None, 422
    try:
        return _made(request, form, make), 303
    except (SentBefore, TooOften) as problem:
        return None, refuse(form, problem)


def _made(request: HttpRequest, form: KeyedForm, make: Make) -> Referral:
    if made := _before(request, form):
        return made
    if too_often(request, "asked", MOST_AN_HOUR):
        raise TooOften
    for _try in range(TRIES):
        try:
            with transaction.atomic():
                return make(form.made_by(request))
        except IntegrityError:  # the same form at the same moment, or the same reference: look again
            if made := _before(request, form):
                return made
    raise SentBefore


def _before(request: HttpRequest, form: KeyedForm) -> Referral | None:
    made = earlier(Referral, form.cleaned_data["key"])
    if made and not is_mine(request, form, made):
        raise SentBefore
    return made


def turned_away(request: HttpRequest, fit: eligibility.Fit, key: object, template: str) -> HttpResponse:
    """Nobody may help here: the right door instead, and a telephone. Counted as a gap, once a form, without a name."""
    with transaction.atomic():
        eligibility.note_blocked(fit, by=None, made={"key": key})
    return render(request, template, {"fit": fit})
