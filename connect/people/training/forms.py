"""A session and its people, as somebody types or pastes them on one screen."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connect.forms import Form
from connect.keyed import KeyedForm
from connect.people.models import Organisation, User
from connect.people.training import actions, kinds, pasting
from connect.people.training.kinds import months_after
from connect.places.models import Area

MOST_BYTES = 500_000
AGAIN = [
    ("24", gettext_lazy("in two years")),
    ("12", gettext_lazy("in a year")),
    ("36", gettext_lazy("in three years")),
    ("", gettext_lazy("not at all")),
]
A_DAY = forms.DateInput({"type": "date", "class": "mid"}, "%Y-%m-%d")


def kind_choices() -> list[tuple[str, str]]:
    return [(one.key, one.name) for one in kinds.offered()]


class PeopleForm(KeyedForm):
    """Who was there: a list, or a file."""

    body = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=gettext_lazy("Whom do they work for?"),
        help_text=gettext_lazy("Where one of them works for somebody else, write it after the e-mail address"),
        error_messages={"required": gettext_lazy("Choose the organisation they work for")},
    )
    people = forms.CharField(
        label=gettext_lazy("Who came"),
        help_text=gettext_lazy("A line each: name, work e-mail. An organisation and a job may follow"),
        widget=forms.Textarea({"rows": 8, "autocapitalize": "off", "spellcheck": "false"}),
        max_length=100_000,
        required=False,
    )
    sheet = forms.FileField(
        label=gettext_lazy("Or a CSV file"),
        help_text=gettext_lazy("With the headings name, email, organisation, job, attended"),
        widget=forms.ClearableFileInput({"accept": ".csv,text/csv"}),
        required=False,
    )
    again = forms.ChoiceField(
        label=gettext_lazy("They are due a refresher"), choices=AGAIN, initial="24", required=False
    )

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bodies = actions.bodies_for(by)
        self.fields["body"].queryset = Organisation.objects.filter(pk__in=[one.pk for one in bodies]).order_by("name")
        self.initial.setdefault("body", by.acting.organisation_id)

    def clean_sheet(self) -> str:
        """Its text; "" without one."""
        sheet = self.cleaned_data["sheet"]
        if not sheet:
            return ""
        if sheet.size > MOST_BYTES:
            raise ValidationError(_("This file is too large for a list of people. Send it in parts"))
        try:
            return sheet.read().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise ValidationError(_("This file cannot be read as CSV. Save it as CSV (UTF-8) and try again")) from error

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        cleaned["rows"] = [*self._rows("people", pasting.read), *self._rows("sheet", pasting.read_csv)]
        if not cleaned["rows"] and not self.errors:
            self.add_error("people", _("Write or paste at least one person, like: Ann Shaw, ann@example.org"))
        return cleaned

    def _rows(self, field: str, read: Any) -> list[pasting.Row]:
        try:
            return read(self.cleaned_data.get(field) or "") if self.cleaned_data.get(field) else []
        except pasting.Unreadable as refused:
            for sentence in refused.wrong[:20]:
                self.add_error(field, sentence)
            return []

    def due_after(self, held_on: date) -> date | None:
        return months_after(held_on, int(self.cleaned_data["again"])) if self.cleaned_data["again"] else None


class SessionForm(PeopleForm):
    """What was taught, and who was there."""

    kind = forms.ChoiceField(label=gettext_lazy("What in?"), choices=lambda: kind_choices())
    held_on = forms.DateField(
        label=gettext_lazy("Day"),
        widget=A_DAY,
        error_messages={
            "required": gettext_lazy("Enter the day it was held"),
            "invalid": gettext_lazy("Enter a day, like 24/11/2026"),
        },
    )
    title = forms.CharField(label=gettext_lazy("What it was called"), max_length=200, required=False)
    trainer = forms.CharField(label=gettext_lazy("Trainer"), max_length=200, required=False)
    place = forms.CharField(label=gettext_lazy("Where it was held"), max_length=200, required=False)
    area = forms.ModelChoiceField(
        Area.objects.filter(kind__in=[Area.Kind.AUTHORITY, Area.Kind.WARD]),
        label=gettext_lazy("For which ward or area"),
        required=False,
        empty_label=gettext_lazy("No one area"),
    )
    field_order = ["kind", "held_on", "title", "trainer", "place", "area", "body", "people", "sheet", "again"]
    ABOUT = ("kind", "held_on", "title", "trainer", "place", "area")

    def clean_held_on(self) -> date:
        day = self.cleaned_data["held_on"]
        if day > timezone.localdate() + timedelta(days=366) or day.year < 2000:
            raise ValidationError(_("Enter a day, like 24/11/2026"))
        return day

    def clean(self) -> dict[str, object]:
        """Nobody was trained on a day that has not come."""
        cleaned = super().clean()
        day = cleaned.get("held_on")
        if day and day > timezone.localdate() and any(row.attended for row in cleaned["rows"]):
            self.add_error("held_on", _("That day has not come yet. Write down who came once it has"))
        return cleaned

    def about(self) -> dict[str, object]:
        return {name: self.cleaned_data[name] for name in self.ABOUT}


class CameForm(Form):
    """Who came after all, and when they are due again."""

    came = forms.MultipleChoiceField(
        label=gettext_lazy("Who came"), required=False, widget=forms.CheckboxSelectMultiple
    )
    refresher_on = forms.DateField(label=gettext_lazy("Refresher due on"), widget=A_DAY, required=False)
    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, people: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["came"].choices = [(str(one.pk), f"{one.name}, {one.works_for}".strip(", ")) for one in people]
