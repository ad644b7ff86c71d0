"""The questions of one instrument on one screen: read out, or keyed from a sheet."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from connect.keyed import KeyedForm
from outcomes.measuring.states import Mode
from outcomes.measuring.words import Script, no_answers
from outcomes.scoring.readings import NO_ANSWER


class ReadingForm(KeyedForm):
    """No question has to be answered; but a reading without any answer is none."""

    mode = forms.ChoiceField(
        label=_("How they answered"), choices=[one for one in Mode.choices if one[0] != Mode.LINK],
        widget=forms.RadioSelect, error_messages={"required": _("Say how they answered")},
    )  # fmt: skip
    taken_on = forms.DateField(label=_("On"), widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, *args: Any, script: Script, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.script = script
        for question in script.questions:
            self.fields[question.key] = forms.ChoiceField(
                label=f"{question.number}. {question.label}", required=False, widget=forms.RadioSelect,
                choices=[*question.options, *no_answers()],
            )  # fmt: skip
        if not script.is_worded:
            self.fields["mode"].choices = [(Mode.PAPER.value, Mode.PAPER.label)]
            self.fields["mode"].initial = Mode.PAPER
        self.fields["taken_on"].initial = timezone.localdate().isoformat()

    @property
    def questions(self) -> list[forms.BoundField]:
        return [self[question.key] for question in self.script.questions]

    @property
    def answers(self) -> dict[str, str | None]:
        """What was seen and left open is null: on this screen every question was seen."""
        return {question.key: self.cleaned_data[question.key] or None for question in self.script.questions}

    def clean_taken_on(self) -> object:
        on = self.cleaned_data["taken_on"]
        if on > timezone.localdate():
            raise ValidationError(_("This day has not been yet"))
        return on

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        given = [cleaned.get(question.key) for question in self.script.questions]
        if not self.errors and not any(token and token not in NO_ANSWER for token in given):
            raise ValidationError(_("Nothing is answered. If they would rather not, say so on the list instead"))
        return cleaned


class SendForm(KeyedForm):
    """Nothing but its key: pressed twice, sent once."""


class AskForm(SendForm):
    """Which questions go to them; with nothing chosen, the four of the harmonised standard."""

    instruments = forms.MultipleChoiceField(
        label=_("Which questions?"), required=False, widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Choose from these")},
    )  # fmt: skip

    def __init__(self, *args: Any, scripts: Sequence[Script], usual: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, initial={"instruments": list(usual)}, **kwargs)
        self.usual = list(usual)
        self.fields["instruments"].choices = [(one.key, f"{one.name} ({len(one.questions)})") for one in scripts]

    @property
    def chosen(self) -> list[str]:
        return self.cleaned_data["instruments"] or self.usual
