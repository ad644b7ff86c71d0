"""The cover of a paper: for whom, when they meet, and what they are asked to agree, a line each."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from outcomes.annotations.forms import LEADS_SOMEWHERE
from outcomes.paper.models import Cover

MOST, LONGEST = 6, 200


class CoverForm(Form):
    board = forms.CharField(
        label=_("For whom"), max_length=120, required=False, help_text=_("For example: Health and Wellbeing Board")
    )
    meets_on = forms.DateField(
        label=_("When they meet"), required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Enter a day, such as 8 December 2026")},
    )  # fmt: skip
    asks = forms.CharField(
        label=_("What they are asked to agree, a line each"), required=False, widget=forms.Textarea({"rows": 5}),
        help_text=_("Six at most. Name no person who is helped"),
    )  # fmt: skip
    seen = forms.IntegerField(widget=forms.HiddenInput, initial=0, min_value=0)

    def __init__(self, *args: Any, cover: Cover | None = None, **kwargs: Any) -> None:
        first = {"board": cover.board, "meets_on": cover.meets_on, "asks": cover.asks} if cover else {}
        super().__init__(*args, initial=first | {"seen": cover.version if cover else 0}, **kwargs)

    def clean_asks(self) -> str:
        lines = [" ".join(line.split()) for line in self.cleaned_data["asks"].splitlines()]
        lines = [line for line in lines if line]
        if len(lines) > MOST or any(len(line) > LONGEST for line in lines):
            raise ValidationError(_now("Six lines at most, and none longer than 200 letters"))
        if any(LEADS_SOMEWHERE.search(line) for line in lines):
            raise ValidationError(_now("Leave out telephone numbers, e-mail addresses and postcodes"))
        return "\n".join(lines)

    @property
    def said(self) -> dict[str, str | date | None]:
        return {name: self.cleaned_data[name] for name in ("board", "meets_on", "asks")}
