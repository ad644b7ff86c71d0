"""What is asked before somebody is let in beside us: who, why, how far, until when, and the person's own yes."""

from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from connect.keyed import KeyedForm
from connect.people.models import Membership, User
from referrals.models import Referral
from referrals.together import reading
from referrals.together.states import BY_HAND, Level, Over

USUAL = relativedelta(months=3)
A_REFERENCE = _("Enter the reference, like KQ7-4MX")


def why(label: str, help_text: str) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, max_length=300, widget=forms.Textarea({"rows": 2}),
        error_messages={"required": _("Say why in a sentence: the person may read it")},
    )  # fmt: skip


class HowFarForm(KeyedForm):
    """A yes: what opens, until when, and that the person agreed to just this worker."""

    level = forms.ChoiceField(
        label=_("What they may see"), choices=Level, widget=forms.RadioSelect,
        error_messages={"required": _("Choose what they may see")},
    )  # fmt: skip
    until = forms.DateField(
        label=_("Until when"),
        help_text=_("It closes by itself on that day. You can end it sooner at any time"),
        widget=forms.DateInput({"type": "date", "class": "mid"}, format="%Y-%m-%d"),
        error_messages={"required": _("Choose a day"), "invalid": _("Choose a day, like 24 11 2026")},
    )
    agreed = forms.BooleanField(
        label=_("They have said yes, to me, today: this worker may see this and help too"),
        error_messages={"required": _("Tick to say that they have agreed. If you have not asked, ask them first")},
    )

    def __init__(self, *args: Any, referral: Referral, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.last = timezone.localdate() + relativedelta(months=referral.team.scheme.consent_months)
        self.initial.setdefault("until", timezone.localdate() + USUAL)

    def clean_until(self) -> date:
        until = self.cleaned_data["until"]
        if not timezone.localdate() < until <= self.last:
            raise ValidationError(_("Choose a day to come, within the months that a yes holds"))
        return until

    def said(self) -> dict[str, object]:
        return {name: self.cleaned_data[name] for name in ("level", "until", "agreed")}


class AskInForm(HowFarForm):
    """A worker from elsewhere, by the address they sign in with."""

    email = forms.EmailField(
        label=_("Their work e-mail"), help_text=_("The one they sign in with here"),
        error_messages={
            "required": _("Enter their work e-mail"), "invalid": _("Enter an e-mail address, like name@example.org"),
        },
    )  # fmt: skip
    why = why(_("What you would like them for"), _("“She knows him from the housing side, and can help with the move”"))
    field_order = ["email", "why", "level", "until", "agreed"]

    def __init__(self, *args: Any, referral: Referral, **kwargs: Any) -> None:
        super().__init__(*args, referral=referral, **kwargs)
        self.referral = referral

    def clean_email(self) -> Membership:
        found = reading.worker(self.cleaned_data["email"])
        if not found:
            raise ValidationError(
                _("Nobody who works with people here signs in with this address. They need an account first")
            )
        if any(self._sees_it(one) for one in found):
            raise ValidationError(_("They see this person already"))
        return found[0]

    def _sees_it(self, one: Membership) -> bool:
        of_team = one.team_id == self.referral.team_id
        return one.user_id == self.referral.connector_id or (of_team and one.role == "TL")


class EndForm(Form):
    why = forms.ChoiceField(
        label=_("Why"), choices=[(one.value, one.label) for one in BY_HAND], initial=Over.NOT_NEEDED,
        widget=forms.RadioSelect, error_messages={"required": _("Choose why")},
    )  # fmt: skip


class LeadForm(Form):
    lead = forms.ChoiceField(
        label=_("Who leads"), widget=forms.RadioSelect, error_messages={"required": _("Choose who leads")}
    )

    def __init__(self, *args: Any, people: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in people}
        self.fields["lead"].choices = [(key, one.name) for key, one in self.people.items()]

    def clean_lead(self) -> User:
        return self.people[self.cleaned_data["lead"]]


class AskForForm(KeyedForm):
    """By a reference that somebody told them; nothing here says whether it means anybody."""

    reference = forms.CharField(
        label=_("Reference"), help_text=_("Six letters and figures, as the person or the team told you: KQ7-4MX"),
        max_length=12, widget=forms.TextInput({"class": "mid", "autocomplete": "off"}),
        error_messages={"required": A_REFERENCE},
    )  # fmt: skip
    why = why(_("Why you ask"), _("“I see him every week at the library and could go along with him”"))

    def clean_reference(self) -> str:
        typed = "".join(self.cleaned_data["reference"].upper().split()).replace("-", "")
        if len(typed) != 6 or not typed.isalnum() or not typed.isascii():
            raise ValidationError(A_REFERENCE)
        return f"{typed[:3]}-{typed[3:]}"


class OthersForm(Form):
    why = why(_("Why you ask"), _("“I would like to agree with them who does what”"))


class NoteForm(KeyedForm):
    words = forms.CharField(
        label=_("A note"), widget=forms.Textarea({"rows": 3}), max_length=4000,
        error_messages={"required": _("Write the note")},
    )  # fmt: skip


class TaskForm(KeyedForm):
    """Something they will do themselves."""

    words = forms.CharField(
        label=_("What I will do"), max_length=200, error_messages={"required": _("Say what is to be done")}
    )
    due_on = forms.DateField(
        label=_("By"), required=False, widget=forms.DateInput({"type": "date", "class": "mid"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Choose a day, like 24 11 2026")},
    )  # fmt: skip
