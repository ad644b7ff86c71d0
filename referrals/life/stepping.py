"""One page for every step: a few questions, then it is done, or the page says why it cannot be."""

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connect.people.access import may
from referrals import refusals
from referrals.models import Referral
from referrals.reasons import offering

REFUSALS = {
    refusals.NoNewYes: gettext_lazy("They withdrew, so a new yes of theirs is needed first"),
    refusals.NotAgreed: gettext_lazy("Their details go to another scheme only with their yes"),
    refusals.NotTheirs: gettext_lazy("This person is not passed on by a form. Ring the lead of the other scheme"),
    refusals.OnTheWay: gettext_lazy("Another scheme has been asked and has not answered yet"),
    refusals.NotTried: gettext_lazy("Try three times, at different hours, or write why it is finished without that"),
    refusals.SentBefore: gettext_lazy("This was sent before with other words, and those stand. Reload the page first"),
    refusals.CannotMove: gettext_lazy("That cannot be done from where it is now: somebody has moved it on meanwhile"),
    refusals.SomebodyWasFaster: gettext_lazy("A colleague was a moment faster. This is how it stands now"),
}

FIELD_OF = {refusals.NotTried: "words"}


def in_words(error: refusals.ReferralError) -> str:
    return next((str(said) for kind, said in REFUSALS.items() if isinstance(error, kind)), _("That cannot be done now"))


def step(
    request: HttpRequest,
    referral: Referral,
    form: forms.Form,
    do: Callable[[forms.Form], object],
    *,
    title: str,
    button: str,
    lead: str = "",
    facts: Sequence[str] = (),
    notes: Sequence[str] = (),
    done: str | Callable[[Any], str] = "",
    leads_to: str = "",
) -> HttpResponse:
    """Draw the questions, or do what they answer; `leads_to` is where it goes on, else the referral itself.

    `done` is what is said then, or what says it of the thing that was made.
    """
    offering.narrow(form, referral)
    if request.method == "POST" and form.is_valid():
        try:
            made = do(form)
        except refusals.ReferralError as error:
            form.add_error(FIELD_OF.get(type(error)), in_words(error))
        else:
            messages.success(request, (done(made) if callable(done) else done) or _("Done"))
            return redirect(leads_to or home_of(request, referral))
    context = {"form": form, "referral": referral, "title": title, "button": button, "lead": lead, "notes": notes}
    context["facts"] = facts
    context |= {"back": home_of(request, referral), "works": may(request.user, "QUEUE")}
    return render(request, "referrals/life/step.html", context, status=422 if form.is_bound else 200)


def home_of(request: HttpRequest, referral: Referral) -> str:
    """The page of this referral for whoever asks: the person for those who work with them, else how far it is."""
    return reverse("person" if may(request.user, "QUEUE") else "referral", args=[referral.pk])
