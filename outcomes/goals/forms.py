"""A goal, what it is tied to, and how far they are."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connect.keyed import KeyedForm
from outcomes.framework.models import Framework
from outcomes.goals.evidence import Known
from outcomes.goals.states import Rating

DATE = forms.DateInput(attrs={"type": "date", "class": "mid"}, format="%Y-%m-%d")


class TieForm(KeyedForm):
    """Which outcomes of the framework it belongs to; drawn aim by aim."""

    outcomes = forms.MultipleChoiceField(
        label=_("What it belongs to"), required=False, error_messages={"invalid_choice": _("Choose from these")}
    )

    def __init__(self, *args: Any, frameworks: Sequence[Framework], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.frameworks = frameworks
        self.fields["outcomes"].choices = [(str(one.pk), one.title) for one in self._outcomes()]

    def _outcomes(self) -> list[Any]:
        return [one for framework in self.frameworks for aim in framework.aims.all() for one in aim.outcomes.all()]

    @property
    def aims(self) -> list[tuple[Any, list[tuple[Any, bool]]]]:
        """(aim, its outcomes, each with whether it is ticked)."""
        ticked = {str(one) for one in self["outcomes"].value() or ()}
        aims = [aim for framework in self.frameworks for aim in framework.aims.all()]
        return [(aim, [(one, str(one.pk) in ticked) for one in aim.outcomes.all()]) for aim in aims]


class GoalForm(TieForm):
    words = forms.CharField(
        label=_("What would they like to come of this?"), max_length=300,
        help_text=_("In their own words: “Somewhere to be on a Tuesday”"), widget=forms.Textarea({"rows": 2}),
        error_messages={"required": _("Write it in their words")},
    )  # fmt: skip
    hoped_by = forms.DateField(
        label=_("They hope for it by"), required=False, widget=DATE, error_messages={"invalid": _("Choose a day")}
    )
    field_order = ["key", "words", "hoped_by", "outcomes"]


class RateForm(KeyedForm):
    rating = forms.ChoiceField(
        label=_("How far are they?"), choices=Rating, widget=forms.RadioSelect,
        error_messages={"required": _("Choose how far they are")},
    )  # fmt: skip
    words = forms.CharField(
        label=_("In a sentence, if they like"), max_length=300, required=False, widget=forms.Textarea({"rows": 2})
    )
    rests_on = forms.MultipleChoiceField(
        label=_("What speaks for it"), required=False, widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Choose from these")},
    )  # fmt: skip

    def __init__(self, *args: Any, known: Sequence[Known], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rests_on"].choices = [(one.ref, one.sentence) for one in known]
        if not known:
            del self.fields["rests_on"]
