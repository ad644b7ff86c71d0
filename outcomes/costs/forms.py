"""What was spent, how many live here in each group, and what the scenario supposes."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connect.keyed import KeyedForm
from connect.places.models import Area
from outcomes.costs.models import GroupCount, Scenario
from outcomes.costs.published import FIGURES
from outcomes.costs.states import Kind
from outcomes.figures.counts.fairness import GROUPS, UNKNOWN

MOST = 100_000_000


class Number(forms.IntegerField):
    """A typed £ or comma is no mistake."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "class": "short"})

    def to_python(self, value: Any) -> int | None:
        return super().to_python(value.replace("£", "").replace(",", "") if isinstance(value, str) else value)


def number(label: Any, wrong: Any, most: int = MOST, least: int = 0, **more: Any) -> Number:
    errors = dict.fromkeys(("required", "invalid", "min_value", "max_value"), wrong)
    return Number(label=label, min_value=least, max_value=most, error_messages=errors, **more)


def month(label: Any) -> forms.DateField:
    wrong = gettext_lazy("Enter a month, like 2026-04")
    box = forms.DateInput({"type": "month", "class": "mid"}, format="%Y-%m")
    errors = {"required": wrong, "invalid": wrong}
    return forms.DateField(label=label, widget=box, input_formats=["%Y-%m"], error_messages=errors)


class OfAnArea(KeyedForm):
    """For one of the authorities that somebody enters figures for; with one alone nobody is asked which."""

    area = forms.ModelChoiceField(
        label=gettext_lazy("Area"), queryset=Area.objects.none(), empty_label=None,
        error_messages={"required": gettext_lazy("Choose an area"), "invalid_choice": gettext_lazy("Choose an area")},
    )  # fmt: skip

    def __init__(self, *args: Any, areas: list[Area], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].queryset = Area.objects.filter(pk__in=[area.pk for area in areas]).order_by("name")
        if len(areas) == 1:
            self.fields["area"].widget = forms.HiddenInput()
            self.fields["area"].initial = areas[0].pk
        self.order_fields(["key", "area"])


class CostForm(OfAnArea):
    kind = forms.ChoiceField(
        label=gettext_lazy("What for"), choices=Kind,
        error_messages={"required": gettext_lazy("Choose what it was for")},
    )  # fmt: skip
    pounds = number(gettext_lazy("How much, in whole pounds"), gettext_lazy("Enter whole pounds, like 4,200"), least=1)
    first_month = month(gettext_lazy("From"))
    last_month = month(gettext_lazy("To, that month included"))
    words = forms.CharField(label=gettext_lazy("A word about it"), max_length=200, required=False)

    def clean(self) -> None:
        said = self.cleaned_data
        if said.get("first_month") and said.get("last_month") and said["last_month"] < said["first_month"]:
            self.add_error("last_month", _("Choose a month that is not before the first"))

    def clean_last_month(self) -> date:
        if self.cleaned_data["last_month"] > timezone.localdate():
            raise forms.ValidationError(_("That month has not begun: enter what was spent"))
        return self.cleaned_data["last_month"]


class GroupForm(OfAnArea):
    """How many live here, in each category of one group."""

    source = forms.CharField(
        label=gettext_lazy("Where the numbers come from"), max_length=200,
        help_text=gettext_lazy("Like: Census 2021, TS008"),
        error_messages={"required": gettext_lazy("Say where they come from, and of which year")},
    )  # fmt: skip

    def __init__(self, *args: Any, group: str, known: GroupCount | None = None, **kwargs: Any) -> None:
        kwargs["prefix"] = group
        super().__init__(*args, **kwargs)
        self.group, self.codes = group, [code for code, _t in GROUPS[group].cut.categories if code != UNKNOWN]
        wrong = _("Enter how many people, like 12,400; 0 for none")
        for code, title in GROUPS[group].cut.categories:
            if code != UNKNOWN:
                self.fields[code] = number(title, wrong, initial=(known.people if known else {}).get(code))
        self.fields["source"].initial = known.source if known else ""
        self.order_fields(["key", "area", *self.codes, "source"])

    @property
    def title(self) -> str:
        return str(GROUPS[self.group].cut.title)

    @property
    def people(self) -> dict[str, int]:
        return {code: self.cleaned_data[code] for code in self.codes}

    def clean(self) -> None:
        if all(code in self.cleaned_data for code in self.codes) and not any(self.people.values()):
            self.add_error(self.codes[0], _("Somebody lives here: enter how many"))


class ScenarioForm(OfAnArea):
    """Nothing is supposed for somebody: what would have happened anyway, they have to say."""

    is_on = forms.BooleanField(label=gettext_lazy("Show the scenario"), required=False)
    figure = forms.ChoiceField(
        label=gettext_lazy("Which published figure"), required=False,
        choices=[("", gettext_lazy("Choose one")), *((one.key, one.title) for one in FIGURES.values())],
    )  # fmt: skip
    deadweight = number(
        gettext_lazy("Of 100 people who kept going, how many would have without us?"),
        gettext_lazy("Enter a number from 0 to 100"), most=100, required=False,
    )  # fmt: skip
    attribution = number(
        gettext_lazy("Of 100 in what is left, how much is due to us, and not to others who helped?"),
        gettext_lazy("Enter a number from 0 to 100"), most=100, required=False,
    )  # fmt: skip
    years = number(
        gettext_lazy("For how many years does it last?"), gettext_lazy("Enter a number from 1 to 5"), most=5, least=1,
        initial=1, required=False,
    )  # fmt: skip
    why = forms.CharField(
        label=gettext_lazy("What these numbers rest on"), max_length=300, required=False,
        widget=forms.Textarea({"rows": 2}), help_text=gettext_lazy("It stands beside the scenario"),
    )  # fmt: skip

    NEEDED = {
        "figure": gettext_lazy("Choose a published figure"),
        "deadweight": gettext_lazy("Enter a number from 0 to 100"),
        "attribution": gettext_lazy("Enter a number from 0 to 100"),
        "years": gettext_lazy("Enter a number from 1 to 5"),
        "why": gettext_lazy("Say what these numbers rest on"),
    }

    @classmethod
    def as_it_is(cls, now: Scenario | None) -> dict[str, Any]:
        return {name: getattr(now, name) for name in ("is_on", *cls.NEEDED)} if now else {}

    def clean(self) -> None:
        if self.cleaned_data.get("is_on"):
            for name, wrong in self.NEEDED.items():
                if name in self.cleaned_data and self.cleaned_data[name] in (None, ""):
                    self.add_error(name, wrong)
