"""What is asked at first contact for the documents; and a request for a copy, noted, prepared, given."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from connect.keyed import KeyedForm
from outcomes.documents.states import CameBy, Gender, Practice, Risks

CHOICES = forms.RadioSelect
OLDEST = 120


def one_of(label: Any, choices: Any, **more: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, widget=CHOICES, required=False, **more)


class FirstForm(Form):
    """Nothing here is needed to be helped; what is left open stays on the document as missing."""

    family_name = forms.CharField(label=_("Last name"), max_length=100, required=False)
    date_of_birth = forms.DateField(
        label=_("Date of birth"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Enter a day that there was, like 27/3/1943")},
    )
    practice = one_of(_("Do they have a GP practice?"), Practice.choices)
    practice_name = forms.CharField(label=_("Which practice?"), max_length=120, required=False)
    practice_code = forms.CharField(
        label=_("Its code, if you know it"), help_text=_("A letter and five figures, like A12345"), max_length=10,
        required=False,
    )  # fmt: skip
    nhs_number = forms.CharField(
        label=_("NHS number"), help_text=_("Only if they have it at hand and want to give it"), max_length=20,
        required=False, widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip
    gender = one_of(_("Gender, as they say it"), Gender.choices)
    gender_words = forms.CharField(label=_("In their word"), max_length=60, required=False)
    risks = one_of(_("Is there anything to know, so that nobody comes to harm?"), Risks.choices)
    risks_words = forms.CharField(
        label=_("What is it?"), widget=forms.Textarea(attrs={"rows": 2}), max_length=1000, required=False
    )
    matters = forms.CharField(
        label=_("What matters most to them"), help_text=_("In their words"), widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000, required=False,
    )  # fmt: skip
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_nhs_number(self) -> str:
        typed = re.sub(r"[\s-]", "", self.cleaned_data["nhs_number"])
        if typed and not is_nhs_number(typed):
            raise ValidationError(_("An NHS number has ten figures, and these do not make one. Look again"))
        return typed

    def clean_practice_code(self) -> str:
        typed = self.cleaned_data["practice_code"].upper().replace(" ", "")
        if typed and not re.fullmatch(r"[A-Z]\d{5}", typed):
            raise ValidationError(_("A practice’s code is a letter and five figures, like A12345"))
        return typed

    def clean_date_of_birth(self) -> Any:
        born, today = self.cleaned_data["date_of_birth"], timezone.localdate()
        if born and (born > today or today.year - born.year > OLDEST):
            raise ValidationError(_("Enter a day that there was, like 27/3/1943"))
        return born

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        for name, none in (
            ("practice", Practice.NOT_ASKED), ("gender", Gender.NOT_ASKED), ("risks", Risks.NOT_ASKED),
        ):  # fmt: skip
            said[name] = said.get(name) or none
        if said.get("practice_name") and said["practice"] == Practice.NOT_ASKED:
            said["practice"] = Practice.REGISTERED
        if said["practice"] == Practice.REGISTERED and not said.get("practice_name"):
            self.add_error("practice_name", _("Write which practice it is"))
        if said["risks"] == Risks.SOME and not said.get("risks_words"):
            self.add_error("risks_words", _("Write what there is to know"))
        return said


def is_nhs_number(typed: str) -> bool:
    """Ten figures, of which the last checks the others (modulus 11)."""
    if not re.fullmatch(r"[0-9]{10}", typed):
        return False
    check = 11 - sum(int(figure) * (10 - place) for place, figure in enumerate(typed[:9])) % 11
    return check % 11 == int(typed[9]) and check != 10


class AskForm(KeyedForm):
    """Somebody asked for a copy of everything, and was heard by one of us."""

    came_by = forms.ChoiceField(
        label=_("How did they ask?"), widget=CHOICES,
        choices=[one for one in CameBy.choices if one[0] != CameBy.OWN_PAGE],
        error_messages={"required": _("Choose how they asked")},
    )  # fmt: skip
    asked_on = forms.DateField(
        label=_("On"), initial=timezone.localdate, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Enter the day"), "invalid": _("Enter a day that there was, like 27/3/2026")},
    )  # fmt: skip

    def clean_asked_on(self) -> Any:
        on = self.cleaned_data["asked_on"]
        if on > timezone.localdate():
            raise ValidationError(_("This day has not been yet"))
        return on


class PrepareForm(Form):
    """How we know that it is they; which rows with somebody else's words stay out."""

    known_by = forms.CharField(
        label=_("How do you know that it is they who ask?"),
        help_text=_("They used the code on their own page; I know her voice and rang the number we have"),
        max_length=200,
        error_messages={"required": _("Write how you know")},
    )
    withheld = forms.MultipleChoiceField(
        label=_("Stays out"), required=False, widget=forms.CheckboxSelectMultiple, choices=()
    )

    def __init__(self, *args: Any, rows: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["withheld"].choices = rows


class LongerForm(Form):
    """Two months more: once, for what is complicated; they are told why within the first month."""

    why = forms.CharField(
        label=_("Why does it take longer?"),
        max_length=300,
        error_messages={"required": _("Write why, as you told them")},
    )
