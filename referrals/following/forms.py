"""What a connector says after such a talk: what got in the way, and what happens next. Two taps and a button."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from connect.keyed import KeyedForm
from connect.templatetags import look
from directory.schedule import Session
from referrals.following.recording import Said
from referrals.following.scripts import Script
from referrals.following.states import NotTaken, Then, Why

ON_A_DAY = (Then.SESSION, Then.ALONG)
NOTHING_TO_EXPLAIN = (Then.NOT_REACHED, Then.WELL, Then.SETTLED, Then.HELP)
TAKEN = "taken"


class FollowForm(KeyedForm):
    why = forms.ChoiceField(
        label=_("What got in the way?"),
        choices=Why,
        widget=forms.RadioSelect,
        required=False,
        error_messages={"required": _("Choose what got in the way, or that you have not asked")},
    )
    then = forms.ChoiceField(
        label=_("What happens next?"),
        choices=Then,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what happens next")},
    )
    starts_at = forms.ChoiceField(label=_("Which day, if they go?"), required=False)
    on = forms.DateField(
        label=_("When do you ask again, if they would like that?"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date", "class": "mid"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Choose a day, like 24/11/2026")},
    )
    words = forms.CharField(
        label=_("In a sentence"),
        help_text=_("It stands in their story, for those who work with them"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=2000,
    )
    row = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, script: Script, sessions: Sequence[Session] = (), may_write: bool = True, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.script, thens = script, list(script.thens)
        if not sessions:
            thens = [one for one in thens if one not in ON_A_DAY]
        if not may_write:
            thens = [one for one in thens if one != Then.SENT]
        self.fields["then"].choices = [(one.value, one.label) for one in thens]
        self.fields["starts_at"].choices = [(one.starts_at.isoformat(), look.moment(one.starts_at)) for one in sessions]
        self._leave_out(thens)

    def _leave_out(self, thens: Sequence[Then]) -> None:
        """What no choice on this page needs is not asked."""
        self.fields["why"].required = self.data.get("then") not in NOTHING_TO_EXPLAIN
        self.fields["starts_at"].required = not self.is_bound  # the next day stands there from the first
        if not self.script.asks_why:
            del self.fields["why"]
        if not set(thens) & set(ON_A_DAY):
            del self.fields["starts_at"]
        if Then.LATER not in thens:
            del self.fields["on"]

    def clean_on(self) -> date | None:
        on = self.cleaned_data["on"]
        if on and on <= timezone.localdate():
            raise ValidationError(_("Choose a day to come"))
        return on

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        then = cleaned.get("then")
        if then == Then.LATER and not cleaned.get("on") and "on" not in self.errors:
            self.add_error("on", _("Choose the day on which you ask again"))
        return cleaned

    @property
    def said(self) -> Said:
        typed = self.cleaned_data
        at = typed.get("starts_at")
        starts_at = datetime.fromisoformat(at) if at and typed["then"] in ON_A_DAY else None
        return Said(typed["then"], typed.get("why", ""), typed.get("on"), starts_at)


REASONS = [one for one in NotTaken.choices if one[0] != NotTaken.ENDED]


class MeasureForm(Form):
    """Taken, or the reason why not."""

    said = forms.ChoiceField(choices=[(TAKEN, _("Asked elsewhere, and kept there")), *REASONS])

    @property
    def why_not(self) -> str:
        said = self.cleaned_data["said"]
        return "" if said == TAKEN else said
