"""What a coordinator says of a group and its admins, what an admin says, and what people answer."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connect.forms import Form
from connect.keyed import KeyedForm
from connect.people.champions.forms import AreaForm, WardsField
from connect.places.models import Area
from directory.models import Need, Service
from directory.network.models import Group, Poll
from directory.network.polls import LONGEST_DAYS
from directory.states import Platform
from directory.telling_us.cleaning import EMAIL_WRONG, clean_website

MOST_MEMBERS = 10_000_000
A_DAY = {"widget": forms.DateInput({"type": "date", "class": "mid"}, "%Y-%m-%d")}
DAY_WRONG = {"required": gettext_lazy("Enter a day"), "invalid": gettext_lazy("Enter a day, like 24/11/2026")}
FEWEST, MOST = 2, 8  # things to tick


class GroupForm(KeyedForm, AreaForm):
    """A group of the network."""

    name = forms.CharField(
        label=gettext_lazy("Name"), max_length=200, error_messages={"required": gettext_lazy("Enter its name")}
    )
    platform = forms.ChoiceField(
        label=gettext_lazy("What it is"),
        choices=[("", gettext_lazy("A group that meets")), *Platform.choices],
        required=False,
    )
    address = forms.CharField(
        label=gettext_lazy("Web address"),
        max_length=500,
        required=False,
        widget=forms.TextInput({"type": "url", "inputmode": "url"}),
    )
    wards = WardsField(label=gettext_lazy("Where its people are"))
    service = forms.UUIDField(
        label=gettext_lazy("Its listing here"),
        help_text=gettext_lazy("The long number in the listing’s address, if it has a listing"),
        required=False,
    )

    def __init__(self, *args: Any, group: Group | None = None, **kwargs: Any) -> None:
        self.group = group
        super().__init__(*args, **kwargs)

    def clean_address(self) -> str:
        said = clean_website(self.cleaned_data["address"])
        taken = Group.objects.here().filter(address=said).exclude(pk=self.group.pk if self.group else None)
        if said and taken.exists() and not taken.filter(key=self.data.get("key") or None).exists():
            raise ValidationError(_("A group with this address is in the network already"))
        return said

    def clean_service(self) -> Service | None:
        key = self.cleaned_data["service"]
        found = Service.objects.filter(pk=key).first() if key else None
        if key and found is None:
            raise ValidationError(_("There is no listing with this number"))
        other = Group.objects.filter(service=found).exclude(pk=self.group.pk if self.group else None)
        if found and other.exclude(key=self.data.get("key") or None).exists():
            raise ValidationError(_("Another group of the network has this listing"))
        return found

    @property
    def said(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("name", "platform", "address", "service", "wards")}


class NewGroupForm(GroupForm):
    members = forms.IntegerField(
        label=gettext_lazy("How many members it says it has"), min_value=0, max_value=MOST_MEMBERS, required=False
    )

    @property
    def said(self) -> dict[str, Any]:
        return super().said | {"members": self.cleaned_data["members"]}


class ChangeGroupForm(GroupForm):
    seen = forms.CharField(widget=forms.HiddenInput)


class ReachForm(Form):
    """How many, and on which day somebody looked."""

    members = forms.IntegerField(
        label=gettext_lazy("How many members?"),
        min_value=0,
        max_value=MOST_MEMBERS,
        widget=forms.NumberInput({"inputmode": "numeric", "class": "mid"}),
        error_messages={"required": gettext_lazy("Enter a number"), "invalid": gettext_lazy("Enter a number")},
    )
    counted_on = forms.DateField(label=gettext_lazy("On which day?"), error_messages=DAY_WRONG, **A_DAY)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, initial={"counted_on": timezone.localdate()}, **kwargs)

    def clean_counted_on(self) -> date:
        day = self.cleaned_data["counted_on"]
        if day > timezone.localdate() or day.year < 2005:
            raise ValidationError(_("Enter a day that has been, like 24/11/2026"))
        return day


class AdminForm(Form):
    """Somebody who looks after a group, and was asked whether we may write to them."""

    name = forms.CharField(
        label=gettext_lazy("Name"), max_length=120, error_messages={"required": gettext_lazy("Enter their name")}
    )
    email = forms.EmailField(label=gettext_lazy("E-mail"), error_messages=EMAIL_WRONG)
    phone = forms.CharField(label=gettext_lazy("Phone"), max_length=20, required=False)
    agreed_on = forms.DateField(
        label=gettext_lazy("When did they say that we may keep this and write to them?"),
        error_messages=DAY_WRONG,
        **A_DAY,
    )

    def clean_email(self) -> str:
        return self.cleaned_data["email"].lower()

    def clean_agreed_on(self) -> date:
        day = self.cleaned_data["agreed_on"]
        if day > timezone.localdate():
            raise ValidationError(_("Ask them first, and then write down the day"))
        return day


class LetterForm(KeyedForm, AreaForm):
    """Words to the admins of some wards."""

    words = forms.CharField(
        label=gettext_lazy("What you would like to say"),
        help_text=gettext_lazy("It goes by e-mail. Name nobody who is helped"),
        max_length=3000,
        widget=forms.Textarea({"rows": 6}),
        error_messages={"required": gettext_lazy("Write what you would like to say")},
    )
    wards = WardsField(
        label=gettext_lazy("To the admins of which wards?"),
        help_text=gettext_lazy("None ticked: to all of them"),
        required=False,
    )


class PollForm(KeyedForm):
    """Which things people may tick, and for how long."""

    question = forms.CharField(
        label=gettext_lazy("Your question"),
        max_length=120,
        initial=gettext_lazy("What would you like more of round here?"),
        error_messages={"required": gettext_lazy("Write a question")},
    )
    needs = forms.MultipleChoiceField(
        label=gettext_lazy("What can they tick?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least two")},
    )
    opens_on = forms.DateField(label=gettext_lazy("From"), error_messages=DAY_WRONG, **A_DAY)
    closes_on = forms.DateField(label=gettext_lazy("Until"), error_messages=DAY_WRONG, **A_DAY)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        today = timezone.localdate()
        super().__init__(*args, initial={"opens_on": today, "closes_on": today + timedelta(days=14)}, **kwargs)
        self.fields["needs"].choices = [(need.code, _(need.name)) for need in Need.objects.order_by("position")]

    def clean_needs(self) -> list[str]:
        if not FEWEST <= len(self.cleaned_data["needs"]) <= MOST:
            raise ValidationError(_("Choose two at least, and eight at most"))
        return self.cleaned_data["needs"]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        opens, closes = said.get("opens_on"), said.get("closes_on")
        if opens and closes and closes < opens:
            self.add_error("closes_on", _("It cannot end before it begins"))
        elif closes and (closes < timezone.localdate() or (opens and closes > opens + timedelta(days=LONGEST_DAYS))):
            self.add_error("closes_on", _("Choose a day in the next two months"))
        return said


class AnswerForm(KeyedForm):
    """What somebody would like more of, and where they live if they like to say it."""

    needs = forms.MultipleChoiceField(
        label=gettext_lazy("Tick what you like"), widget=forms.CheckboxSelectMultiple, required=False
    )
    ward = forms.ModelChoiceField(
        Area.objects.none(),
        label=gettext_lazy("Where do you live?"),
        required=False,
        blank=True,
        empty_label=gettext_lazy("Somewhere else, or I would rather not say"),
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=gettext_lazy("Anything else, in your own words?"),
        help_text=gettext_lazy("Leave out names and anything private"),
        max_length=300,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, *args: Any, poll: Poll, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = dict(Need.objects.filter(code__in=poll.needs).values_list("code", "name"))
        self.fields["needs"].choices = [(code, _(names[code])) for code in poll.needs if code in names]
        self.fields["ward"].queryset = poll.group.wards.all()

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if not said.get("needs") and not said.get("words") and not self.errors:
            self.add_error("needs", _("Tick something, or write a few words"))
        return said
