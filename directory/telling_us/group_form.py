"""A new group's own page, filled in by whoever runs it: one calm page, a subject at a time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from connect.keyed import KeyedForm
from connect.places import find
from directory.forms import DAYS
from directory.models import Audience, Need
from directory.states import Attending, Joining, Kind, Platform
from directory.telling_us.cleaning import EMAIL_WRONG, clean_phone, clean_website, clock_field
from directory.telling_us.forms import words_field

OFTEN = [
    ("weekly", _("Every week")),
    ("fortnightly", _("Every other week")),
    ("1", _("The first one of the month")),
    ("2", _("The second one of the month")),
    ("3", _("The third one of the month")),
    ("4", _("The fourth one of the month")),
    ("-1", _("The last one of the month")),
    ("once", _("Once, on one day")),
    ("other", _("Another way, or any time")),
]
YES_NO = [("yes", _("Yes")), ("no", _("No")), ("", _("Not sure"))]
TEL = {"type": "tel", "inputmode": "tel", "class": "mid"}
LINK = {"type": "url", "inputmode": "url"}
DAY = {"type": "date", "class": "mid"}
NUMBER = {"inputmode": "numeric", "class": "mid"}


def needs() -> list[tuple[str, str]]:
    return [(need.code, str(need)) for need in Need.objects.all()]


def audiences() -> list[tuple[str, str]]:
    return [(audience.code, str(audience)) for audience in Audience.objects.all()]


def line(label: str, longest: int = 200, **more: Any) -> forms.CharField:
    more.setdefault("required", False)
    return forms.CharField(label=label, max_length=longest, **more)


def one_of(label: str, choices: Any, **more: Any) -> forms.ChoiceField:
    more.setdefault("required", False)
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, **more)


def some_of(label: str, choices: Any, **more: Any) -> forms.MultipleChoiceField:
    widget = forms.CheckboxSelectMultiple
    return forms.MultipleChoiceField(label=label, choices=choices, required=False, widget=widget, **more)


def whole(label: str, most: int, **more: Any) -> forms.IntegerField:
    widget = forms.TextInput(attrs=NUMBER)
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=most, widget=widget, **more)


@dataclass(frozen=True)
class Section:
    title: str
    intro: str
    first: list[list[forms.BoundField]]
    more: list[list[forms.BoundField]]

    @property
    def more_is_open(self) -> bool:
        """Something in it was typed, or is wrong."""
        fields = [field for row in self.more for field in row]
        return any(field.errors or (field.form.is_bound and field.data) for field in fields)


class NewGroupForm(KeyedForm):
    name = line(_("What is it called?"), required=True, error_messages={"required": _("Enter the name of your group")})
    kind = one_of(
        _("What kind of thing is it?"),
        Kind,
        required=True,
        error_messages={"required": _("Choose what kind of thing it is")},
    )
    summary = line(
        _("What happens there, in a sentence"),
        300,
        required=True,
        error_messages={"required": _("Say in a sentence what happens there")},
    )
    description = words_field(_("More about it"))
    needs = some_of(_("What do people come for?"), needs)
    organisation = line(_("Who runs it, if it has another name"))

    often = one_of(_("How often?"), OFTEN, required=True, error_messages={"required": _("Choose how often it happens")})
    days = some_of(_("On which days?"), DAYS)
    starts_on = forms.DateField(
        label=_("The day, or the first day"),
        help_text=_("For something that happens once, or every other week"),
        required=False,
        widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d %B %Y", "%d %b %Y", "%d.%m.%Y"],
        error_messages={"invalid": _("Enter a day, like 24/11/2026")},
    )
    opens_at = clock_field(_("From"), required=False)
    closes_at = clock_field(_("To"), required=False)
    times_note = line(_("Anything else about the times"), 300, help_text=_("In school terms only, not at Christmas"))

    attending = one_of(
        _("Where does it happen?"), Attending, required=True, error_messages={"required": _("Choose where it happens")}
    )
    place = line(_("Name of the place"))
    street = line(_("Street"))
    postcode = line(_("Postcode"), 12)
    address_private = forms.BooleanField(
        label=_("Keep the address private: show only the part of town"), required=False
    )
    step_free = one_of(_("Can people get in without steps?"), YES_NO)
    toilet = one_of(_("Is there an accessible toilet?"), YES_NO)
    hearing_loop = one_of(_("Is there a hearing loop?"), YES_NO)
    transport = line(_("How do people get there?"), 300, help_text=_("Bus 14 stops outside"))

    who_comes = words_field(_("Who is it for?"), help_text=_("Who comes now, and who would be welcome"))
    not_for = words_field(_("Who is it not for?"))
    minimum_age = whole(_("Youngest age"), 120)
    maximum_age = whole(_("Oldest age"), 120)
    audiences = some_of(_("Do you have some people in mind?"), audiences)
    languages = line(_("Languages spoken"), 200, help_text=_("With commas between them"))

    fees = line(_("What does it cost?"), 300, help_text=_("Write “free” if it is"), required=True,
                error_messages={"required": _("Say what it costs, or that it is free")})  # fmt: skip
    joining = one_of(_("How does somebody join?"), Joining)
    how_to_join = words_field(_("What should they do first?"))
    met_by = line(_("Who meets people at the door the first time?"), 120)

    contact_name = line(_("Who do people ask for?"), 120)
    contact_phone = line(_("Phone"), 40, widget=forms.TextInput(attrs=TEL))
    contact_email = forms.EmailField(label=_("E-mail"), required=False, error_messages=EMAIL_WRONG)
    contact_public = forms.BooleanField(label=_("Everybody may see this name, phone and e-mail"), required=False)
    url = line(_("Website"), 500, widget=forms.TextInput(attrs=LINK))

    platform = forms.ChoiceField(
        label=_("Where is it?"),
        choices=[("", _("It is not an online group")), *Platform.choices],
        required=False,
        widget=forms.Select,
    )
    address = line(_("Link to the group"), 500, help_text=_("Of the group itself, not of a person"),
                   widget=forms.TextInput(attrs=LINK))  # fmt: skip
    members = whole(_("How many members today?"), 10_000_000)
    is_open = one_of(_("Can anybody read it before they join?"), YES_NO)
    joining_steps = words_field(_("How does somebody join it, a step a line?"))
    admin = line(_("Who looks after it?"), 120)
    admin_agreed = forms.BooleanField(label=_("They said yes to being named here"), required=False)

    by_name = line(_("Your name"), 120, required=True, error_messages={"required": _("Enter your name")})
    by_email = forms.EmailField(label=_("Your e-mail"), required=False, error_messages=EMAIL_WRONG)
    by_phone = line(_("Your phone"), 40, widget=forms.TextInput(attrs=TEL))
    words = words_field(_("Anything else we should know"))

    # Title, a word before it, what everybody is asked (two that belong together share a line), and what can wait.
    SECTIONS = (
        (_("What"), "", ("name", "kind", "summary"), ("description", "needs", "organisation")),
        (_("When"), "", ("often", "days", "starts_on", ("opens_at", "closes_at")), ("times_note",)),
        (_("Where"), "", ("attending", "place", "street", "postcode", "address_private", "step_free"),
         ("toilet", "hearing_loop", "transport")),
        (_("Who for"), "", ("who_comes", "not_for"), (("minimum_age", "maximum_age"), "audiences", "languages")),
        (_("Cost, and joining"), "", ("fees", "joining", "how_to_join", "met_by"), ()),
        (_("Who to ask"), _("Leave it empty if people should ask us first."),
         ("contact_name", "contact_phone", "contact_email", "contact_public", "url"), ()),
        (_("Is it online?"), _("Only for a Facebook group and the like."), (),
         ("platform", "address", "members", "is_open", "joining_steps", "admin", "admin_agreed")),
        (_("You"), _("So that we can ask you, and tell you when it is there. Nobody else sees this."),
         ("by_name", "by_email", "by_phone", "words"), ()),
    )  # fmt: skip

    def sections(self) -> Iterator[Section]:
        for title, intro, first, more in self.SECTIONS:
            yield Section(title, intro, self._rows(first), self._rows(more))

    def _rows(self, names: Iterable[str | tuple[str, ...]]) -> list[list[forms.BoundField]]:
        return [[self[each] for each in ((row,) if isinstance(row, str) else row)] for row in names]

    def clean_contact_phone(self) -> str:
        return clean_phone(self.cleaned_data["contact_phone"])

    def clean_by_phone(self) -> str:
        return clean_phone(self.cleaned_data["by_phone"])

    def clean_url(self) -> str:
        return clean_website(self.cleaned_data["url"])

    def clean_postcode(self) -> str:
        try:
            return find.normalise(self.cleaned_data["postcode"]) if self.cleaned_data["postcode"] else ""
        except find.PlaceError as problem:
            raise ValidationError(problem.message) from problem

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        for check in (self._times, self._place, self._ages, self._contact, self._community):
            check(said)
        return said

    def _times(self, said: dict[str, Any]) -> None:
        often = said.get("often")
        if often in {"fortnightly", "once"} and not said.get("starts_on") and "starts_on" not in self.errors:
            self.add_error("starts_on", _("Enter the day, so that we know which week"))
        if often in {"weekly", "1", "2", "3", "4", "-1"} and not said.get("days"):
            self.add_error("days", _("Choose the days"))
        if often == "once" and said.get("starts_on") and said["starts_on"] < timezone.localdate():
            self.add_error("starts_on", _("That day has gone by. Enter a day to come"))
        if said.get("closes_at") and said.get("closes_at") == said.get("opens_at"):
            self.add_error("closes_at", _("It ends when it begins. Check the times"))

    def _place(self, said: dict[str, Any]) -> None:
        if said.get("attending") == Attending.IN_PERSON and not said.get("postcode") and "postcode" not in self.errors:
            self.add_error("postcode", _("Enter the postcode, so that people can find it"))

    def _ages(self, said: dict[str, Any]) -> None:
        least, most = said.get("minimum_age"), said.get("maximum_age")
        if least is not None and most is not None and least > most:
            self.add_error("maximum_age", _("The oldest age is below the youngest. Check both"))

    def _contact(self, said: dict[str, Any]) -> None:
        told_us = ("by_email", "by_phone")
        if not any(said.get(name) or name in self.errors for name in told_us):
            self.add_error("by_email", _("Enter an e-mail or a phone number, so that we can ask you"))
        shown = ("contact_phone", "contact_email")
        if said.get("contact_public") and not any(said.get(name) or name in self.errors for name in shown):
            self.add_error("contact_phone", _("Enter the phone or e-mail that everybody may see"))

    def _community(self, said: dict[str, Any]) -> None:
        platform = said.get("platform")
        if said.get("kind") == Kind.COMMUNITY and not platform and not said.get("address"):
            self.add_error("platform", _("Choose where your online group is"))
        if platform and not said.get("address"):
            self.add_error("address", _("Enter the link to the group"))
        if said.get("address"):
            self._link(said, platform or "")
        if said.get("admin") and not said.get("admin_agreed"):
            self.add_error("admin_agreed", _("Ask them first, then tick this; or leave the name out"))

    def _link(self, said: dict[str, Any], platform: str) -> None:
        try:
            said["address"] = clean_website(said["address"], platform)
        except ValidationError as problem:
            self.add_error("address", problem)
