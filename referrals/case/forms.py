"""What a connector may type on a person's page: what is next, a note, a correction, a task."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from connect.keyed import KeyedForm
from connect.people.models import User
from referrals.case.doing import SETTABLE
from referrals.caseload.forms import DATE, BulkTaskForm, clean_day
from referrals.states import Channel

A_NOTE = "note"
DONE = [*Channel.choices, (A_NOTE, _("A note"))]
STEPS = [(step.value, step.label) for step in SETTABLE]
SOON = {"1": _("Tomorrow"), "7": _("In a week"), "28": _("In four weeks")}


class NextForm(Form):
    """What comes next, and by when: a day, or one press for tomorrow, a week, four weeks."""

    step = forms.ChoiceField(label=_("Next"), choices=STEPS, error_messages={"required": _("Choose what comes next")})
    on = forms.DateField(
        label=_("By"),
        widget=DATE,
        error_messages={"required": _("Choose a day"), "invalid": _("Choose a day, like 24 11 2026")},
    )
    soon = forms.ChoiceField(choices=list(SOON.items()), required=False)
    seen = forms.CharField(widget=forms.HiddenInput, max_length=40)

    def clean_on(self) -> datetime.date | None:
        return clean_day(self.cleaned_data["on"])

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        if cleaned.get("soon"):
            cleaned["on"] = timezone.localdate() + datetime.timedelta(days=int(cleaned["soon"]))
            self.errors.pop("on", None)
        return cleaned


class NoteForm(KeyedForm):
    """Recording a call takes two taps and a sentence; a note takes the sentence."""

    channel = forms.ChoiceField(label=_("What you did"), choices=DONE, widget=forms.RadioSelect, initial=Channel.CALL)
    reached = forms.ChoiceField(
        label=_("Did you reach them?"),
        choices=[("yes", _("Reached")), ("no", _("Not reached"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Say whether you reached them")},
    )
    phrases = forms.MultipleChoiceField(
        label=_("Said in a phrase"), required=False, widget=forms.CheckboxSelectMultiple, choices=()
    )
    note = forms.CharField(
        label=_("In a sentence"),
        widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "true", "autocapitalize": "sentences"}),
        required=False,
        max_length=4000,
    )
    step = forms.ChoiceField(label=_("Then"), choices=[("", _("As usual")), *STEPS], required=False)
    on = forms.DateField(
        label=_("On"), required=False, widget=DATE, error_messages={"invalid": _("Choose a day, like 24 11 2026")}
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, *args: Any, phrases: list[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["phrases"].choices = [(words, words) for words in phrases]
        self.fields["reached"].required = not self.is_bound or self.data.get("channel") != A_NOTE

    @property
    def is_a_note(self) -> bool:
        return self.cleaned_data.get("channel") == A_NOTE

    def clean_on(self) -> datetime.date | None:
        return clean_day(self.cleaned_data["on"])

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        said = [*cleaned.get("phrases", ()), cleaned.get("note", "")]
        cleaned["words"] = " ".join(part for part in said if part)
        if self.is_a_note and not cleaned["words"]:
            self.add_error("note", _("Write the note"))
        if cleaned.get("step") and not cleaned.get("on") and "on" not in self.errors:
            self.add_error("on", _("Choose a day"))
        return cleaned


class CorrectionForm(KeyedForm):
    """What should have stood there. What stood there stays."""

    words = forms.CharField(
        label=_("What is right"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=4000,
        error_messages={"required": _("Write what is right")},
    )


class TaskForm(BulkTaskForm):
    """Something to do for this person: what, by when, and who does it."""

    owner = forms.ChoiceField(label=_("Who does it"), error_messages={"required": _("Choose who does it")})

    def __init__(self, *args: Any, owners: list[User] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owners = {str(one.pk): one for one in owners}
        self.fields["owner"].choices = [(key, one.name) for key, one in self.owners.items()]

    def clean_owner(self) -> User:
        return self.owners[self.cleaned_data["owner"]]


class PhrasesForm(Form):
    """A team's phrases, one a line."""

    words = forms.CharField(
        label=_("Phrases, one a line"),
        help_text=_("About nobody in particular: “No answer, no message left.”"),
        widget=forms.Textarea(attrs={"rows": 10}),
        required=False,
        max_length=6000,
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def clean_words(self) -> list[str]:
        lines = [" ".join(line.split()) for line in self.cleaned_data["words"].splitlines()]
        kept = list(dict.fromkeys(line for line in lines if line))
        if len(kept) > 30 or any(len(line) > 200 for line in kept):
            raise ValidationError(_("At most 30 phrases of at most 200 letters"))
        return kept
