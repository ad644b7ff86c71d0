"""A place asked for, a session planned, and who came: as somebody types or ticks it."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connect.forms import Form
from connect.keyed import KeyedForm
from connect.messaging import hours
from connect.people.roles import Job
from connect.people.training import pasting
from connect.people.training.booking.models import Booking
from connect.people.training.forms import A_DAY, kind_choices
from connect.people.training.models import TrainingSession
from connect.people.training.states import FEELS, Help, OpenTo, Place
from connect.places.models import Area

A_CLOCK = forms.TimeInput({"type": "time", "class": "mid"}, "%H:%M")


def sure_field(label: str) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label, choices=FEELS, coerce=int, empty_value=None, required=False, widget=forms.RadioSelect
    )


class SureForm(Form):
    """One question, before it begins or afterwards."""

    sure = sure_field("")

    def __init__(self, *args: Any, question: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sure"].label = question


class PlaceForm(KeyedForm):
    """For whoever is signed in: who they are is known."""

    helps = forms.MultipleChoiceField(
        label=gettext_lazy("What would help you to take part?"),
        choices=Help,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class OwnPlaceForm(PlaceForm):
    """And with how sure they feel; whoever has no account is asked that behind the link."""

    sure = sure_field("")
    field_order = ["sure", "helps"]

    def __init__(self, *args: Any, question: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sure"].label = question


class AskForm(PlaceForm):
    """For whoever has no account."""

    name = forms.CharField(
        label=gettext_lazy("Your name"),
        help_text=gettext_lazy("As it should stand on your certificate"),
        max_length=200,
        widget=forms.TextInput({"autocomplete": "name"}),
        error_messages={"required": gettext_lazy("Enter your name")},
    )
    email = forms.EmailField(
        label=gettext_lazy("Your e-mail"),
        help_text=gettext_lazy("We send you a link to press. Nothing is booked before"),
        widget=forms.EmailInput({"autocomplete": "email"}),
        error_messages={
            "required": gettext_lazy("Enter your e-mail"),
            "invalid": gettext_lazy("Enter an e-mail address, like ann@example.org"),
        },
    )
    employer = forms.CharField(
        label=gettext_lazy("Where do you work or help out?"),
        max_length=200,
        required=False,
        widget=forms.TextInput({"autocomplete": "organization"}),
    )
    job = forms.ChoiceField(
        label=gettext_lazy("What do you do there?"),
        choices=[("", gettext_lazy("Not said")), *Job.choices],
        required=False,
    )
    field_order = ["name", "email", "employer", "job", "helps"]

    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        if pasting.FORMULA.match(name):
            raise ValidationError(_("Enter your name"))
        return name

    def clean_email(self) -> str:
        return self.cleaned_data["email"].lower()


class PlanForm(KeyedForm):
    """A session to come. One to be written down afterwards has a form of its own."""

    kind = forms.ChoiceField(label=gettext_lazy("What in?"), choices=kind_choices)
    title = forms.CharField(label=gettext_lazy("What it is called"), max_length=200, required=False)
    about = forms.CharField(
        label=gettext_lazy("What people learn, in a sentence or two"),
        max_length=600,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    day = forms.DateField(
        label=gettext_lazy("Day"),
        widget=A_DAY,
        error_messages={
            "required": gettext_lazy("Enter the day"),
            "invalid": gettext_lazy("Enter a day, like 24/11/2026"),
        },
    )
    begins = forms.TimeField(
        label=gettext_lazy("From"),
        widget=A_CLOCK,
        error_messages={
            "required": gettext_lazy("Enter when it begins"),
            "invalid": gettext_lazy("Enter a time, like 10:30"),
        },
    )
    ends = forms.TimeField(
        label=gettext_lazy("To"),
        widget=A_CLOCK,
        error_messages={
            "required": gettext_lazy("Enter when it ends"),
            "invalid": gettext_lazy("Enter a time, like 12:30"),
        },
    )
    places = forms.IntegerField(
        label=gettext_lazy("How many places"),
        min_value=1,
        max_value=500,
        widget=forms.TextInput({"inputmode": "numeric", "class": "mid"}),
        error_messages={
            "required": gettext_lazy("Enter how many places there are"),
            "invalid": gettext_lazy("Enter a number, like 12"),
        },
    )
    place = forms.CharField(
        label=gettext_lazy("Where"),
        help_text=gettext_lazy("Empty if it is only online"),
        max_length=200,
        required=False,
    )
    getting_there = forms.CharField(
        label=gettext_lazy("Getting there and in"),
        help_text=gettext_lazy("Steps, parking, the bus, which door"),
        max_length=400,
        required=False,
    )
    join_url = forms.URLField(
        label=gettext_lazy("Link to join online"),
        help_text=gettext_lazy("Shown only to those who have a place"),
        max_length=500,
        required=False,
        assume_scheme="https",
        error_messages={"invalid": gettext_lazy("Enter an address, like https://meet.example.org/abc")},
    )
    trainer = forms.CharField(label=gettext_lazy("Trainer"), max_length=200, required=False)
    trainer_email = forms.EmailField(
        label=gettext_lazy("Trainer’s e-mail"),
        help_text=gettext_lazy("They get a link to tick who came, on their phone"),
        required=False,
        error_messages={"invalid": gettext_lazy("Enter an e-mail address, like ann@example.org")},
    )
    area = forms.ModelChoiceField(
        Area.objects.filter(kind__in=[Area.Kind.AUTHORITY, Area.Kind.WARD]),
        label=gettext_lazy("For which ward or area"),
        required=False,
        empty_label=gettext_lazy("No one area"),
    )
    open_to = forms.ChoiceField(
        label=gettext_lazy("Who may book"), choices=OpenTo, initial=OpenTo.ANYBODY, widget=forms.RadioSelect
    )
    SAID = (
        "kind", "title", "about", "places", "place", "getting_there", "join_url", "trainer", "trainer_email", "area",
        "open_to",
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not cleaned.get("place") and not cleaned.get("join_url") and "join_url" not in self.errors:
            self.add_error("place", _("Say where it is, or give the link to join online"))
        if {"day", "begins", "ends"} <= set(cleaned):
            self._hours(cleaned)
        return cleaned

    def _hours(self, cleaned: dict[str, Any]) -> None:
        cleaned["starts_at"], cleaned["ends_at"] = (
            hours.at(cleaned["day"], cleaned[name]) for name in ("begins", "ends")
        )
        if cleaned["ends_at"] <= cleaned["starts_at"]:
            self.add_error("ends", _("It ends before it begins"))
        elif not timezone.now() < cleaned["starts_at"] < timezone.now() + timedelta(days=730):
            self.add_error("day", _("Enter a day to come, within two years"))

    def about_it(self) -> dict[str, object]:
        return {name: self.cleaned_data[name] for name in (*self.SAID, "starts_at", "ends_at")}

    @staticmethod
    def said_of(session: TrainingSession) -> dict[str, object]:
        begins, ends = (timezone.localtime(moment) for moment in (session.starts_at, session.ends_at))
        known = {name: getattr(session, name) for name in PlanForm.SAID if name != "area"}
        return known | {
            "area": session.area_id, "day": begins.date(), "begins": begins.time(), "ends": ends.time(),
        }  # fmt: skip


class ChangeForm(PlanForm):
    seen = forms.CharField(widget=forms.HiddenInput)


class TakeForm(Form):
    """One tick a name, and a line for whoever came without a place."""

    came = forms.MultipleChoiceField(
        label=gettext_lazy("Who is here?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    more = forms.CharField(
        label=gettext_lazy("Somebody who had not booked"),
        help_text=gettext_lazy("A line each: name, e-mail"),
        max_length=20_000,
        required=False,
        widget=forms.Textarea({"rows": 2, "autocapitalize": "words", "spellcheck": "false"}),
    )
    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, people: list[Booking], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["came"].choices = [(str(one.pk), _said(one)) for one in people]

    def clean_more(self) -> list[pasting.Row]:
        try:
            return pasting.read(self.cleaned_data["more"]) if self.cleaned_data["more"].strip() else []
        except pasting.Unreadable as refused:
            raise ValidationError(refused.wrong[:20]) from refused

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors and not cleaned.get("came") and not cleaned.get("more"):
            self.add_error("came", _("Tick who is here. If nobody came, call the session off instead"))
        return cleaned


def _said(booking: Booking) -> str:
    name = f"{booking.name}, {booking.works_for}".strip(", ")
    return _("%(name)s (was on the list)") % {"name": name} if booking.state == Place.WAITING else name


def seen(session: TrainingSession) -> str:
    return session.changed_at.isoformat()


def is_near(moment: datetime) -> bool:
    """A register is taken from an hour before it begins."""
    return timezone.now() >= moment - timedelta(hours=1)
