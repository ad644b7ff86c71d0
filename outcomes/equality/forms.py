"""The questions on one page. None has to be answered."""

from typing import Any

from django import forms

from connect.keyed import KeyedForm
from outcomes.equality.questions import questions


class EqualityForm(KeyedForm):
    """Drawn empty each time: what was answered before is shown to nobody."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in questions():
            self.fields[one.key] = forms.ChoiceField(
                label=one.text, choices=one.choices, widget=forms.RadioSelect, required=False
            )

    def asked(self) -> list[forms.BoundField]:
        return [self[one.key] for one in questions()]

    def given(self) -> dict[str, str | None]:
        return {one.key: self.cleaned_data[one.key] or None for one in questions()}


class PressForm(KeyedForm):
    """Nothing but its key: pressed twice, done once."""
