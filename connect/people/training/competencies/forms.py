"""How far somebody is with each line of the list, and the list itself."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from connect.forms import Form
from connect.people.training.competencies.models import Competency, Level


class RatingForm(Form):
    """One row of four answers for each line; what is left open stays open."""

    def __init__(self, *args: Any, lines: Iterable[Competency], now: dict[Any, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = {f"level_{one.pk}": one for one in lines}
        for name, one in self.lines.items():
            self.fields[name] = forms.TypedChoiceField(
                label=one.name, help_text=one.about, choices=Level.choices, coerce=int, empty_value=None,
                required=False, widget=forms.RadioSelect, initial=now.get(one.pk),
            )  # fmt: skip

    def levels(self) -> dict[Competency, int]:
        return {one: self.cleaned_data[name] for name, one in self.lines.items() if self.cleaned_data[name]}


class LineForm(Form):
    name = forms.CharField(
        label=gettext_lazy("What they can do"),
        max_length=120,
        error_messages={"required": gettext_lazy("Say what it is")},
    )
    about = forms.CharField(label=gettext_lazy("In a sentence"), max_length=400, required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
