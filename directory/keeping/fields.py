"""Fields that several pages of the listing's form share, each giving what a document holds."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory.keeping.forms import Day
from directory.models import Audience, Need
from directory.telling_us.cleaning import clean_phone, clean_website

Choices = Iterable[tuple[str, Any]] | Callable[[], list[tuple[str, Any]]] | type
NUMBER = {"inputmode": "numeric", "class": "mid"}
SURE = [("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No")), ("", gettext_lazy("We do not know"))]
A_DAY = re.compile(r"[,;\n]+")


def line(label: Any, longest: int = 200, **more: Any) -> forms.CharField:
    more.setdefault("required", False)
    return forms.CharField(label=label, max_length=longest, **more)


def words(label: Any, rows: int = 4, **more: Any) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=False, max_length=6000, widget=area, **more)


def one_of(label: Any, choices: Choices, **more: Any) -> forms.ChoiceField:
    more.setdefault("required", False)
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, **more)


def pick(label: Any, choices: Choices, **more: Any) -> forms.ChoiceField:
    more.setdefault("required", False)
    return forms.ChoiceField(label=label, choices=choices, **more)


def some_of(label: Any, choices: Choices, **more: Any) -> forms.MultipleChoiceField:
    widget = forms.CheckboxSelectMultiple
    return forms.MultipleChoiceField(label=label, choices=choices, required=False, widget=widget, **more)


def tick(label: Any, **more: Any) -> forms.BooleanField:
    return forms.BooleanField(label=label, required=False, **more)


def whole(label: Any, most: int = 1000, **more: Any) -> forms.IntegerField:
    more.setdefault("error_messages", {"invalid": gettext_lazy("Enter a whole number, like 12")})
    return forms.IntegerField(
        label=label, required=False, min_value=0, max_value=most, widget=forms.TextInput(attrs=NUMBER), **more
    )


def day(label: Any, **more: Any) -> Day:
    return Day(label=label, required=False, **more)


class Sure(forms.ChoiceField):
    """Yes, no, or nobody has told us."""

    def __init__(self, label: Any, **more: Any) -> None:
        super().__init__(label=label, choices=SURE, required=False, widget=forms.RadioSelect, **more)

    def prepare_value(self, value: Any) -> str:
        return {True: "yes", False: "no", None: ""}.get(value, value)

    def clean(self, value: Any) -> bool | None:
        return {"yes": True, "no": False}.get(super().clean(value))


class Days(forms.CharField):
    """Several days, with commas or on lines of their own."""

    def __init__(self, label: Any, **more: Any) -> None:
        more.setdefault("help_text", gettext_lazy("Days with commas between them, like 24/12/2026, 31/12/2026"))
        super().__init__(label=label, required=False, widget=forms.Textarea(attrs={"rows": 2}), max_length=2000, **more)

    def prepare_value(self, value: Any) -> str:
        return value if isinstance(value, str) else ", ".join(_british(each) for each in value or [])

    def clean(self, value: Any) -> list[str]:
        said = [part.strip() for part in A_DAY.split(super().clean(value)) if part.strip()]
        return sorted({self._day(part).isoformat() for part in said})

    def _day(self, said: str) -> date:
        try:
            return Day(required=True).clean(said)
        except ValidationError as problem:
            raise ValidationError(_("“%(said)s” is not a day, like 24/12/2026") % {"said": said[:30]}) from problem


def _british(said: str) -> str:
    return date.fromisoformat(said).strftime("%d/%m/%Y")


class Separated(forms.CharField):
    """A list in one box: English, Welsh, Urdu."""

    def prepare_value(self, value: Any) -> str:
        return value if isinstance(value, str) else ", ".join(value or [])

    def clean(self, value: Any) -> list[str]:
        said = [part.strip() for part in super().clean(value).split(",")]
        return list(dict.fromkeys(part for part in said if part))


class Phone(forms.CharField):
    widget = forms.TextInput(attrs={"type": "tel", "inputmode": "tel", "class": "mid"})
    known = ""  # what stands there already is no fault of whoever changes something else

    def clean(self, value: Any) -> str:
        said = super().clean(value)
        return said if said == self.known else clean_phone(said)


class Website(forms.CharField):
    """An address that may stand in a listing: see directory.addresses."""

    widget = forms.TextInput(attrs={"type": "url", "inputmode": "url"})
    known = ""

    def clean(self, value: Any) -> str:
        said = super().clean(value)
        return said if said == self.known else clean_website(said)


def needs() -> list[tuple[str, str]]:
    return [(need.code, str(need)) for need in Need.objects.all()]


def audiences() -> list[tuple[str, str]]:
    return [(audience.code, str(audience)) for audience in Audience.objects.all()]
