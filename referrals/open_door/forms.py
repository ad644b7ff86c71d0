"""What somebody may type who would like some company, or who asks for a neighbour or a relative."""

import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from connect.keyed import KeyedForm
from connect.places import find
from referrals.asking import eligibility
from referrals.forms import PHONE_ERROR, clean_phone, wants
from referrals.states import Purpose, Safe, Source

ADULT, YOUNGEST_SAID = 18, 17  # who says "under 18" and no more is taken at the word
YES_NO = [("yes", _("Yes")), ("no", _("No"))]
ONE_WAY = _("Enter a phone number or an e-mail, so that we can reach you")


class DoorForm(Form):
    """Whom it is for, and where: whether anybody may help is found out before the other questions."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)  # of both parts
    whom = forms.ChoiceField(
        label=_("Who would like some company?"),
        choices=[(Source.SELF, _("I would")), (Source.FAMILY, _("Somebody I know"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Say who it is for")},
    )
    postcode = forms.CharField(
        label=_("Postcode of the home"),
        help_text=_("So that somebody near can ring"),
        max_length=120,
        widget=forms.TextInput(attrs={"class": "mid", "autocomplete": "postal-code"}),
        error_messages={"required": _("Enter the postcode, like KX2 4HD")},
    )
    adult = forms.ChoiceField(
        label=_("Aged 18 or over?"),
        help_text=_("You, or the person you ask for"),
        choices=YES_NO,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say yes or no")},
    )
    age = forms.IntegerField(
        label=_("If not, how old?"),
        required=False,
        min_value=0,
        max_value=ADULT - 1,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "mid"}),
        error_messages={
            "invalid": _("Enter the age as a number, like 16"),
            "max_value": _("Enter an age under 18, or say yes to 18 or over"),
            "min_value": _("Enter the age as a number, like 16"),
        },
    )

    def clean_postcode(self) -> str:
        try:
            return find.normalise(self.cleaned_data["postcode"])
        except find.PlaceError as error:
            raise ValidationError(error.message) from error

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors:
            self.fit = self._fit(cleaned)
        return cleaned

    def _fit(self, cleaned: dict[str, Any]) -> eligibility.Fit | None:
        young = cleaned["adult"] == "no"
        age = (YOUNGEST_SAID if cleaned["age"] is None else cleaned["age"]) if young else None
        try:
            return eligibility.check(cleaned["postcode"], age=age, without_account=True, themselves=True)
        except find.PlaceError as error:
            self.add_error("postcode", error.message)
            return None


class PersonForm(KeyedForm):
    """How to reach somebody safely, and what they would like."""

    given_name = forms.CharField(
        label=_("First name"),
        help_text=_("The name they like"),
        max_length=100,
        error_messages={"required": _("Enter the name they like to be called")},
    )
    phone = forms.CharField(
        label=_("Phone number that is safe to ring"),
        max_length=30,
        widget=forms.TextInput(attrs={"type": "tel", "inputmode": "tel", "class": "mid"}),
        error_messages={"required": ONE_WAY},
    )
    email = forms.EmailField(
        label=_("E-mail"),
        help_text=_("Also, or instead of a phone"),
        required=False,
        error_messages={"invalid": _("Enter an e-mail, like name@example.com")},
    )
    safe_to_message = forms.ChoiceField(
        label=_("May we text, e-mail or leave a message?"),
        help_text=_("If somebody else might see it and should not, say no. Then we only ring"),
        choices=Safe,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say if a message is safe. “Not sure” is a good answer")},
    )
    good_times = forms.CharField(
        label=_("Good times to ring"), help_text=_("After 10, not Wednesdays"), max_length=200, required=False
    )
    wants = forms.MultipleChoiceField(
        label=_("What would you enjoy?"),
        choices=wants,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose something, or say it in your own words")},
    )
    words = forms.CharField(
        label=_("In your own words"),
        help_text=_("What you like, or used to like. Say as much or as little as you want"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )
    family_name = forms.CharField(label=_("Last name"), max_length=100, required=False)
    access_needs = forms.CharField(
        label=_("What would help you take part?"),
        help_text=_("Hearing, sight, steps, another language, somebody to come along"),
        max_length=300,
        required=False,
    )
    language = forms.ChoiceField(
        label=_("Language for messages"), choices=[("en", _("English")), ("cy", "Cymraeg")], required=False
    )
    full_messages = forms.BooleanField(
        label=_("The phone is mine alone. Messages may name the place we agree on"), required=False
    )

    PERSON = (
        "given_name", "family_name", "phone", "email", "safe_to_message", "language", "good_times", "access_needs",
    )  # fmt: skip
    MORE = ("family_name", "good_times", "access_needs", "language", "full_messages")

    def more(self) -> list[forms.BoundField]:
        return [self[name] for name in self.MORE if name in self.fields]

    def more_is_needed(self) -> bool:
        return any(self[name].errors or (self.is_bound and self[name].data) for name in self.MORE if name != "language")

    def clean_phone(self) -> str:
        return clean_phone(self.cleaned_data["phone"])

    def clean_language(self) -> str:
        return self.cleaned_data["language"] or "en"

    def clean(self) -> dict[str, Any]:
        """One way to reach them is enough; and their own words are as good as a ticked box."""
        cleaned = super().clean()
        for name, other, empty in (("phone", "email", ""), ("wants", "words", [])):
            if cleaned.get(other):
                self._does_without(cleaned, name, empty)
        return cleaned

    def _does_without(self, cleaned: dict[str, Any], name: str, empty: object) -> None:
        if not any(self.data.getlist(name)):
            self.errors.pop(name, None)
            cleaned[name] = empty

    def person(self) -> dict[str, object]:
        return {name: self.cleaned_data[name] for name in self.PERSON}

    def yeses(self) -> list[str]:
        also = [Purpose.FULL_MESSAGES] if self.cleaned_data["full_messages"] else []
        return [Purpose.CONTACT, *also]


class SelfForm(PersonForm):
    """I would like some company."""

    consent = forms.BooleanField(
        label=_("Yes: you may ring me, and keep what I wrote here"),
        error_messages={"required": _("Tick to say yes. Without it we may not keep this or ring you")},
    )

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["given_name"].label = _("Your first name")
        self.fields["given_name"].help_text = _("The name you like")
        self.fields["given_name"].error_messages["required"] = _("Enter the name you like to be called")

    def first(self) -> list[forms.BoundField]:
        names = ("given_name", "phone", "email", "safe_to_message", "wants", "words", "consent")
        return [self[name] for name in names]


class FamilyForm(PersonForm):
    """For a neighbour or a relative, who has said yes."""

    consent = forms.BooleanField(
        label=_("They know that I am asking, and they said yes: you may ring them, and keep what I wrote here"),
        error_messages={"required": _("Ask them first. Then tick to say that they said yes")},
    )
    hear = forms.BooleanField(label=_("They agree that I hear, in a line, how it goes"), required=False)
    my_name = forms.CharField(
        label=_("Your own name"), max_length=200, error_messages={"required": _("Enter your own name")}
    )
    tie = forms.CharField(
        label=_("Who are you to them?"),
        help_text=_("Her daughter, a neighbour, a friend from church"),
        max_length=100,
        error_messages={"required": _("Say who you are to them, like “her daughter”")},
    )
    my_phone = forms.CharField(
        label=_("Your own phone number"),
        max_length=30,
        widget=forms.TextInput(attrs={"type": "tel", "inputmode": "tel", "class": "mid"}),
        error_messages={"required": PHONE_ERROR},
    )
    my_email = forms.EmailField(
        label=_("Your own e-mail"),
        help_text=_("If you would like to hear how it goes"),
        required=False,
        error_messages={"invalid": _("Enter an e-mail, like name@example.com")},
    )

    LABELS = {
        "given_name": _("Their first name"),
        "phone": _("A phone number of theirs that is safe to ring"),
        "email": _("Their e-mail"),
        "wants": _("What would they enjoy?"),
        "words": _("In their own words"),
        "access_needs": _("What would help them take part?"),
        "full_messages": _("The phone is theirs alone. Messages may name the place they agree on"),
    }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name, label in self.LABELS.items():
            self.fields[name].label = label
        self.fields["words"].help_text = _("What they like, or used to like")

    def clean_my_phone(self) -> str:
        return clean_phone(self.cleaned_data["my_phone"])

    def first(self) -> list[forms.BoundField]:
        names = ("given_name", "phone", "email", "safe_to_message", "wants", "words", "consent", "hear")
        return [self[name] for name in names]

    def mine(self) -> list[forms.BoundField]:
        return [self[name] for name in ("my_name", "tie", "my_phone", "my_email")]

    def yeses(self) -> list[str]:
        return super().yeses() + ([Purpose.TELL_REFERRER] if self.cleaned_data["hear"] else [])

    def asker(self) -> dict[str, str]:
        """Fields of Outsider."""
        said = self.cleaned_data
        return {"name": said["my_name"], "tie": said["tie"], "phone": said["my_phone"], "email": said["my_email"]}
