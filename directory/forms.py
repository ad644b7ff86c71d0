"""What somebody may ask of the search, cleaned: a filter nobody offers is none, an unknown place is said to be one."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from connect.places.find import PlaceError, Spot, locate
from directory import asking, words
from directory.entries import Tag
from directory.models import Audience, Need
from directory.search import MILES
from directory.states import Kind

DAYS = [
    ("MO", _("Monday")),
    ("TU", _("Tuesday")),
    ("WE", _("Wednesday")),
    ("TH", _("Thursday")),
    ("FR", _("Friday")),
    ("SA", _("Saturday")),
    ("SU", _("Sunday")),
]
WITHIN = [
    ("0.5", _("Half a mile")),
    ("1", _("1 mile")),
    ("2", _("2 miles")),
    ("5", _("5 miles")),
    ("10", _("10 miles")),
    ("25", _("25 miles")),
]
TIMES = [("morning", _("In the morning")), ("afternoon", _("In the afternoon")), ("evening", _("In the evening"))]
WHEN = [("today", _("Today")), ("tomorrow", _("Tomorrow")), ("weekend", _("This weekend"))]
COSTS = [("free", _("Free")), ("low", _("Under £5"))]
ACCESS = [
    ("step_free", _("Step-free")),
    ("accessible_toilet", _("Accessible toilet")),
    ("changing_place", _("Changing Places toilet")),
    ("hearing_loop", _("Hearing loop")),
    ("blue_badge_parking", _("Blue Badge parking")),
    ("quiet_space", _("A quiet place to sit")),
]
HOW = [("online", _("Online")), ("phone", _("By phone")), ("home", _("At your home"))]
SORTS = [("", _("Best first")), ("nearest", _("Nearest first")), ("newest", _("Newest first"))]
PLURAL = {
    "q": "words", "need": "needs", "day": "days", "kind": "kinds", "time": "times", "cost": "costs", "how": "hows",
    "audience": "audiences", "language": "languages",
}  # fmt: skip
TICKS = ("free", "step_free", "met")
OLDEST = 120


class Words(forms.CharField):
    def to_python(self, value: object) -> str:
        return words.clean(str(value or ""))


class Offered(forms.MultipleChoiceField):
    """Those of the values that are among the choices; an old or invented address is no error to the person."""

    def clean(self, value: object) -> list[str]:
        return [code for code in dict.fromkeys(self.to_python(value)) if self.valid_value(code)]


class Whole(forms.Field):
    def clean(self, value: object) -> int:
        said = str(value or "")
        return int(said) if said.isascii() and said.isdigit() and len(said) < 6 else 1


class Age(forms.Field):
    """A number of years, or nothing: what is no age is no filter. There is nothing to tick."""

    choices = ()

    def clean(self, value: object) -> int | None:
        said = str(value or "").strip()
        years = int(said) if said.isascii() and said.isdigit() and len(said) < 4 else OLDEST + 1
        return years if years <= OLDEST else None


class Sort(forms.ChoiceField):
    def clean(self, value: object) -> str:
        return str(value) if value and self.valid_value(value) else ""


class Distance(forms.ChoiceField):
    def clean(self, value: object) -> float | None:
        return float(str(value)) if value and self.valid_value(value) else None


class SearchForm(Form):
    q = Words(
        label=_("What would you enjoy?"),
        required=False,
        max_length=words.LONGEST,
        error_messages={"max_length": _("That is a lot of words. Use %(limit_value)d letters or fewer")},
    )
    near = Words(label=_("Postcode, street or area"), required=False)
    need = Offered(label=_("What you would like"), required=False)
    day = Offered(label=_("When"), required=False, choices=DAYS)
    kind = Offered(label=_("What kind"), required=False, choices=Kind.choices)
    within = Distance(label=_("How far"), required=False, choices=WITHIN)
    free = forms.BooleanField(label=_("Free"), required=False)
    step_free = forms.BooleanField(label=_("Step-free"), required=False)
    met = forms.BooleanField(label=_("Someone meets you"), required=False)
    time = Offered(label=_("Time of day"), required=False, choices=TIMES)
    when = Offered(label=_("Soon"), required=False, choices=WHEN)
    cost = Offered(label=_("Cost"), required=False, choices=COSTS)
    access = Offered(label=_("Getting in"), required=False, choices=ACCESS)
    audience = Offered(label=_("Who it is for"), required=False)
    age = Age(label=_("Your age"), required=False)
    language = Offered(label=_("Language"), required=False)
    how = Offered(label=_("From home"), required=False, choices=HOW)
    places = forms.BooleanField(label=_("Places free now"), required=False)
    new = forms.BooleanField(label=_("New here"), required=False)
    budget = forms.BooleanField(label=_("Takes personal budgets"), required=False)
    sort = Sort(label=_("Order"), required=False, choices=SORTS)
    exact = forms.BooleanField(required=False)
    page = Whole(required=False)

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(asking.read(data or {}))
        self.fields["need"].choices = [(need.code, str(need)) for need in Need.objects.all()]
        self.fields["audience"].choices = [(audience.code, str(audience)) for audience in Audience.objects.all()]
        self.fields["language"].choices = [(spoken, capfirst(spoken)) for spoken in Tag.after("lang:")]
        self.fields["q"].widget = forms.TextInput({"type": "search", "autocomplete": "off", "enterkeyhint": "search"})
        self.fields["near"].widget.attrs["autocomplete"] = "postal-code"

    @property
    def asks(self) -> list[forms.BoundField]:
        """The two questions; everything else narrows down what they find."""
        return [self["q"], self["near"]]

    @property
    def distances(self) -> list[tuple[str, str, bool]]:
        """Value, words, and whether it is how far we looked, or are to look."""
        chosen = self.cleaned_data.get("within") or MILES
        return [(value, label, float(value) == chosen) for value, label in WITHIN]

    def clean_near(self) -> Spot | None:
        said = self.cleaned_data["near"]
        try:
            return locate(said) if said else None
        except PlaceError as problem:
            raise forms.ValidationError(problem.message) from problem

    def asked(self) -> dict[str, Any]:
        """What `search` takes; what was wrong is left out, so that there are results all the same."""
        said = self.cleaned_data
        return {PLURAL.get(name, name): said[name] for name in said}
