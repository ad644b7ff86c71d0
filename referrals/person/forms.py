"""What a connector may type about somebody, cleaned."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from connect.keyed import KeyedForm
from connect.people.models import User
from connect.places import find
from referrals.forms import clean_phone
from referrals.person.particulars import WHEREABOUTS
from referrals.person.states import (
    TAKEN_AWAY,
    Capacity,
    ContactMethod,
    Decision,
    Format,
    How,
    Mark,
    Professional,
    Support,
    WhyHidden,
)
from referrals.states import OF_SOMEBODY, Domain, Known, Purpose, Safe, Weight

NOT_ASKED = ("", _("Not asked"))
SAFE = [*Safe.choices, NOT_ASKED]
LANGUAGES = [("en", _("English")), ("cy", "Cymraeg")]
CHIPS, CHOICES = forms.CheckboxSelectMultiple, forms.RadioSelect
OLDEST = 120
LONG = 30


def text(label: Any, most: int, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, required=False, **more)


def lines(label: Any, most: int = 2000, **more: Any) -> forms.CharField:
    return text(label, most, widget=forms.Textarea(attrs={"rows": 2}), **more)


def one_of(label: Any, choices: Iterable, **more: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, widget=CHOICES, required=False, **more)


def _first(words: Any) -> str:
    """Long ones by their first part, so that a phone shows them side by side; flags say the whole."""
    said = str(words)
    return re.split("[:,]", said)[0] if len(said) > LONG else said


_first_part = lazy(_first, str)


def some_of(label: Any, choices: type, **more: Any) -> forms.MultipleChoiceField:
    said = [(code, _first_part(words)) for code, words in choices.choices]
    return forms.MultipleChoiceField(label=label, choices=said, widget=CHIPS, required=False, **more)


class ParticularsForm(Form):
    """Everything about somebody that is asked once and looked at again. Nothing but a first name must be there."""

    strengths = lines(_("What they are good at, and proud of"))
    interests = lines(_("What they like, and used to like"))
    given_name = forms.CharField(
        label=_("First name"), max_length=100, error_messages={"required": _("Enter the name they like to be called")}
    )
    family_name = text(_("Last name"), 100)
    known_as = text(_("The name they like"), 100)
    date_of_birth = forms.DateField(
        label=_("Date of birth"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Enter a day that there was, like 27/3/1943")},
    )
    address = lines(_("Address"), 300)
    postcode = text(_("Postcode"), 120)
    phone = text(_("Phone"), 30, widget=forms.TextInput(attrs={"type": "tel", "inputmode": "tel"}))
    safe_to_ring = one_of(_("Is it safe to ring?"), SAFE)
    safe_to_leave_word = one_of(_("Is it safe to leave a message on the machine?"), SAFE)
    safe_to_message = one_of(_("Is it safe to text?"), Safe.choices)
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        error_messages={"invalid": _("Enter an e-mail address, like name@example.org")},
    )
    safe_to_email = one_of(
        _("Is it safe to e-mail?"), SAFE, help_text=_("Where it was not asked, what holds of texts holds of e-mail")
    )
    safe_to_write = one_of(_("Is it safe to send a letter?"), SAFE)
    who_else = text(_("Who else may pick up, or open a letter?"), 200)
    good_times = text(_("Good times to ring"), 200, help_text=_("After 10, not Wednesdays"))
    needs_asked = one_of(_("Were they asked what helps them to read, hear and speak?"), Known.choices)
    formats = some_of(_("Writing reaches them as"), Format)
    contact_methods = some_of(_("They are best reached by"), ContactMethod)
    supports = some_of(_("What helps when we talk"), Support)
    professionals = some_of(_("Somebody who has to be there"), Professional)
    access_needs = text(_("What else helps them take part"), 300)
    spoken_language = text(_("The language they speak best"), 60)
    interpreter = one_of(_("Do they want an interpreter?"), Known.choices)
    language = forms.ChoiceField(label=_("Language of messages"), choices=LANGUAGES, required=False)
    domains_asked = forms.BooleanField(label=_("We asked them about these"), required=False)
    domains = some_of(_("What are they dealing with?"), Domain)
    first_time = one_of(_("Had they been in touch with no service before this?"), Known.choices)
    assessed_weight = one_of(
        _("How much of your week do they need?"), [*((c, w) for c, w in Weight.choices if c), NOT_ASKED]
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    SECTIONS = (
        (_("What they bring"), ("strengths", "interests")),
        (_("Who they are"), ("given_name", "family_name", "known_as", "date_of_birth", "address", "postcode")),
        (
            _("Reaching them safely"),
            (
                "phone", "safe_to_ring", "safe_to_leave_word", "safe_to_message", "email", "safe_to_email",
                "safe_to_write", "who_else", "good_times",
            ),
        ),
        (
            _("What helps them to read, hear and speak"),
            (
                "needs_asked", "formats", "contact_methods", "supports", "professionals", "access_needs",
                "spoken_language", "interpreter", "language",
            ),
        ),
        (_("Asked once"), ("domains", "domains_asked", "first_time", "assessed_weight")),
    )  # fmt: skip

    def __init__(self, *args: Any, restricted: bool = False, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if restricted:  # these stand sealed, and are changed where they are shown
            for name in WHEREABOUTS:
                self.fields.pop(name)

    def sections(self) -> list[tuple[Any, list[forms.BoundField]]]:
        return [(title, [self[name] for name in names if name in self.fields]) for title, names in self.SECTIONS]

    def typed(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "seen"}

    def clean_phone(self) -> str:
        return clean_phone(self.cleaned_data["phone"]) if self.cleaned_data["phone"] else ""

    def clean_postcode(self) -> str:
        typed = self.cleaned_data["postcode"]
        return typed if typed == self.initial.get("postcode") else clean_postcode(typed)

    def clean_date_of_birth(self) -> Any:
        born = self.cleaned_data["date_of_birth"]
        if born and not 0 <= timezone.localdate().year - born.year <= OLDEST:
            raise ValidationError(_("Enter a day that there was, like 27/3/1943"))
        return born

    def clean_safe_to_message(self) -> str:
        return self.cleaned_data["safe_to_message"] or Safe.UNSURE

    def clean_language(self) -> str:
        return self.cleaned_data["language"] or "en"

    def clean_needs_asked(self) -> str:
        return self.cleaned_data["needs_asked"] or Known.NOT_ASKED

    def clean_interpreter(self) -> str:
        return self.cleaned_data["interpreter"] or Known.NOT_ASKED

    def clean_first_time(self) -> str:
        return self.cleaned_data["first_time"] or Known.NOT_ASKED

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("domains"):
            cleaned["domains_asked"] = True
        return cleaned


def clean_postcode(typed: str) -> str:
    try:
        return find.normalise(typed) if typed.strip() else ""
    except find.PlaceError as error:
        raise ValidationError(_("Enter a postcode, like KX2 4HD")) from error


class ConsentForm(Form):
    """What somebody answered to one question about sharing."""

    purpose = forms.ChoiceField(
        label=_("May it be that"),
        choices=Purpose,
        widget=CHOICES,
        error_messages={"required": _("Choose what they were asked")},
    )
    recipient = text(_("If somebody they name: who?"), 100, help_text=_("Her daughter Ann; the practice nurse"))
    decision = forms.ChoiceField(
        label=_("What was said"),
        choices=Decision,
        widget=CHOICES,
        error_messages={"required": _("Choose what was said")},
    )
    how = forms.ChoiceField(label=_("How"), choices=How, initial=How.SPOKEN, widget=CHOICES)
    capacity = forms.ChoiceField(
        label=_("Can they decide this themselves?"), choices=Capacity, initial=Capacity.ASSUMED, widget=CHOICES
    )
    note = lines(
        _("Note"), help_text=_("For a decision in their best interests: why it is, who was asked, what they would wish")
    )
    known = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("purpose") in OF_SOMEBODY and not said.get("recipient"):
            self.add_error("recipient", _("Write who it is that they name"))
        if said.get("purpose") not in OF_SOMEBODY:
            said["recipient"] = ""
        if said.get("decision") == Decision.BEST_INTERESTS:
            self._best_interests(said)
        if said.get("decision") in TAKEN_AWAY and said.get("how") == How.OBSERVED:
            self.add_error("how", _("A no is theirs: choose how they said it"))
        return said

    def _best_interests(self, said: dict[str, Any]) -> None:
        if said.get("capacity") != Capacity.LACKS:
            self.add_error("capacity", _("Only for somebody who was assessed, and cannot decide this now"))
        if not said.get("note"):
            self.add_error("note", _("Write why it is in their best interests, and who was asked"))


class RelationForm(KeyedForm):
    """Somebody round them."""

    name = forms.CharField(
        label=_("Their name"), max_length=100, error_messages={"required": _("Enter what they are called")}
    )
    tie = forms.CharField(
        label=_("Who they are to them"),
        help_text=_("Daughter, neighbour, carer who comes in"),
        max_length=60,
        error_messages={"required": _("Enter who they are to them")},
    )
    lives_with = forms.BooleanField(label=_("Lives with them"), required=False)
    is_carer = forms.BooleanField(label=_("Looks after them"), required=False)
    may_speak = one_of(_("May we speak with them? The person’s own answer"), Known.choices, initial=Known.NOT_ASKED)
    their_yes = one_of(_("May we keep these details? Their own answer"), Known.choices, initial=Known.NOT_ASKED)
    phone = text(_("Phone"), 30, help_text=_("Only once they have said yes to it themselves"))
    needs = text(_("What helps them to read, hear and speak"), 200)

    def clean_phone(self) -> str:
        return clean_phone(self.cleaned_data["phone"]) if self.cleaned_data["phone"] else ""

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        for name in ("may_speak", "their_yes"):
            said[name] = said.get(name) or Known.NOT_ASKED
        if said.get("phone") and said["their_yes"] != Known.YES:
            self.add_error("phone", _("Leave it out until they have said yes themselves"))
        return said


class MarkerForm(KeyedForm):
    """A circumstance, or a prompt to take care."""

    mark = forms.ChoiceField(
        label=_("What to keep in mind"),
        choices=Mark,
        widget=CHOICES,
        error_messages={"required": _("Choose what to keep in mind")},
    )
    words = text(_("In a few words"), 200)
    source = forms.CharField(
        label=_("Who says so"),
        help_text=_("Herself; the housing officer; I saw it"),
        max_length=100,
        error_messages={"required": _("Enter who says so")},
    )
    on = forms.DateField(
        label=_("When that was"),
        initial=timezone.localdate,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Enter a day that there was, like 27/3/2026"), "required": _("Enter the day")},
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("mark") == Mark.OTHER and not said.get("words"):
            self.add_error("words", _("Write what it is"))
        return said


class AskRestrictForm(Form):
    why = forms.ChoiceField(
        label=_("Why must nobody find them?"),
        choices=WhyHidden,
        widget=CHOICES,
        error_messages={"required": _("Choose why. If none fits, choose the last")},
    )


class RestrictForm(AskRestrictForm):
    """Why, who answers for it, and who else may know."""

    owner = forms.ModelChoiceField(
        label=_("Who answers for this"),
        queryset=User.objects.none(),
        help_text=_("Always somebody by name, and always one who may see them"),
        error_messages={"required": _("Choose who answers for this"), "invalid_choice": _("Choose somebody listed")},
    )
    readers = forms.ModelMultipleChoiceField(
        label=_("Who else may know of them"), queryset=User.objects.none(), widget=CHIPS, required=False
    )

    def __init__(self, *args: Any, staff: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name in ("owner", "readers"):
            self.fields[name].queryset = staff


class WhereaboutsForm(Form):
    """The sealed address and numbers of somebody restricted. `seen`: nobody seals over what they never saw."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    phone = text(_("Phone"), 30)
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        error_messages={"invalid": _("Enter an e-mail address, like name@example.org")},
    )
    postcode = text(_("Postcode"), 120)
    address = lines(_("Address"), 300)

    def clean_phone(self) -> str:
        return clean_phone(self.cleaned_data["phone"]) if self.cleaned_data["phone"] else ""

    def clean_postcode(self) -> str:
        return clean_postcode(self.cleaned_data["postcode"])


class LiftForm(Form):
    why = forms.CharField(
        label=_("Why is it safe now?"), max_length=300, error_messages={"required": _("Write why it is safe now")}
    )
