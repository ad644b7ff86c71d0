"""What the person may type: where to send a code, the code, how to reach them, and a few words."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from connect.keyed import KeyedForm
from referrals.forms import clean_phone
from referrals.models import Person
from referrals.states import Safe

WHERE_ERROR = _("Enter your mobile number, like 07700 900 123, or your e-mail")


class CodeAskForm(KeyedForm):
    """Where the code should go. Only an address we know, and that was said to be safe, gets one."""

    to = forms.CharField(
        label=_("Your mobile number or e-mail"),
        help_text=_("The one you gave us"),
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "on"}),
        error_messages={"required": WHERE_ERROR},
    )
    first_name = forms.CharField(
        label=_("Your first name"),
        help_text=_("If you share the phone or e-mail with somebody"),
        max_length=100,
        required=False,
    )

    def clean_to(self) -> str:
        typed = self.cleaned_data["to"].strip()
        try:
            if "@" in typed:
                validate_email(typed)
                return typed.lower()
            return re.sub(r"^\+44", "0", clean_phone(typed))
        except ValidationError as error:
            raise ValidationError(WHERE_ERROR) from error


class CodeForm(Form):
    """Six figures. Spaces and dashes are how people copy them."""

    code = forms.CharField(
        label=_("The code we sent"),
        help_text=_("Six figures, like 123456"),
        max_length=12,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "class": "mid"}),
        error_messages={"required": _("Enter the six figures we sent")},
    )

    def clean_code(self) -> str:
        return re.sub(r"[\s-]", "", self.cleaned_data["code"])


class ReachForm(Form):
    """How and when we may reach them. `seen` is what the page showed, so that nobody overwrites what they never saw."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    phone = forms.CharField(
        label=_("Phone number that is safe to ring"),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "inputmode": "tel", "class": "mid"}),
    )
    email = forms.EmailField(
        label=_("E-mail"), required=False, error_messages={"invalid": _("Enter an e-mail, like name@example.com")}
    )
    safe_to_message = forms.ChoiceField(
        label=_("May we text, e-mail or leave a message?"),
        help_text=_("If you say no, we only ring. Then no code can be sent for this page either"),
        choices=Safe,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say if a message is safe. “Not sure” is a good answer")},
    )
    good_times = forms.CharField(
        label=_("Good times to ring"), help_text=_("After 10, not Wednesdays"), max_length=200, required=False
    )
    language = forms.ChoiceField(label=_("Language for messages"), choices=[("en", _("English")), ("cy", "Cymraeg")])

    FIELDS = ("phone", "email", "safe_to_message", "good_times", "language")

    def __init__(self, *args: Any, person: Person, **kwargs: Any):
        now = {name: getattr(person, name) for name in self.FIELDS}
        super().__init__(*args, initial=now | {"seen": version(now)}, **kwargs)
        self.now = now

    def clean_phone(self) -> str:
        return clean_phone(self.cleaned_data["phone"]) if self.cleaned_data["phone"] else ""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors and not (cleaned["phone"] or cleaned["email"]):
            self.add_error("phone", _("Leave us one way to reach you"))
        return cleaned

    @property
    def was_changed_meanwhile(self) -> bool:
        return self.cleaned_data["seen"] != version(self.now)

    def changes(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in self.FIELDS if self.cleaned_data[name] != self.now[name]}


def version(values: dict[str, str]) -> str:
    """A digest of what was shown; keyed, so that nobody guesses a number back from the page's source."""
    return salted_hmac("referrals.open_door.seen", "|".join(values.values()), algorithm="sha256").hexdigest()[:32]


class TellForm(KeyedForm):
    """A few words, and what they are about."""

    about = forms.ChoiceField(
        label=_("What is it?"),
        choices=[
            ("wrong", _("Something here is wrong")),
            ("unhappy", _("Something did not go well")),
            ("more", _("Something you should know")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it is about")},
    )
    words = forms.CharField(
        label=_("In your own words"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        error_messages={"required": _("Write a few words")},
    )
