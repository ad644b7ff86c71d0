"""One line a reason: whether it is offered, the scheme's own words, and its advice."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connect.forms import Form
from connect.people.running.models import SchemeReason
from referrals.reasons.offering import KEPT, Step


class ReasonsForm(Form):
    def __init__(self, *args: Any, step: Step, rows: dict[str, SchemeReason], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.codes = [code for code, _label in step.choices]
        for code, label in step.choices:
            self._line(code, str(label), rows.get(code))

    def _line(self, code: str, label: str, row: SchemeReason | None) -> None:
        fixed = code in KEPT
        offered = forms.BooleanField(label=gettext_lazy("Offered"), required=False, disabled=fixed)
        offered.initial = True if fixed or row is None else row.offered
        wording = forms.CharField(label=gettext_lazy("Our words"), max_length=120, required=False)
        advice = forms.CharField(label=gettext_lazy("Advice beside it"), max_length=400, required=False)
        wording.initial, advice.initial = (row.wording, row.advice) if row else ("", "")
        wording.help_text = label
        self.fields |= {f"offered_{code}": offered, f"wording_{code}": wording, f"advice_{code}": advice}

    def clean(self) -> dict[str, object]:
        """Whoever has to say why needs something to say."""
        cleaned = super().clean()
        if not any(cleaned.get(f"offered_{code}") for code in self.codes if code not in KEPT):
            self.add_error(f"offered_{self.codes[0]}", _("Offer at least one reason"))
        return cleaned

    def lines(self) -> Iterator[tuple[str, list[forms.BoundField]]]:
        for code in self.codes:
            fields = [self[f"{name}_{code}"] for name in ("offered", "wording", "advice")]
            yield str(fields[1].help_text), fields

    def told(self) -> dict[str, dict[str, object]]:
        """code -> columns of its row."""
        return {
            code: {name: self.cleaned_data[f"{name}_{code}"] for name in ("offered", "wording", "advice")}
            for code in self.codes
        }
