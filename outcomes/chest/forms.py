"""What a group is asked, what those who decide say, and what came of the money. Whole pounds everywhere."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connect.forms import Form
from connect.keyed import KeyedForm
from directory.models import Service
from outcomes.chest.models import USUAL, Application, Pot
from outcomes.framework.models import Aim, Framework

DAY = {"required": gettext_lazy("Choose a day"), "invalid": gettext_lazy("Choose a day, like 24 11 2026")}
WORDS_AT_MOST = 1500


def pounds(label: str, most: int, help_text: str = "", **more: Any) -> forms.IntegerField:
    """A whole number of pounds from 1 to `most`; a typed £ or comma is no mistake."""
    wrong = gettext_lazy("Enter whole pounds from 1 to %(most)s") % {"most": most}
    errors = dict.fromkeys(("required", "invalid", "min_value", "max_value"), wrong)
    return Pounds(label=label, help_text=help_text, min_value=1, max_value=most, error_messages=errors, **more)


class Pounds(forms.IntegerField):
    widget = forms.TextInput(attrs={"inputmode": "numeric", "class": "short"})

    def to_python(self, value: Any) -> int | None:
        return super().to_python(value.replace("£", "").replace(",", "") if isinstance(value, str) else value)


def day(label: str) -> forms.DateField:
    box = forms.DateInput({"type": "date", "class": "mid"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=box, error_messages=DAY)


def words(label: str, wrong: str, help_text: str = "", most: int = WORDS_AT_MOST) -> forms.CharField:
    box = forms.Textarea({"rows": 4})
    errors = {"required": wrong}
    return forms.CharField(label=label, help_text=help_text, max_length=most, widget=box, error_messages=errors)


class AskForm(KeyedForm):
    """On one screen: who you are, what for, how much."""

    group = forms.CharField(
        label=gettext_lazy("Name of your group"), max_length=120,
        error_messages={"required": gettext_lazy("Enter the name of your group")},
    )  # fmt: skip
    name = forms.CharField(
        label=gettext_lazy("Your name"), max_length=120, widget=forms.TextInput({"autocomplete": "name"}),
        error_messages={"required": gettext_lazy("Enter your name")},
    )  # fmt: skip
    email = forms.EmailField(
        label=gettext_lazy("Your e-mail address"),
        help_text=gettext_lazy("We send a link to it. Your answer comes there too"),
        widget=forms.EmailInput({"autocomplete": "email"}),
        error_messages={
            "required": gettext_lazy("Enter your e-mail address, like name@example.org"),
            "invalid": gettext_lazy("Enter a whole e-mail address, like name@example.org"),
        },
    )
    words = words(
        gettext_lazy("What is it for?"), gettext_lazy("Say what you would use the money for"),
        gettext_lazy("A few sentences. No names of people who come"),
    )  # fmt: skip
    people = forms.IntegerField(
        label=gettext_lazy("How many people would it reach?"), min_value=1, max_value=100_000,
        widget=forms.TextInput({"inputmode": "numeric", "class": "short"}), help_text=gettext_lazy("A rough number"),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"),
                                     gettext_lazy("Enter a number, like 20")),
    )  # fmt: skip
    aims = forms.ModelMultipleChoiceField(
        label=gettext_lazy("What would it help with?"), queryset=Aim.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose one or more")},
    )  # fmt: skip
    may_show = forms.BooleanField(
        label=gettext_lazy("You may show on your page that our group got the money, and what for"), required=False
    )

    def __init__(self, *args: Any, pot: Pot, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        help_text = _("Up to £%(each)s, in whole pounds") % {"each": pot.each}
        self.fields["amount"] = pounds(_("How much?"), pot.each, help_text)
        self.order_fields(["key", "group", "name", "email", "words", "amount"])
        self.fields["aims"].queryset = aims()
        self.fields["aims"].label_from_instance = lambda aim: aim.title

    @property
    def content_hash(self) -> str:
        self.cleaned_data["aims"] = sorted(self.cleaned_data["aims"], key=str)
        return super().content_hash

    @property
    def said(self) -> dict[str, Any]:
        said = {name: value for name, value in self.cleaned_data.items() if name != "key"}
        return said | {"service": _listed(said["group"])}


def aims() -> Any:
    """The aims of the framework that comes with the house, as it stands now."""
    newest = Framework.objects.in_use_by(None).order_by("slug", "-version").first()
    return Aim.objects.filter(framework=newest)


def _listed(group: str) -> Service | None:
    """Their listing, when one and only one is called just that."""
    found = list(Service.objects.searchable().filter(name__iexact=group.strip())[:2])
    return found[0] if len(found) == 1 else None


class PotForm(KeyedForm):
    name = forms.CharField(
        label=gettext_lazy("What it is called"), max_length=80,
        error_messages={"required": gettext_lazy("Enter a name, like Community chest 2026")},
    )  # fmt: skip
    words = forms.CharField(
        label=gettext_lazy("What it is for, for whoever asks"), max_length=WORDS_AT_MOST, required=False,
        widget=forms.Textarea({"rows": 3}),
    )  # fmt: skip
    total = pounds(gettext_lazy("How much is in it"), 10_000_000)
    each = pounds(gettext_lazy("The most that one group may ask for"), 100_000, initial=USUAL)
    deciders = forms.IntegerField(
        label=gettext_lazy("How many of you have to say the same"), min_value=2, max_value=9, initial=2,
        widget=forms.TextInput({"inputmode": "numeric", "class": "short"}),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"),
                                     gettext_lazy("Two or more: nobody decides on money alone")),
    )  # fmt: skip
    opens_on = day(gettext_lazy("Opens on"))
    closes_on = day(gettext_lazy("Closes on"))

    def clean(self) -> None:
        said = self.cleaned_data
        if said.get("total") and said.get("each") and said["each"] > said["total"]:
            self.add_error("each", _("That is more than there is in the pot"))
        if said.get("opens_on") and said.get("closes_on") and said["closes_on"] < said["opens_on"]:
            self.add_error("closes_on", _("Choose a day after it opens"))


class VerdictForm(KeyedForm):
    """Yes with an amount, or no with words that the group will read."""

    YES, NO = "yes", "no"

    answer = forms.ChoiceField(
        label=gettext_lazy("Your answer"), choices=[(YES, gettext_lazy("Yes")), (NO, gettext_lazy("No"))],
        widget=forms.RadioSelect, error_messages={"required": gettext_lazy("Choose yes or no")},
    )  # fmt: skip
    words = forms.CharField(
        label=gettext_lazy("Why"), required=False, max_length=300, widget=forms.Textarea({"rows": 2}),
        help_text=gettext_lazy("With a no the group reads it: say what could make it a yes"),
    )  # fmt: skip
    apart = forms.BooleanField(
        label=gettext_lazy("I have no part in this group, and nobody close to me has"),
        error_messages={"required": gettext_lazy("Tick if it is so. If not, leave this one to your colleagues")},
    )  # fmt: skip

    def __init__(self, *args: Any, application: Application, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["amount"] = pounds(
            _("How much"), application.amount, _("The smallest amount that somebody says is the one that counts"),
            initial=application.amount, required=False,
        )  # fmt: skip
        self.order_fields(["key", "answer", "amount"])

    def clean(self) -> None:
        answer, said = self.cleaned_data.get("answer"), self.cleaned_data
        if answer == self.YES and "amount" in said and not said["amount"]:
            self.add_error("amount", _("Enter how much"))
        if answer == self.NO and not said.get("words"):
            self.add_error("words", _("Say why in a sentence: the group reads it"))


class SpendForm(KeyedForm):
    what = forms.CharField(
        label=gettext_lazy("What it went on"), max_length=120,
        help_text=gettext_lazy("Like hall hire, or tea and cake"),
        error_messages={"required": gettext_lazy("Say what it went on")},
    )  # fmt: skip
    amount = pounds(gettext_lazy("How much"), 100_000)
    on = day(gettext_lazy("When"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"on": timezone.localdate()} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)

    def clean_on(self) -> Any:
        if self.cleaned_data["on"] > timezone.localdate():
            raise ValidationError(_("That day has not come yet"))
        return self.cleaned_data["on"]


class LedToForm(Form):
    led_to = words(
        gettext_lazy("What did it lead to?"), gettext_lazy("Say what it led to, in a sentence or two"),
        gettext_lazy("A few sentences. No names of people who come"),
    )  # fmt: skip
    reached = forms.IntegerField(
        label=gettext_lazy("About how many people took part?"), min_value=0, max_value=100_000,
        widget=forms.TextInput({"inputmode": "numeric", "class": "short"}),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"),
                                     gettext_lazy("Enter a number, like 20")),
    )  # fmt: skip
    may_show = forms.BooleanField(label=gettext_lazy("You may show this on your page"), required=False)


class PaidForm(Form):
    on = day(gettext_lazy("Paid on"))
