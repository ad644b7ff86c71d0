"""The healthy chat on its own: that it happened, or why not. Nobody's name is asked, and none is kept."""

import uuid
from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.forms import form_page
from connect.keyed import KeyedForm, earlier
from connect.people.access import requires
from connect.people.models import User
from connect.people.roles import Job
from connect.people.training.register import trained_on
from directory.sharing.forms import Ward
from referrals.asking.models import Came, HealthyChat, WhyNot
from referrals.models import Referral

FELT = [(1, gettext_lazy("1, hard")), (2, "2"), (3, "3"), (4, "4"), (5, gettext_lazy("5, easy"))]
LONGEST = 600  # minutes


class ChatForm(KeyedForm):
    """A few taps: asked or not, and what came of it. Everything else is for who has a moment."""

    asked = forms.TypedChoiceField(
        label=gettext_lazy("Did you bring it up?"),
        choices=[("yes", gettext_lazy("Yes, we talked")), ("no", gettext_lazy("No, not this time"))],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Say whether you brought it up")},
    )
    came = forms.ChoiceField(
        label=gettext_lazy("If you did: what came of it?"), choices=Came, widget=forms.RadioSelect, required=False
    )
    why_not = forms.ChoiceField(
        label=gettext_lazy("If you did not: why?"), choices=WhyNot, widget=forms.RadioSelect, required=False
    )
    minutes = forms.IntegerField(
        label=gettext_lazy("How many minutes?"),
        min_value=0,
        max_value=LONGEST,
        required=False,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "class": "mid"}),
    )
    before = forms.TypedChoiceField(
        label=gettext_lazy("How easy did it feel to bring up, before?"),
        choices=FELT, coerce=int, empty_value=None, widget=forms.RadioSelect, required=False,
    )  # fmt: skip
    after = forms.TypedChoiceField(
        label=gettext_lazy("And how easy would it be next time?"),
        choices=FELT, coerce=int, empty_value=None, widget=forms.RadioSelect, required=False,
    )  # fmt: skip
    job = forms.ChoiceField(
        label=gettext_lazy("Your work"), choices=[("", gettext_lazy("Not said")), *Job.choices], required=False
    )
    ward = Ward(
        label=gettext_lazy("Where it was"),
        help_text=gettext_lazy("A postcode or a ward; only the ward is kept."),
        max_length=120,
        required=False,
        widget=forms.TextInput({"class": "mid", "autocomplete": "off"}),
    )

    FEW, MORE = ("asked", "came", "why_not"), ("minutes", "before", "after", "ward", "job")

    def few(self) -> list[forms.BoundField]:
        return [self[name] for name in self.FEW]

    def more(self) -> list[forms.BoundField]:
        return [self[name] for name in self.MORE]

    def clean(self) -> dict[str, Any]:
        """What came of it belongs to a yes, the reason to a no; the other one is let go, not complained about."""
        cleaned = super().clean()
        if cleaned.get("asked") is True and not cleaned.get("came"):
            self.add_error("came", _("Say what came of it"))
        if cleaned.get("asked") is False and not cleaned.get("why_not"):
            self.add_error("why_not", _("Say why not; there is no wrong answer"))
        return cleaned | {"why_not" if cleaned.get("asked") else "came": ""}


@transaction.atomic
def log(*, by: User, made: dict[str, object], referral: Referral | None = None, **said: Any) -> HealthyChat:
    """Which body and which work, never which worker; whether they were trained that day is worked out here."""
    chat = HealthyChat(
        organisation_id=by.acting.organisation_id, trained=trained_on(by, timezone.localdate()), referral=referral,
        **said, **made,
    )  # fmt: skip
    chat.job = chat.job or by.acting.job
    HealthyChat.objects.bulk_create([chat], ignore_conflicts=True)  # nothing comes back: nobody reads these rows
    return chat


@requires("HEALTHY_CHAT", "C")
@form_page
@never_cache
def chat(request: HttpRequest) -> HttpResponse:
    """Log one. Came a referral of it, the two are counted as one story."""
    referral = _referral(request)
    first = {"asked": "yes", "came": Came.REFERRED} if referral else {}
    form = ChatForm(
        request.POST if request.method == "POST" else None, initial=first | {"job": request.user.acting.job}
    )
    if request.method == "POST" and form.is_valid():
        if earlier(HealthyChat, form.cleaned_data["key"]) is None:
            log(by=request.user, made=form.made_by(request), referral=_led_to(referral, form), **said(form))
        return redirect("chat_thanks")
    context = {"form": form, "referral": referral}
    return render(request, "referrals/asking/chat.html", context, status=422 if form.is_bound else 200)


def said(form: ChatForm) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in ChatForm.FEW + ChatForm.MORE}


def _led_to(referral: Referral | None, form: ChatForm) -> Referral | None:
    return referral if form.cleaned_data["came"] == Came.REFERRED else None


def _referral(request: HttpRequest) -> Referral | None:
    """One of the worker's own, when they come from its receipt."""
    try:
        pk = uuid.UUID(request.GET.get("of", ""))
    except ValueError:
        return None
    return Referral.objects.visible_to(request.user).filter(pk=pk, referrer=request.user).first()


@requires("HEALTHY_CHAT", "C")
@require_safe
def chat_thanks(request: HttpRequest) -> HttpResponse:
    return render(request, "referrals/asking/chat_thanks.html")
