"""What a listing has several of: times, places, prices, people who look after a community. A button adds a row."""

import uuid
from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.forms.utils import ErrorDict
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from connect.forms import Form
from connect.places import find
from directory.document import Document
from directory.forms import DAYS
from directory.keeping.fields import Days, Sure, day, line, one_of, pick, some_of, tick, whole
from directory.keeping.parts import as_json
from directory.states import Frequency, Scheme
from directory.telling_us.cleaning import clock_field

MOST = 40
WEEKLY, NTH, MONTHDAY, ONCE = "weekly", "nth", "monthday", "once"
TURNS = [
    (WEEKLY, lazy("Each week, or every few weeks")),
    (NTH, lazy("On the first, second or last such day of a month")),
    (MONTHDAY, lazy("On a date of each month")),
    (ONCE, lazy("Once")),
]
WHICH = [("1", lazy("First")), ("2", lazy("Second")), ("3", lazy("Third")), ("4", lazy("Fourth")), ("-1", lazy("Last"))]


class RowForm(Form):
    """One row. `DEFAULTS` is what a new one says before anybody has typed."""

    DEFAULTS: ClassVar[dict[str, Any]] = {}
    TOGETHER: ClassVar[tuple[tuple[str, ...], ...]] = ()  # fields that stand beside each other
    id = forms.CharField(required=False, widget=forms.HiddenInput)
    gone = tick(lazy("Take this away"))

    @classmethod
    def filled(cls, said: Document) -> dict[str, Any]:
        return dict(said)

    def groups(self) -> list[list[forms.BoundField]]:
        """The fields in their order, those together that belong together."""
        with_others = {name: group for group in self.TOGETHER for name in group}
        order = [name for name in self.fields if name not in ("id", "gone")]
        groups = dict.fromkeys(with_others.get(name, (name,)) for name in order)
        return [[self[name] for name in group] for group in groups]

    def is_blank(self) -> bool:
        """Added and never filled in: as good as not there."""
        said = (name for name in self.fields if name not in ("id", *self.DEFAULTS))
        return not any(self.data.getlist(self.add_prefix(name)) != [] and self._typed(name) for name in said)

    def _typed(self, name: str) -> bool:
        return any(each.strip() for each in self.data.getlist(self.add_prefix(name)))

    def part(self, was: Document) -> Document:
        own = {name: as_json(value) for name, value in self.cleaned_data.items() if name not in ("id", "gone")}
        return {**was, **own}


class TimesForm(RowForm):
    DEFAULTS: ClassVar[dict[str, Any]] = {"turn": WEEKLY, "interval": "1"}
    TOGETHER = (
        ("opens_at", "closes_at", "place"), ("monthday", "interval"), ("dtstart", "valid_to"),
        ("term_time", "not_on_bank_holidays"), ("except_on", "also_on"),
    )  # fmt: skip
    turn = one_of(lazy("How often"), TURNS, required=True)
    days = some_of(lazy("Days"), DAYS)
    which = some_of(lazy("Which of the month"), WHICH)
    monthday = whole(lazy("Date of the month"), 31)
    interval = whole(
        lazy("Every how many weeks or months"), 52, help_text=lazy("1 is each; 2 is every other, and needs a first day")
    )
    opens_at = clock_field(lazy("From"), required=False)
    closes_at = clock_field(lazy("To"), required=False)
    place = pick(lazy("At"), [])
    dtstart = day(lazy("The day, or the first day"))
    valid_to = day(lazy("Last day"))
    term_time = tick(lazy("In school terms only"))
    not_on_bank_holidays = tick(lazy("Not on bank holidays"))
    except_on = Days(lazy("Not on"))
    also_on = Days(lazy("Also on"))
    description = line(lazy("A remark"), 300, help_text=lazy("Doors open at 11:30am"))

    @classmethod
    def filled(cls, said: Document) -> dict[str, Any]:
        parts = [part.strip() for part in said.get("byday", "").split(",") if part.strip()]
        return {
            **said,
            **{name: (said.get(name) or "")[:5] for name in ("opens_at", "closes_at")},  # no seconds
            "turn": _turn(said),
            "days": list(dict.fromkeys(part[-2:] for part in parts)),
            "which": list(dict.fromkeys(part[:-2].lstrip("+") for part in parts if part[:-2])),
            "monthday": said.get("bymonthday") if _turn(said) == MONTHDAY else "",
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not cleaned.get("gone"):
            for name, wrong in _wrong_times(cleaned):
                self.add_error(name, wrong)
        return cleaned

    def part(self, was: Document) -> Document:
        said = self.cleaned_data
        plain = (
            "opens_at", "closes_at", "dtstart", "valid_to", "term_time", "not_on_bank_holidays", "except_on", "also_on",
            "description",
        )  # fmt: skip
        own = {name: as_json(said[name]) for name in plain}
        return {"id": was.get("id"), **own, "place": said["place"] or None, **_rule(said)}


def _turn(said: Document) -> str:
    if said.get("freq") == Frequency.ONCE:
        return ONCE
    if said.get("freq") == Frequency.MONTHLY:
        return NTH if said.get("byday") else MONTHDAY
    return WEEKLY


def _rule(said: Mapping[str, Any]) -> Document:
    """As a calendar says it."""
    rule = {"freq": Frequency.WEEKLY.value, "interval": said["interval"] or 1, "byday": "", "bymonthday": ""}
    if said["turn"] == WEEKLY:
        return rule | {"byday": ",".join(said["days"])}
    if said["turn"] == ONCE:
        return rule | {"freq": Frequency.ONCE.value, "interval": 1}
    rule["freq"] = Frequency.MONTHLY.value
    if said["turn"] == NTH:
        return rule | {"byday": ",".join(f"{nth}{each}" for nth in said["which"] for each in said["days"])}
    return rule | {"bymonthday": str(said["monthday"])}


def _wrong_times(said: Mapping[str, Any]) -> list[tuple[str, str]]:
    turn, wrong = said.get("turn"), []
    if turn in (WEEKLY, NTH) and not said.get("days"):
        wrong.append(("days", _("Choose at least one day of the week")))
    if turn == NTH and not said.get("which"):
        wrong.append(("which", _("Choose which of the month: first, second …")))
    if turn == MONTHDAY and not said.get("monthday"):
        wrong.append(("monthday", _("Enter the date of the month, from 1 to 31")))
    if turn == ONCE and not said.get("dtstart"):
        wrong.append(("dtstart", _("Enter the day on which it is")))
    if turn != ONCE and (said.get("interval") or 1) > 1 and not said.get("dtstart"):
        wrong.append(("dtstart", _("Enter the first day, so that we know which weeks")))
    if said.get("dtstart") and said.get("valid_to") and said["valid_to"] < said["dtstart"]:
        wrong.append(("valid_to", _("The last day is before the first")))
    return wrong


class PlaceForm(RowForm):
    DEFAULTS: ClassVar[dict[str, Any]] = {"address_public": "on"}
    TOGETHER = (
        ("address_1", "address_2"), ("city", "postcode"), ("step_free", "step_free_note"),
        ("hearing_loop", "hearing_loop_note"), ("accessible_toilet", "changing_place"),
        ("blue_badge_parking", "quiet_space"), ("access_note", "uprn"),
    )  # fmt: skip
    name = line(lazy("Name of the place"))
    address_1 = line(lazy("Street"))
    address_2 = line(lazy("Street, second line"))
    city = line(lazy("Town or part of town"), 120)
    postcode = line(lazy("Postcode"), 10)
    address_public = tick(lazy("Everybody may see the address"), help_text=lazy("Not for somebody’s home or a refuge"))
    directions = line(lazy("Which door, which floor"), 300)
    transport = line(lazy("Getting there"), 300)
    step_free = Sure(lazy("Step-free?"))
    step_free_note = line(lazy("About getting in"))
    hearing_loop = Sure(lazy("Hearing loop?"))
    hearing_loop_note = line(lazy("About hearing"))
    accessible_toilet = Sure(lazy("Accessible toilet?"))
    changing_place = Sure(lazy("Changing Places toilet?"))
    blue_badge_parking = Sure(lazy("Blue Badge parking?"))
    quiet_space = Sure(lazy("Quiet place to sit?"))
    access_note = line(lazy("More about access"), 300)
    uprn = line(lazy("UPRN"), 12, help_text=lazy("The address’s own number, if known"))

    def clean_postcode(self) -> str:
        typed = self.cleaned_data["postcode"].strip()
        try:
            return find.normalise(typed) if typed else ""
        except find.PlaceError as problem:
            raise forms.ValidationError(problem.message) from problem

    def part(self, was: Document) -> Document:
        """A place's key is ours or was minted with the row, so that a time can name it at once."""
        blank = {"easting": None, "northing": None}
        return {**blank, **super().part(was), "id": was.get("id") or self.cleaned_data["id"] or str(uuid.uuid4())}


class CostForm(RowForm):
    TOGETHER = (("amount", "amount_description"),)
    option = line(lazy("What for"), 120, help_text=lazy("A lunch"))
    amount = forms.DecimalField(
        label=lazy("Pounds"), required=False, min_value=0, max_value=99999, decimal_places=2,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "mid"}),
        help_text=lazy("0 is free; empty is “ask”"),
        error_messages={"invalid": lazy("Enter an amount, like 4.50")},
    )  # fmt: skip
    amount_description = line(lazy("In words"), help_text=lazy("or what you can"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not cleaned.get("gone") and not cleaned.get("option"):
            self.add_error("option", _("Say what this price is for"))
        return cleaned

    def part(self, was: Document) -> Document:
        said = self.cleaned_data
        amount = f"{said['amount']:.2f}" if said["amount"] is not None else None
        return {"option": said["option"], "amount": amount, "amount_description": said["amount_description"]}


class AdminForm(RowForm):
    """Somebody who looks after a community, and said yes to being named."""

    TOGETHER = (("name", "agreed_on"), ("trained_on", "training"))
    name = line(lazy("Name"), 120)
    about = line(lazy("About them"), 200)
    agreed_on = day(lazy("Said yes to being named on"))
    trained_on = day(lazy("Trained on"))
    training = line(lazy("Which training"), 120)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not cleaned.get("gone"):
            if not cleaned.get("name"):
                self.add_error("name", _("Enter their name, or take the row away"))
            if not cleaned.get("agreed_on"):
                self.add_error("agreed_on", _("Nobody is named without their yes: enter the day they gave it"))
        return cleaned

    def part(self, was: Document) -> Document:
        own = ("name", "about", "agreed_on", "trained_on", "training")
        return {name: as_json(self.cleaned_data[name]) for name in own}


class NumberForm(RowForm):
    """A number that a regulator or register gave."""

    TOGETHER = (("scheme", "identifier"),)
    scheme = pick(lazy("Given by"), [("", "–"), *Scheme.choices])
    identifier = line(lazy("Number"), 40)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not cleaned.get("gone"):
            for name, wrong in (("scheme", _("Choose who gave it")), ("identifier", _("Enter the number"))):
                if not cleaned.get(name):
                    self.add_error(name, wrong)
        return cleaned


class Rows:
    """The rows of one part: as it says, as they were sent, or as they were sent with one more."""

    def __init__(self, form: type[RowForm], said: list[Document], data: QueryDict | None = None, prefix: str = "row"):
        self.form, self.said, self.prefix = form, said, prefix
        self.data = data
        count = self._count() if data is not None else len(said)
        self.forms = [self._make(at) for at in range(count)]

    def _count(self) -> int:
        typed = self.data.get(f"{self.prefix}-rows", "0")
        return min(int(typed), MOST) if typed.isascii() and typed.isdigit() and len(typed) < 4 else len(self.said)

    def _make(self, at: int) -> RowForm:
        initial = self.form.filled(self.said[at]) if at < len(self.said) else {**self.form.DEFAULTS, "id": ""}
        prefix = f"{self.prefix}-{at}"
        return self.form(self.data, prefix=prefix, initial=initial)

    def choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        for each in self.forms:
            each.fields[name].choices = choices

    def one_more(self) -> None:
        """Nothing that was typed is judged yet, and nothing is lost."""
        for each in self.forms:
            each._errors, each.cleaned_data = ErrorDict(), {}
        if len(self.forms) < MOST:
            new = self.form(prefix=f"{self.prefix}-{len(self.forms)}", initial=self._blank())
            self.forms.append(new)

    def _blank(self) -> dict[str, Any]:
        return {**self.form.DEFAULTS, "id": str(uuid.uuid4())}

    @property
    def kept(self) -> list[RowForm]:
        """Without those ticked away and those nobody filled in."""
        sent = [each for each in self.forms if not each.is_blank()]
        return [each for each in sent if not self.data.get(each.add_prefix("gone"))]

    def is_valid(self) -> bool:
        judged = [each.is_valid() for each in self.kept]  # each of them, so that everything is said at once
        return all(judged)

    def part(self) -> list[Document]:
        """What each row was before is found by its key, whatever came before it."""
        by_key = {str(each.get("id")): each for each in self.said if each.get("id")}
        return [each.part(by_key.get(each.cleaned_data["id"], {})) for each in self.kept]
