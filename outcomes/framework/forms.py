"""A framework on one screen: a line for each aim, its outcomes below, a line each."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from connect.keyed import KeyedForm
from outcomes.framework import writing
from outcomes.framework.models import Framework

MORE, MOST = 2, 30  # empty aims at the end; and all there may be


class FrameworkForm(KeyedForm):
    title = forms.CharField(
        label=_("What it is called"), max_length=120, error_messages={"required": _("Give it a name")}
    )
    in_use = forms.BooleanField(label=_("We use it: goals can be tied to it"), required=False, initial=True)
    seen = forms.IntegerField(widget=forms.HiddenInput, initial=0)

    def __init__(self, *args: Any, framework: Framework | None = None, **kwargs: Any) -> None:
        aims = list(framework.aims.all()) if framework else []
        first = {"title": framework.title, "in_use": framework.in_use, "seen": framework.version} if framework else {}
        super().__init__(*args, initial=first, **kwargs)
        self.rows = min(max(len(aims), self._sent()) + (0 if self.is_bound else MORE), MOST)
        for n in range(self.rows):
            texts = writing.as_text(aims[n]) if n < len(aims) else ("", "")
            self.fields[f"aim_{n}"] = forms.CharField(
                label=_now("Aim %(n)d") % {"n": n + 1}, required=False, max_length=220, initial=texts[0]
            )
            self.fields[f"outcomes_{n}"] = forms.CharField(
                label=_now("What comes of it, one a line"), required=False, max_length=8000, initial=texts[1],
                widget=forms.Textarea({"rows": max(3, texts[1].count("\n") + 2)}),
            )  # fmt: skip

    def _sent(self) -> int:
        return sum(name.startswith("aim_") for name in self.data) if self.is_bound else 0

    @property
    def pairs(self) -> Iterator[tuple[forms.BoundField, forms.BoundField]]:
        return ((self[f"aim_{n}"], self[f"outcomes_{n}"]) for n in range(self.rows))

    def clean(self) -> dict[str, Any]:
        cleaned, typed = super().clean(), []
        for n in range(self.rows):
            if row := self._row(n, cleaned.get(f"aim_{n}", ""), cleaned.get(f"outcomes_{n}", "")):
                typed.append(row)
        if not self.errors and not typed:
            self.add_error("aim_0", _now("Write at least one aim"))
        if not self.errors:
            cleaned["aims"] = self._numbered(typed)
        return cleaned

    def _row(self, n: int, aim: str, outcomes: str) -> writing.Typed | None:
        if not aim.strip() and not outcomes.strip():
            return None
        if not aim.strip():
            self.add_error(f"aim_{n}", _now("Say which aim these belong to"))
        parts = [self._read(f"aim_{n}", writing.lines, aim), self._read(f"outcomes_{n}", writing.lines, outcomes)]
        return writing.Typed(parts[0][0], parts[1]) if parts[0] and parts[1] is not None else None

    def _read(self, name: str, read: Any, text: str) -> Any:
        try:
            return read(text)
        except ValidationError as error:
            self.add_error(name, error)
            return None

    def _numbered(self, typed: list[writing.Typed]) -> list[writing.Typed]:
        try:
            return writing.numbered(typed)
        except ValidationError as error:
            self.add_error(None, error)
            return []
