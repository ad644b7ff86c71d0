"""Whom to give somebody to, how full each connector may be, and what is done for those who wait."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from connect.people.models import Membership, Team
from connect.people.roles import Skill
from referrals.queue.states import Kind, Went


class AssignForm(Form):
    """One or many, to one connector of the team."""

    connector = forms.ChoiceField(
        label=_("Who takes them on?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a connector")},
    )

    def __init__(self, *args: Any, choices: Sequence[tuple[str, str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["connector"].choices = choices


class ReleaseForm(Form):
    words = forms.CharField(
        label=_("What whoever is next should know"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=2000,
    )


class CapacityForm(Form):
    """How much one connector may carry, what they are good at, and where they work."""

    full_caseload = forms.IntegerField(
        label=_("A full caseload"),
        help_text=_("Light counts 1, standard 2, intensive 4. 60 for somebody who works all week is usual"),
        min_value=0,
        max_value=400,
        widget=forms.NumberInput(attrs={"class": "mid", "inputmode": "numeric"}),
    )
    skills = forms.MultipleChoiceField(
        label=_("Good at"), choices=Skill, widget=forms.CheckboxSelectMultiple, required=False
    )
    wards = forms.MultipleChoiceField(label=_("Works in"), widget=forms.CheckboxSelectMultiple, required=False)

    def __init__(self, *args: Any, team: Team, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["wards"].choices = [(str(area.pk), area.name) for area in team.areas.order_by("name")]

    @staticmethod
    def as_it_is(one: Membership) -> dict[str, object]:
        wards = [str(ward.pk) for ward in one.wards.all()]
        return {"full_caseload": one.full_caseload, "skills": one.skills, "wards": wards}


class PlanForm(Form):
    kind = forms.ChoiceField(
        label=_("What is planned?"),
        choices=Kind,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what is planned")},
    )
    due_on = forms.DateField(
        label=_("For which day?"),
        widget=forms.DateInput(attrs={"type": "date", "class": "mid"}, format="%Y-%m-%d"),
        error_messages={"required": _("Choose a day"), "invalid": _("Choose a day, like 24/11/2026")},
    )
    words = forms.CharField(
        label=_("What"), help_text=_("“Phone call on Thursdays”, “open door at the library”"), max_length=300,
        required=False,
    )  # fmt: skip

    def clean_due_on(self) -> object:
        if self.cleaned_data["due_on"] < timezone.localdate():
            raise ValidationError(_("Choose today or a day to come"))
        return self.cleaned_data["due_on"]


class WentForm(Form):
    went = forms.ChoiceField(
        label=_("How was it?"), choices=Went, widget=forms.RadioSelect, error_messages={"required": _("Say how it was")}
    )
