"""What may be asked for several people at once, and the name of a view somebody keeps."""

import datetime
import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from connect.keyed import KeyedForm
from referrals.case.doing import SETTABLE
from referrals.states import Next

FARTHEST = datetime.timedelta(days=366)
DATE = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "mid"})


def clean_day(day: datetime.date | None) -> datetime.date | None:
    """A day from today on, within a year: a typing error in the year would hide somebody."""
    today = timezone.localdate()
    if day is not None and not today <= day <= today + FARTHEST:
        raise ValidationError(_("Choose a day from today on, within a year"))
    return day


class NextForm(Form):
    """What comes next, and by when."""

    step = forms.ChoiceField(
        label=_("Next"),
        choices=[(step.value, step.label) for step in SETTABLE],
        error_messages={"required": _("Choose what comes next"), "invalid_choice": _("Choose what comes next")},
    )
    on = forms.DateField(
        label=_("By"),
        widget=DATE,
        error_messages={"required": _("Choose a day"), "invalid": _("Choose a day, like 24 11 2026")},
    )

    def clean_on(self) -> datetime.date | None:
        return clean_day(self.cleaned_data["on"])

    def clean_step(self) -> Next:
        return Next(self.cleaned_data["step"])


class BulkTaskForm(KeyedForm):
    """One task for each of those picked."""

    words = forms.CharField(label=_("Task"), max_length=200, error_messages={"required": _("Say what is to be done")})
    due_on = forms.DateField(
        label=_("Due"), required=False, widget=DATE, error_messages={"invalid": _("Choose a day, like 24 11 2026")}
    )

    def clean_due_on(self) -> datetime.date | None:
        return clean_day(self.cleaned_data["due_on"])


class KeepForm(Form):
    """A name for the filters as they are."""

    name = forms.CharField(
        label=_("Keep this view as"), max_length=60, error_messages={"required": _("Give the view a name")}
    )


def picked(data: QueryDict) -> dict[uuid.UUID, str]:
    """Key -> what was next when the list was drawn, of each box that was ticked; what is no key is left aside."""
    found = {}
    for value in data.getlist("pick")[:500]:
        key, _bar, seen = value.partition("|")
        try:
            found[uuid.UUID(key)] = seen
        except ValueError:
            continue
    return found
