"""What somebody says before they go alone: where, from when to when, how, with which phone, and who looks out."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from connect.keyed import KeyedForm
from connect.messaging import hours
from connect.people.models import User
from referrals.case.states import Risk, Transport
from referrals.caseload.forms import DATE, clean_day
from referrals.forms import clean_phone

NEVER_LONGER = datetime.timedelta(hours=10)
CLOCK = forms.TimeInput(format="%H:%M", attrs={"type": "time", "class": "mid"})
NO_TIME = {"required": _("Choose a time, like 14:00"), "invalid": _("Choose a time, like 14:00")}


class VisitForm(KeyedForm):
    """A visit's plan. The prompts are for whoever goes; nothing is worked out of them."""

    who = forms.ChoiceField(label=_("Who goes"))
    place = forms.CharField(
        label=_("Where"), max_length=200, error_messages={"required": _("Say where, so that somebody can find you")}
    )
    day = forms.DateField(
        label=_("Day"), widget=DATE, error_messages={"required": _("Choose a day"), "invalid": _("Choose a day")}
    )
    starts = forms.TimeField(label=_("From"), widget=CLOCK, error_messages=NO_TIME)
    ends = forms.TimeField(label=_("Out again by"), widget=CLOCK, error_messages=NO_TIME)
    phone = forms.CharField(
        label=_("The phone you carry"),
        max_length=30,
        widget=forms.TextInput(attrs={"type": "tel", "inputmode": "tel", "class": "mid"}),
        error_messages={"required": _("Enter a phone number, like 07700 900 123")},
    )
    transport = forms.ChoiceField(label=_("How you get there"), choices=Transport)
    risks = forms.MultipleChoiceField(
        label=_("Think of"), choices=Risk, required=False, widget=forms.CheckboxSelectMultiple
    )
    precautions = forms.CharField(label=_("What you do about it"), max_length=300, required=False)
    buddy = forms.ChoiceField(
        label=_("Who looks out for you"),
        help_text=_("They are told when you are 15 minutes late; your lead after 30"),
        error_messages={"required": _("Choose a colleague"), "invalid_choice": _("Choose a colleague")},
    )

    def __init__(self, *args: Any, colleagues: list[User] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.colleagues = {str(one.pk): one for one in colleagues}
        names = [(key, one.name) for key, one in self.colleagues.items()]
        self.fields["who"].choices = names
        self.fields["buddy"].choices = [("", _("Choose")), *names]

    def clean_who(self) -> User:
        return self.colleagues[self.cleaned_data["who"]]

    def clean_buddy(self) -> User:
        buddy = self.colleagues[self.cleaned_data["buddy"]]
        if buddy == self.cleaned_data.get("who"):
            raise ValidationError(_("Choose somebody else than whoever goes"))
        return buddy

    def clean_day(self) -> datetime.date | None:
        return clean_day(self.cleaned_data["day"])

    def clean_phone(self) -> str:
        return clean_phone(self.cleaned_data["phone"])

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        if not all(cleaned.get(name) for name in ("day", "starts", "ends")):
            return cleaned
        starts, ends = (hours.at(cleaned["day"], cleaned[name]) for name in ("starts", "ends"))
        if not starts < ends <= starts + NEVER_LONGER:
            self.add_error("ends", _("It ends after it begins, and within ten hours"))
        elif ends <= timezone.now():
            self.add_error("ends", _("That is over already: choose a time to come"))
        return cleaned | {"starts_at": starts, "ends_at": ends}

    def plan(self) -> dict[str, object]:
        names = ("who", "place", "starts_at", "ends_at", "phone", "transport", "risks", "precautions", "buddy")
        return {name: self.cleaned_data[name] for name in names}
