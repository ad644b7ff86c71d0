"""The particulars of a licence, and the words it lets this scheme show."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from connect.keyed import KeyedForm
from outcomes.measuring.words import Script

DAY = forms.DateInput(attrs={"type": "date", "class": "mid"}, format="%Y-%m-%d")
LANGUAGES = [("en", _("English")), ("cy", "Cymraeg")]


class LicenceForm(KeyedForm):
    holder = forms.CharField(
        label=_("Who holds the licence"), max_length=200, error_messages={"required": _("Say who holds it")}
    )
    number = forms.CharField(
        label=_("Its number or reference"), max_length=100,
        error_messages={"required": _("Write the number or reference on the licence")},
    )  # fmt: skip
    licensed_on = forms.DateField(
        label=_("Given on"),
        widget=DAY,
        error_messages={"required": _("Say when it was given"), "invalid": _("Choose a day")},
    )
    until = forms.DateField(
        label=_("It runs until"), required=False, widget=DAY, error_messages={"invalid": _("Choose a day")}
    )
    credit = forms.CharField(
        label=_("The line that must stand below it"), max_length=500, help_text=_("As the licence asks for it"),
        error_messages={"required": _("Write the line that the licence asks for")},
    )  # fmt: skip
    language = forms.ChoiceField(label=_("Language of these words"), choices=LANGUAGES)
    intro = forms.CharField(
        label=_("What is said first"), required=False, max_length=1000, widget=forms.Textarea({"rows": 2})
    )
    allowed = forms.BooleanField(
        label=_("Our licence lets us show these words, unchanged, to those we ask"),
        error_messages={"required": _("Without that, ask on the licensed paper and key the answers in")},
    )

    def __init__(self, *args: Any, script: Script, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.script = script
        required = {"required": _now("Copy the words from your licensed sheet")}
        for one in script.questions:
            label = _now("Question %(n)d, as it stands") % {"n": one.number}
            self.fields[f"text_{one.key}"] = forms.CharField(label=label, max_length=500, error_messages=required)
        for token in self.tokens:
            label = _now("Answer “%(token)s”, as it stands") % {"token": token.replace("_", " ")}
            self.fields[f"label_{token}"] = forms.CharField(label=label, max_length=120, error_messages=required)

    @property
    def tokens(self) -> list[str]:
        """Every option of any of its questions, once."""
        return list(dict.fromkeys(token for one in self.script.questions for token, _label in one.options))

    def clean_licensed_on(self) -> object:
        on = self.cleaned_data["licensed_on"]
        if on > timezone.localdate():
            raise ValidationError(_now("This day has not been yet"))
        return on

    @property
    def said(self) -> dict[str, object]:
        typed = self.cleaned_data
        told = {
            name: typed[name] for name in ("holder", "number", "licensed_on", "until", "credit", "language", "intro")
        }
        texts = {one.key: typed[f"text_{one.key}"].strip() for one in self.script.questions}
        return told | {"texts": texts, "labels": {token: typed[f"label_{token}"].strip() for token in self.tokens}}
