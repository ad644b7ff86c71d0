"""What may be said about a search: where somebody is, what was missing, what to keep; and how to list communities."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from connect.keyed import KeyedForm
from connect.places.find import PlaceError, Spot, locate
from connect.places.models import Area
from directory.finding.ways import of_ours
from directory.forms import Words
from directory.models import Need
from directory.states import Missing, Platform

LONGEST_QUERY = 1000
# In the words of whoever looks for themselves; `Missing` speaks of somebody else.
REASONS = [
    (Missing.NOTHING, _("There is nothing like it")),
    (Missing.TOO_FAR, _("It is too far away")),
    (Missing.NO_WAY_THERE, _("There is no way to get there")),
    (Missing.TIMES, _("The day or the time is wrong")),
    (Missing.COST, _("It costs too much")),
    (Missing.FULL, _("It is full")),
    (Missing.ACCESS, _("Getting in is hard")),
    (Missing.LANGUAGE, _("It is not in my language")),
    (Missing.NOT_FOR, _("It is not for people like me")),
    (Missing.OTHER, _("Something else")),
]
PERIODS = [("30", _("The last 30 days")), ("90", _("The last 90 days")), ("365", _("The last year"))]


class NearMeForm(Form):
    """Where a browser says it is, to about 100 metres. Never shown, kept or put into an address."""

    latitude = forms.FloatField(min_value=49.5, max_value=61.5)
    longitude = forms.FloatField(min_value=-9, max_value=2.5)

    @property
    def is_abroad(self) -> bool:
        """Two numbers, and both may be degrees; but not of anywhere in the United Kingdom."""
        given = {name: _number(self.data.get(name)) for name in ("latitude", "longitude")}
        return bool(self.errors) and None not in given.values() and abs(given["latitude"]) <= 90


def _number(said: object) -> float | None:
    try:
        return float(str(said))
    except ValueError:
        return None


class Place(Words):
    """Somewhere we know, or nowhere."""

    def clean(self, value: object) -> Spot | None:
        said = super().clean(value)
        try:
            return locate(said) if said else None
        except PlaceError as problem:
            raise forms.ValidationError(problem.message) from problem


class MissingForm(KeyedForm):
    words = Words(
        label=_("What did you hope to find?"),
        help_text=_("Please leave out names and phone numbers."),
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"max_length": _("That is a lot of words. Use %(limit_value)d letters or fewer")},
    )
    near = Place(label=_("Where?"), help_text=_("A postcode, a street or an area."), required=False)
    need = forms.ChoiceField(label=_("What would you like?"), required=False, widget=forms.RadioSelect)
    reason = forms.ChoiceField(
        label=_("What is wrong with what is there?"), required=False, choices=REASONS, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.needs = {need.code: need for need in Need.objects.all()}
        self.fields["need"].choices = [(code, str(need)) for code, need in self.needs.items()]
        self.fields["near"].widget.attrs["autocomplete"] = "postal-code"

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if not self.errors and not any(said.get(name) for name in ("words", "need", "reason")):
            self.add_error("words", _("Tell us what you hoped to find, or choose an answer below"))
        return said

    def gap(self) -> dict[str, Any]:
        """What `actions.note_gap` takes. The place is kept as its ward, and no finer."""
        said = self.cleaned_data
        area = said["near"].ward if said["near"] else None
        return {"words": said["words"], "reason": said["reason"], "need": self.needs.get(said["need"]), "area": area}


class KeepForm(KeyedForm):
    name = Words(
        label=_("Name"),
        help_text=_("Say what it looks for, not for whom."),
        max_length=120,
        error_messages={"required": _("Give the search a name, like “Lunch in Millrace”")},
    )
    alerts = forms.BooleanField(label=_("E-mail me when something new fits, once a day at most"), required=False)
    query = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_query(self) -> str:
        return searched(self.cleaned_data["query"])


class ChangeForm(Form):
    name = KeepForm.base_fields["name"]
    alerts = KeepForm.base_fields["alerts"]


def searched(said: str) -> str:
    """Of a query, only what our own search asks; raises ValidationError when it is more than anybody would ask."""
    try:
        query = QueryDict(said.lstrip("?"))
    except Exception as problem:  # too many fields: Django's own limit
        raise forms.ValidationError(_("That search cannot be kept. Search again and keep it from there")) from problem
    ours = of_ours(query)
    if not ours or len(ours) > LONGEST_QUERY:
        raise forms.ValidationError(_("That search cannot be kept. Search again and keep it from there"))
    return ours


class CommunitiesForm(Form):
    near = Place(label=_("Postcode, street or area"), required=False)
    platform = forms.ChoiceField(label=_("Where it is"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["platform"].choices = [("", _("Anywhere online")), *Platform.choices]
        self.fields["near"].widget.attrs["autocomplete"] = "postal-code"


class UnfoundForm(Form):
    """Which of what was missing to show. What nobody offers is the same as nothing chosen."""

    area = forms.ModelChoiceField(Area.objects.none(), label=_("Area"), required=False, empty_label=_("Everywhere"))
    days = forms.ChoiceField(label=_("When"), required=False, choices=PERIODS)

    def __init__(self, data: QueryDict, *, areas: Any) -> None:
        asked = data.copy()
        asked.setdefault("days", "90")
        super().__init__(asked)
        self.fields["area"].queryset = areas

    @property
    def area_chosen(self) -> Area | None:
        return self.cleaned_data.get("area")

    @property
    def days_chosen(self) -> int:
        return int(self.cleaned_data.get("days") or 90)
