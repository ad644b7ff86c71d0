"""What an editor types at the desk: how they know, what they take, a note, a reason."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from connect.keyed import KeyedForm
from connect.people.models import Membership, User
from connect.people.roles import Role
from directory.models import ChangeRequest
from directory.states import How, Outcome

EDITORS_WAYS = [(how.value, how.label) for how in (How.RANG, How.EMAIL, How.VISIT, How.OWN_PAGE)]


class Day(forms.DateField):
    """A date as the browser's own calendar gives it, or typed the British way."""

    widget = forms.DateInput(attrs={"type": "date", "class": "mid"}, format="%Y-%m-%d")

    def __init__(self, **more: Any) -> None:
        told = {"invalid": _("Enter a day, like 24/11/2026")}
        super().__init__(input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y"], error_messages=told, **more)


class CheckForm(KeyedForm):
    """How do you know? And what came of it, by which button was pressed."""

    how = forms.ChoiceField(
        label=_("How do you know?"), choices=EDITORS_WAYS, widget=forms.RadioSelect, initial=How.RANG,
        error_messages={"required": _("Say how you know")},
    )  # fmt: skip
    note = forms.CharField(label=_("Note for the next checker"), max_length=500, required=False)
    again_on = Day(label=_("Try again on"), required=False)
    outcome = forms.ChoiceField(choices=Outcome, error_messages={"required": _("Press one of the buttons")})

    def clean_again_on(self) -> date | None:
        on = self.cleaned_data["again_on"]
        if on and on < timezone.localdate():
            raise ValidationError(_("Choose a day from today on"))
        return on


class TakeForm(Form):
    """Which of the proposed parts are right, and how that is known."""

    take = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    how = forms.ChoiceField(
        label=_("How do you know?"), required=False, widget=forms.RadioSelect,
        choices=[("", _("I only looked")), *EDITORS_WAYS],
    )  # fmt: skip
    why = forms.CharField(label=_("A word about it"), max_length=300, required=False)
    do = forms.ChoiceField(choices=[("take", ""), ("refuse", "")])

    def __init__(self, *args: Any, change: ChangeRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["take"].choices = [(part, part) for part in change.proposed]
        self.fields["how"].initial = ""


class SecondForm(Form):
    do = forms.ChoiceField(choices=[("agree", ""), ("disagree", ""), ("withdraw", "")])
    why = forms.CharField(label=_("Why"), max_length=300, required=False)


class NoteForm(KeyedForm):
    text = forms.CharField(
        label=_("A note for editors"), widget=forms.Textarea(attrs={"rows": 2}), max_length=2000,
        error_messages={"required": _("Write the note first")},
    )  # fmt: skip


class AssignForm(Form):
    to = forms.ModelChoiceField(label=_("Whose to check"), queryset=User.objects.none(), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = editors()
        self.fields["to"].empty_label = str(_("Everybody’s"))


class ReportForm(Form):
    came_of_it = forms.CharField(
        label=_("What came of it"), max_length=300,
        error_messages={"required": _("Say in a few words what came of it")},
    )  # fmt: skip


class PeriodForm(Form):
    every_days = forms.TypedChoiceField(
        label=_("Check it every"), coerce=int, empty_value=None, required=False,
        choices=[
            ("", _("as often as others of its kind")), (30, _("month")), (61, _("two months")), (91, _("three months")),
            (182, _("six months")), (365, _("year")),
        ],
    )  # fmt: skip


class RestoreForm(Form):
    parts = forms.MultipleChoiceField(
        required=True, widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick what should be as it was")},
    )  # fmt: skip

    def __init__(self, *args: Any, parts: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parts"].choices = [(part, part) for part in parts]


def editors() -> Any:
    at_work = Membership.objects.current().filter(role=Role.DIR).values("user")
    return User.objects.filter(pk__in=at_work).order_by("name")
