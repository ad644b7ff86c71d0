"""What a worker, a connector, a person or an organiser may type, cleaned."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from connect.keyed import KeyedForm
from connect.templatetags import look
from directory.models import Need
from directory.schedule import Session
from referrals.states import Channel

PHONE = re.compile(r"(?:\+44|0)[1-9]\d{8,9}")
PHONE_ERROR = _("Enter a phone number, like 07700 900 123")


def clean_phone(typed: str) -> str:
    """A British number, kept the way people read it; anything else is refused with an example."""
    digits = re.sub(r"[\s()\-.]", "", typed)
    if not PHONE.fullmatch(digits):
        raise ValidationError(PHONE_ERROR)
    return digits


def wants() -> list[tuple[str, str]]:
    return [(need.code, str(need)) for need in Need.objects.all()]


class ContactForm(KeyedForm):
    """Recording a call takes two taps and a sentence."""

    channel = forms.ChoiceField(
        label=_("What you did"), choices=Channel, widget=forms.RadioSelect, initial=Channel.CALL
    )
    reached = forms.TypedChoiceField(
        label=_("Did you reach them?"),
        choices=[("yes", _("Reached")), ("no", _("Not reached"))],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Say whether you reached them")},
    )
    note = forms.CharField(
        label=_("In a sentence"), widget=forms.Textarea(attrs={"rows": 2}), required=False, max_length=2000
    )


class IntroduceForm(KeyedForm):
    """They said yes to this group, on this day."""

    service = forms.UUIDField(widget=forms.HiddenInput)
    starts_at = forms.CharField(label=_("Which day?"), widget=forms.RadioSelect, required=False)

    def __init__(self, *args: Any, sessions: Sequence[Session] = (), **kwargs: Any):
        super().__init__(*args, **kwargs)
        days = [(one.starts_at.isoformat(), look.moment(one.starts_at)) for one in sessions]
        self.fields["starts_at"].widget.choices = days
        self.fields["starts_at"].initial = days[0][0] if days else None
        self.fields["starts_at"].required = not self.is_bound  # asked for on the page; the API may leave it to the next

    def clean_starts_at(self) -> datetime | None:
        """None is the next session; whether there is one at that moment, the action says."""
        chosen = self.cleaned_data["starts_at"]
        try:
            found = datetime.fromisoformat(chosen) if chosen else None
        except ValueError as error:
            raise ValidationError(_("Choose one of the days")) from error
        if found and found.tzinfo is None:
            raise ValidationError(_("Choose one of the days"))
        return found


class WhyForm(Form):
    """A coded reason, chosen from a list."""

    why = forms.ChoiceField(widget=forms.RadioSelect, error_messages={"required": _("Choose a reason")})

    def __init__(self, *args: Any, reasons: Sequence[tuple[str, str]], label: str, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["why"].choices, self.fields["why"].label = reasons, label
