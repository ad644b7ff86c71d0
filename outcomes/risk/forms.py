"""The weights of an index on one screen, a choice for each factor, and why."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from connect.keyed import KeyedForm
from outcomes.risk.presets import Factor, Preset

CHOICES = [(0, _("Leave it out")), (1, _("Counts once")), *((n, _("Counts %d times") % n) for n in (2, 3, 4, 5))]


def _said(factor: Factor) -> str:
    return (
        _now("No open figure, so it only lowers the coverage. %(why)s") % {"why": factor.why}
        if factor.why
        else factor.note
    )


class WeightsForm(KeyedForm):
    why = forms.CharField(
        label=_("Why weigh it so"), max_length=500, widget=forms.Textarea({"rows": 3}),
        help_text=_("Everybody who sees the map sees this."),
        error_messages={"required": _("Say why, so that others can argue with it")},
    )  # fmt: skip
    seen = forms.IntegerField(widget=forms.HiddenInput, initial=0)

    def __init__(self, *args: Any, preset: Preset, weights: Mapping[str, int], version: int, **kwargs: Any) -> None:
        super().__init__(*args, initial={"seen": version}, **kwargs)
        self.factors = preset.factors
        for factor in preset.factors:
            self.fields[f"weight_{factor.key}"] = forms.TypedChoiceField(
                label=factor.title, choices=CHOICES, coerce=int, initial=weights.get(factor.key, 1),
                help_text=_said(factor),
            )  # fmt: skip

    @property
    def rows(self) -> Iterator[tuple[Factor, forms.BoundField]]:
        return ((factor, self[f"weight_{factor.key}"]) for factor in self.factors)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        weights = {factor.key: cleaned.get(f"weight_{factor.key}") for factor in self.factors}
        counting = [one for one in self.factors if one.stands_in and weights[one.key] != 0]
        if not self.errors and not counting:
            self.add_error(None, _("Let at least one factor count that has a figure"))
        cleaned["weights"] = weights
        return cleaned
