"""What a person may say of a session, and what a connector writes down of what they heard; cleaned."""

import uuid
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from connect.messaging import hours
from referrals.belonging import Occasion
from referrals.going.states import Liked
from referrals.states import Answer, Says

LONGEST = 2000


class HowForm(Form):
    """How was it: one of three, words if wanted, or words alone. `key` makes it once, however often it is sent."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    answer = forms.ChoiceField(choices=Liked, required=False, widget=forms.HiddenInput)
    words = forms.CharField(
        label=_("Would you like to say more?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST,
        required=False,
        error_messages={"max_length": _("Please write a little less")},
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors and not cleaned.get("answer") and not cleaned.get("words", "").strip():
            raise ValidationError(_("Press one of the three, or write a few words."))
        return cleaned


class StopForm(Form):
    """Stop, or not. Nothing is chosen for them: a machine that presses the button has said nothing."""

    choice = forms.ChoiceField(
        label=_("What would you like?"),
        choices=[("stop", _("Stop all messages")), ("go_on", _("Go on writing to me"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the two"), "invalid_choice": _("Choose one of the two")},
    )

    @property
    def wants_to_stop(self) -> bool:
        return self.cleaned_data["choice"] == "stop"


class KnownForm(Form):
    """What a connector knows of one session: from whom, and when they said so."""

    WHO = [
        (Says.CONNECTOR, _("I know it myself")),
        (Says.PERSON, _("They told me")),
        (Says.ORGANISER, _("The organiser told me")),
        (Says.COMPANION, _("Whoever went along told me")),
    ]
    who = forms.ChoiceField(label=_("Who says so?"), choices=WHO, widget=forms.RadioSelect, required=False)
    answer = forms.ChoiceField(choices=[(one, "") for one in (Answer.WENT, Answer.NOT)])
    liked = forms.ChoiceField(choices=Liked, required=False)
    on = forms.DateField(
        label=_("When did they say so?"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Enter a day that there was, like 24/11/2026")},
    )

    def __init__(self, *args: Any, occasion: Occasion, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.occasion = occasion

    def clean_who(self) -> str:
        return self.cleaned_data["who"] or Says.CONNECTOR

    def clean_on(self) -> date | None:
        on = self.cleaned_data["on"]
        if on and not timezone.localdate(self.occasion.starts_at) <= on <= timezone.localdate():
            raise ValidationError(_("Enter a day from that session until today"))
        return on

    @property
    def said_at(self) -> datetime | None:
        """None is now. A day without an hour is its end, or the moment it is written down where that comes first."""
        on = self.cleaned_data.get("on")
        if on is None or on == timezone.localdate():
            return None
        return max(hours.at(on, time(23, 59)), self.occasion.starts_at)
