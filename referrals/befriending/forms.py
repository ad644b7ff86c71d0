"""What a volunteer, a referee and a volunteer after a visit may type."""

import datetime
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from connect.keyed import KeyedForm
from connect.places import find
from connect.templatetags import look
from referrals.asking import eligibility
from referrals.befriending.models import BefrienderMatch, Volunteer
from referrals.befriending.states import (
    TIMES,
    Cannot,
    Gender,
    Home,
    Interest,
    Kind,
    Mood,
    Travel,
    Went,
    said_time,
)
from referrals.befriending.visiting import OLDEST
from referrals.caseload.forms import DATE
from referrals.forms import clean_phone

BRINGS = [(one.value, one.label) for one in (Home.DOG, Home.CAT, Home.OTHER_PET)] + [("smoke", _("I smoke"))]
MILES = [(1, _("1 mile")), (2, _("2 miles")), (3, _("3 miles")), (5, _("5 miles")), (10, _("10 miles"))]
CAME = [("met", _("Came")), ("not_in", _("Was not there")), ("not_today", _("Would rather not, this time"))]
MINUTES = [(15, _("15 minutes")), (30, _("Half an hour")), (60, _("An hour")), (120, _("Two hours"))]
RADIO, TICKS = forms.RadioSelect, forms.CheckboxSelectMultiple


def ticks(label: object, choices: Any, **more: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(label=label, choices=choices, required=False, widget=TICKS, **more)


def times() -> list[tuple[str, str]]:
    return [(code, said_time(code)) for code in TIMES]


def line(label: object, longest: int, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=longest, required=False, **more)


def words(label: object, longest: int = 1000, rows: int = 3, **more: Any) -> forms.CharField:
    return line(label, longest, widget=forms.Textarea(attrs={"rows": rows}), **more)


def split(text: str) -> list[str]:
    """English, Welsh → two languages."""
    return [one.strip()[:40] for one in text.replace(";", ",").split(",") if one.strip()][:6]


class OfferFields(Form):
    """What a volunteer offers: the same questions when they apply and when they, or the team, change it."""

    kinds = forms.MultipleChoiceField(
        label=_("What would you like to do?"), choices=Kind, widget=TICKS,
        error_messages={"required": _("Choose one or more")},
    )  # fmt: skip
    interests = ticks(_("What do you enjoy?"), Interest)
    more_interests = line(_("And in your own words"), 200, help_text=_("Trams, dominoes, the old market"))
    languages = line(_("Which languages do you speak?"), 120, help_text=_("English, Welsh"))
    times = forms.MultipleChoiceField(label=_("When do you have time?"), required=False, widget=TICKS)
    travel = forms.ChoiceField(label=_("How do you get about?"), choices=Travel, widget=RADIO, initial=Travel.WALK)
    miles = forms.TypedChoiceField(label=_("How far would you go?"), choices=MILES, coerce=int, initial=3)
    cannot = ticks(_("Is there anything you cannot be with?"), Cannot)
    brings = ticks(_("Does anything come with you?"), BRINGS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["times"].choices = times()

    def clean_languages(self) -> list[str]:
        return split(self.cleaned_data["languages"])

    @classmethod
    def drawn(cls, volunteer: Volunteer) -> dict[str, object]:
        kept = {name: getattr(volunteer, name) for name in cls.base_fields if hasattr(volunteer, name)}
        return kept | {"languages": ", ".join(volunteer.languages)}


class ApplyForm(OfferFields, KeyedForm):
    """One page, no account. A postcode is enough: no street, no date of birth, no history."""

    name = forms.CharField(
        label=_("Your name"), max_length=120, error_messages={"required": _("Enter your name")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )  # fmt: skip
    email = forms.EmailField(
        label=_("Your e-mail"), help_text=_("We send a link to it first, to be sure it is yours"),
        error_messages={
            "required": _("Enter your e-mail, like name@example.org"),
            "invalid": _("Enter an e-mail address, like name@example.org"),
        },
    )  # fmt: skip
    phone = line(_("Your phone"), 30)
    postcode = forms.CharField(
        label=_("Your postcode"), help_text=_("So that we find somebody near you"), max_length=20,
        error_messages={"required": _("Enter the postcode, like KX2 4HD")},
        widget=forms.TextInput(attrs={"class": "mid", "autocomplete": "postal-code"}),
    )  # fmt: skip
    adult = forms.BooleanField(
        label=_("I am 18 or over"), error_messages={"required": _("Befrienders are 18 or over. Tick it if you are")}
    )
    gender = forms.ChoiceField(
        label=_("Some people would rather see a woman, or a man. You are"), choices=Gender, required=False, widget=RADIO
    )
    why = words(_("Why would you like to do this?"))
    agreed = forms.BooleanField(
        label=_("You may keep this and ring me about it"),
        error_messages={"required": _("We can only ring you if you agree")},
    )

    field_order = (
        "key", "name", "email", "phone", "postcode", "adult", "kinds", "interests", "more_interests", "times", "travel",
        "miles", "languages", "gender", "cannot", "brings", "why", "agreed",
    )  # fmt: skip

    def clean_phone(self) -> str:
        typed = self.cleaned_data["phone"]
        return clean_phone(typed) if typed else ""

    def clean_postcode(self) -> str:
        try:
            self.spot = eligibility.locate(self.cleaned_data["postcode"])
            return find.normalise(self.cleaned_data["postcode"])
        except find.PlaceError as error:
            raise ValidationError(error.message) from error

    @property
    def said(self) -> dict[str, object]:
        return {name: value for name, value in self.cleaned_data.items() if name not in ("key", "agreed")}


class RefereeForm(Form):
    """What somebody who knows them says: three answers."""

    years = forms.CharField(
        label=_("How do you know them, and since when?"), max_length=60,
        error_messages={"required": _("Say how you know them")},
    )  # fmt: skip
    trusts = forms.ChoiceField(
        label=_("Would you be happy for them to visit somebody of your own family?"),
        choices=[("yes", _("Yes")), ("unsure", _("Not sure")), ("no", _("No"))], widget=RADIO,
        error_messages={"required": _("Choose one")},
    )  # fmt: skip
    words = words(_("Is there anything we should know?"))


class VisitForm(Form):
    """A minute on a phone: one tap says what happened, one says how they were; all else may stay as it is."""

    on = forms.DateField(
        label=_("Which day?"), widget=DATE,
        error_messages={"required": _("Choose the day"), "invalid": _("Choose the day, like 24 11 2026")},
    )  # fmt: skip
    went = forms.ChoiceField(
        label=_("What happened?"), choices=Went, widget=RADIO, error_messages={"required": _("Say what happened")}
    )
    mood = forms.ChoiceField(
        label=_("How were they?"), choices=[one for one in Mood.choices if one[0]], required=False, widget=RADIO
    )
    words = words(_("A sentence, if you like"), rows=2, help_text=_("Somebody here reads it. No surnames, please"))
    minutes = forms.TypedChoiceField(
        label=_("How long?"), choices=MINUTES, coerce=int, required=False, empty_value=None, widget=RADIO
    )
    miles = forms.IntegerField(
        label=_("Miles by car, there and back"), required=False, min_value=0, max_value=100,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
        error_messages={
            "invalid": _("Enter the miles as a number, like 4"), "min_value": _("Enter 0 or more"),
            "max_value": _("Enter up to 100 miles"),
        },
    )  # fmt: skip
    next_on = forms.DateField(
        label=_("When do you see or ring them next?"), required=False, widget=DATE,
        error_messages={"invalid": _("Choose the day, like 24 11 2026")},
    )  # fmt: skip

    def __init__(self, *args: Any, first: datetime.date | None = None, drives: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.first = first
        if not drives:
            del self.fields["miles"]

    def clean_on(self) -> datetime.date:
        day, today = self.cleaned_data["on"], timezone.localdate()
        if day > today:
            raise ValidationError(_("That day has not come yet. Choose today or a day before"))
        if day < today - OLDEST or (self.first and day < self.first):
            raise ValidationError(_("Choose a day since you first met, in the last two months"))
        return day

    def clean_next_on(self) -> datetime.date | None:
        day, today = self.cleaned_data["next_on"], timezone.localdate()
        if day and not today < day <= today + datetime.timedelta(days=92):
            raise ValidationError(_("Choose a day from tomorrow on, within three months"))
        return day

    @property
    def said(self) -> dict[str, Any]:
        return self.cleaned_data | {"miles": self.cleaned_data.get("miles") or 0}


class GatheringForm(VisitForm):
    """One register for everybody in a group: a tap for each, the day once. Whoever is left out was not there to be."""

    field_order = ("on", "minutes", "next_on", "miles")

    def __init__(self, *args: Any, group: Sequence[BefrienderMatch], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["went"], self.fields["mood"], self.fields["words"]
        self.group = list(group)
        for one in self.group:
            self.fields[f"went-{one.pk}"] = forms.ChoiceField(
                label=_("Did they come?"), choices=CAME, required=False, widget=RADIO,
                error_messages={"invalid_choice": _("Choose one of these")},
            )  # fmt: skip
            self.fields[f"words-{one.pk}"] = line(_("A sentence about them, if you like"), 300)

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        came = [one for one in self.group if said.get(f"went-{one.pk}")]
        if not came and not self.errors:
            raise ValidationError(_("Say of at least one of them whether they came"))
        for one in self.group:
            if said.get(f"words-{one.pk}") and not said.get(f"went-{one.pk}"):
                self.add_error(f"went-{one.pk}", _("Say whether they came"))
        self._too_early(came, said.get("on"))
        return said

    def _too_early(self, came: list[BefrienderMatch], on: datetime.date | None) -> None:
        for one in came:
            first = timezone.localdate(one.meets_at)
            if on and on < first:
                said = _("They first came on %(day)s. Leave this empty") % {"day": look.day(first)}
                self.add_error(f"went-{one.pk}", said)

    def rows(self) -> list[tuple[BefrienderMatch, Any, Any]]:
        """For drawing: each of them with their two fields."""
        return [(one, self[f"went-{one.pk}"], self[f"words-{one.pk}"]) for one in self.group]

    @property
    def said(self) -> dict[str, Any]:
        data = super().said
        each = {one.pk: (data[f"went-{one.pk}"], data[f"words-{one.pk}"]) for one in self.group}
        of_all = {name: data[name] for name in ("on", "minutes", "next_on", "miles")}
        return of_all | {"said": {pk: told for pk, told in each.items() if told[0]}}
