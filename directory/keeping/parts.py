"""The pages of a listing's form, one subject each: what they ask, and the part of a document they give."""

from datetime import date, time
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from connect.forms import Form
from connect.people.models import Organisation
from directory import addresses
from directory.document import Document
from directory.keeping.fields import (
    Phone,
    Separated,
    Sure,
    Website,
    audiences,
    day,
    line,
    needs,
    one_of,
    pick,
    some_of,
    tick,
    whole,
    words,
)
from directory.models import Service
from directory.states import Attending, Function, Gender, Joining, Kind, Platform, Status, Wellbeing

METRES_IN_A_MILE = 1609.344
SHUT_OR = [(each.value, each.label) for each in (Status.ACTIVE, Status.SHUT, Status.DEFUNCT, Status.INACTIVE)]


def as_json(value: Any) -> Any:
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


class PartForm(Form):
    """Fields called like the parts of a document, filled in from one, and giving back those parts."""

    PARTS: ClassVar[tuple[str, ...]] = ()

    def __init__(self, data: Any = None, *, said: Document, **more: Any) -> None:
        self.said = said
        super().__init__(data, initial=self.filled(said), **more)

    def filled(self, said: Document) -> dict[str, Any]:
        return {name: said.get(name) for name in self.base_fields}

    def part(self) -> Document:
        return {name: as_json(self.cleaned_data[name]) for name in self.PARTS if name in self.cleaned_data}


class BasicsForm(PartForm):
    PARTS = ("name", "organisation", "summary", "description", "kind", "function")
    name = line(lazy("Name"), required=True, error_messages={"required": lazy("Enter what it is called")})
    organisation = line(
        lazy("Run by"), required=True, error_messages={"required": lazy("Enter who runs it; a group may run itself")}
    )
    summary = line(lazy("What it is, in a line"), 300, help_text=lazy("A hot lunch at shared tables"))
    description = words(lazy("What it is"), 6)
    kind = one_of(lazy("Kind"), Kind)
    function = one_of(lazy("What it does for people"), Function)

    def __init__(self, data: Any = None, **more: Any) -> None:
        super().__init__(data, **more)
        self.fields["organisation"].widget.attrs["list"] = "organisations"

    def organisations(self) -> list[str]:
        """For the browser to complete. A new name is a new organisation."""
        return list(Organisation.objects.order_by("name").values_list("name", flat=True)[:500])


class WhoForm(PartForm):
    PARTS = ("who_comes", "not_for", "audiences", "minimum_age", "maximum_age", "gender", "languages")
    who_comes = words(lazy("Who comes"), help_text=lazy("Who it is for, in plain words"))
    not_for = words(lazy("Who it is not for"), 2)
    audiences = some_of(lazy("People it has in mind"), audiences, help_text=lazy("None means everybody"))
    minimum_age = whole(lazy("From age"), 120)
    maximum_age = whole(lazy("Up to age"), 120)
    gender = one_of(lazy("For"), Gender)
    languages = Separated(
        label=lazy("Languages spoken"), required=False, max_length=400, help_text=lazy("With commas between them")
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        youngest, oldest = cleaned.get("minimum_age"), cleaned.get("maximum_age")
        if youngest is not None and oldest is not None and youngest > oldest:
            self.add_error("maximum_age", _("The oldest age is below the youngest"))
        return cleaned


class NeedsForm(PartForm):
    PARTS = ("needs", "wellbeing")
    needs = some_of(lazy("What people would like who come here"), needs)
    wellbeing = some_of(lazy("Five Ways to Wellbeing"), Wellbeing)


class CostsForm(PartForm):
    PARTS = ("free", "fees", "personal_budget")
    free = tick(lazy("It is free"))
    fees = line(lazy("What it costs, in words"), 300, help_text=lazy("£4.50, or what you can"))
    personal_budget = Sure(lazy("Can a personal budget pay?"))


class JoiningForm(PartForm):
    PARTS = ("joining", "how_to_join", "first_time", "met_at_door", "met_by", "transport", "good_to_know")
    joining = one_of(lazy("How somebody joins"), Joining)
    how_to_join = words(lazy("How to join, in words"), 3)
    first_time = words(lazy("The first time"), help_text=lazy("What happens, a step a line"))
    met_at_door = tick(lazy("Somebody meets people the first time"))
    met_by = line(lazy("Who meets them"), 120)
    transport = line(lazy("How people get there"), 300, help_text=lazy("Bus 14 stops outside"))
    good_to_know = words(lazy("Good to know"), 3)


class ContactForm(PartForm):
    PARTS = ("contact_name", "contact_phone", "contact_email", "contact_public", "url")
    contact_name = line(lazy("Who to ask for"), 120)
    contact_phone = Phone(label=lazy("Phone"), required=False, max_length=40)
    contact_email = forms.EmailField(
        label=lazy("E-mail"), required=False, max_length=254,
        error_messages={"invalid": lazy("Enter an e-mail address, like name@example.org")},
    )  # fmt: skip
    contact_public = tick(lazy("They said that everybody may see name, phone and e-mail"))
    url = Website(label=lazy("Website"), required=False, max_length=500)

    def __init__(self, data: Any = None, *, said: Document, **more: Any) -> None:
        super().__init__(data, said=said, **more)
        for name in ("contact_phone", "url"):
            self.fields[name].known = said.get(name) or ""


class OpenForm(PartForm):
    PARTS = ("status", "shut_from", "reopens_on", "shut_because", "instead", "publish_from", "publish_until")
    status = one_of(lazy("Is it open?"), SHUT_OR, required=True)
    shut_from = day(lazy("First day shut"), help_text=lazy("Until then it is shown as open"))
    reopens_on = day(lazy("Opens again on"), help_text=lazy("Leave empty if nobody knows"))
    shut_because = line(lazy("Why, in a line"), 200)
    instead = line(lazy("Where people can go instead"), 200, help_text=lazy("The name of another listing"))
    publish_from = day(lazy("Show it from"))
    publish_until = day(lazy("Show it until"))

    def __init__(self, data: Any = None, **more: Any) -> None:
        super().__init__(data, **more)
        self.fields["instead"].widget.attrs["list"] = "listings"

    def filled(self, said: Document) -> dict[str, Any]:
        name = Service.objects.filter(pk=said.get("instead")).values_list("name", flat=True).first()
        return super().filled(said) | {"instead": name or ""}

    def listings(self) -> list[str]:
        return list(Service.objects.searchable().order_by("name").values_list("name", flat=True)[:1000])

    def clean_instead(self) -> str | None:
        name = self.cleaned_data["instead"].strip()
        if not name:
            return None
        if name == self.filled(self.said)["instead"]:
            return self.said.get("instead")
        found = list(Service.objects.published().filter(name__iexact=name).values_list("pk", flat=True)[:2])
        if not found:
            raise ValidationError(_("No listing is called that. Choose one from the list"))
        return str(found[0])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for first, last, wrong in (
            ("shut_from", "reopens_on", _("It would open again before it shuts")),
            ("publish_from", "publish_until", _("The last day is before the first")),
        ):
            if cleaned.get(first) and cleaned.get(last) and cleaned[first] > cleaned[last]:
                self.add_error(last, wrong)
        return cleaned

    def part(self) -> Document:
        """Open again means that the days it was shut are over."""
        said = super().part()
        if said["status"] == Status.ACTIVE:
            said |= {"shut_from": None, "reopens_on": None, "shut_because": ""}
        return said


class WhereForm(PartForm):
    """Beside the places themselves."""

    PARTS = ("attending", "reach_metres")
    attending = one_of(lazy("How people take part"), Attending, required=True)
    reach_metres = forms.DecimalField(
        label=lazy("How far from there, in miles"), required=False, min_value=0, max_value=500, decimal_places=1,
        help_text=lazy("For what is online, by phone or at home. Empty means anywhere"),
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "mid"}),
        error_messages={"invalid": lazy("Enter a number of miles, like 2 or 7.5")},
    )  # fmt: skip

    def filled(self, said: Document) -> dict[str, Any]:
        metres = said.get("reach_metres")
        miles = f"{metres / METRES_IN_A_MILE:.1f}".removesuffix(".0") if metres else ""
        return super().filled(said) | {"reach_metres": miles}

    def clean_reach_metres(self) -> int | None:
        """The same miles are the same metres, however they were rounded to be shown."""
        miles = self.cleaned_data["reach_metres"]
        if miles is not None and str(miles) == self.filled(self.said)["reach_metres"]:
            return self.said.get("reach_metres")
        return round(float(miles) * METRES_IN_A_MILE) if miles is not None else None


class CommunityForm(PartForm):
    PARTS = ("community",)
    platform = pick(lazy("Where it is"), [("", lazy("It is not an online community")), *Platform.choices])
    address = line(
        lazy("Its address"), 500, help_text=lazy("Of the group or page itself, never of a person"),
        widget=forms.TextInput(attrs={"type": "url", "inputmode": "url"}),
    )  # fmt: skip
    looked = tick(lazy("I have opened it: it is the group’s page, not a person’s"))
    members = whole(lazy("Members"), 100_000_000, help_text=lazy("Typed in, never fetched"))
    members_counted_on = day(lazy("Counted on"))
    is_open = Sure(lazy("Can anybody join at once?"))
    posts = line(lazy("How much is posted"), 120, help_text=lazy("About 40 posts a day"))
    answers = line(lazy("How soon people answer"), 120)
    last_active_on = day(lazy("Last seen active"))
    not_for = line(lazy("What it is not for"), 300, help_text=lazy("It is not a selling page"))
    joining_steps = words(lazy("What joining looks like, a step a line"))
    safe_to_join = words(lazy("Is it safe to join?"), 3)
    without_it = words(lazy("For people who are not on it"), 3)
    OWN = (
        "platform", "address", "members", "members_counted_on", "is_open", "not_for", "posts", "answers",
        "last_active_on", "joining_steps", "safe_to_join", "without_it",
    )  # fmt: skip

    def filled(self, said: Document) -> dict[str, Any]:
        return dict(said.get("community") or {})

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not cleaned.get("platform"):
            return cleaned
        self._check_address(cleaned)
        if cleaned.get("members") is not None and not cleaned.get("members_counted_on"):
            self.add_error("members_counted_on", _("Say on which day the members were counted"))
        return cleaned

    def _check_address(self, cleaned: dict[str, Any]) -> None:
        if not cleaned.get("address"):
            self.add_error("address", _("Enter the address of the group itself"))
            return
        if cleaned["address"] == (self.said.get("community") or {}).get("address"):
            return  # as it was: what somebody else took is no fault of this form
        try:
            cleaned["address"] = addresses.check(cleaned["address"], cleaned["platform"])
        except addresses.BadAddress as problem:
            self.add_error("address", problem.message)
            return
        if may_be_a_persons(cleaned["address"]) and not cleaned.get("looked"):
            self.add_error("looked", _("Nobody can tell from this address whose page it is. Open it, then tick here"))

    def part(self) -> Document:
        if not self.cleaned_data.get("platform"):
            return {"community": None}
        own = {name: as_json(self.cleaned_data[name]) for name in self.OWN}
        return {"community": {**own, "admins": (self.said.get("community") or {}).get("admins", [])}}


def may_be_a_persons(address: str) -> bool:
    """facebook.com/StMarks is a page or a person; instagram.com/stmarks too. The address does not say."""
    host, _slash, path = address.split("://", 1)[-1].removeprefix("www.").partition("/")
    alone = bool(path.strip("/")) and "/" not in path.strip("/")
    return alone and addresses.brand_of(host) in ("facebook", "instagram")
