"""What a worker, a connector, a person or an organiser may type, cleaned."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from connect.keyed import KeyedForm
from connect.places import find
from connect.templatetags import look
from directory.models import Need
from directory.schedule import Session
from referrals.states import Channel, Purpose, Safe

PHONE = re.compile(r"(?:\+44|0)[1-9]\d{8,9}")
PHONE_ERROR = _("Enter a phone number, like 07700 900 123")


def clean_phone(typed: str) -> str:
    """A British number, kept the way people read it; anything else is refused with an example."""
    digits = re.sub(r"[\s()\-.]", "", typed)
    if not PHONE.fullmatch(digits):
        raise ValidationError(PHONE_ERROR)
    return digits


def wants() -> list[tuple[str, str]]:
    return [(need.code, str(need)) for need in Need.objects.all()]


class ReferForm(KeyedForm):
    """Five questions; more if they have it."""

    given_name = forms.CharField(
        label=_("First name"), max_length=100, error_messages={"required": _("Enter the name they like to be called")}
    )
    postcode = forms.CharField(
        label=_("Postcode"),
        max_length=120,
        error_messages={"required": _("Enter their postcode, so that somebody near them can ring")},
    )
    phone = forms.CharField(
        label=_("A phone number that is safe to use"),
        help_text=_("Theirs, or someone’s they trust"),
        max_length=30,
        widget=forms.TextInput(attrs={"type": "tel", "inputmode": "tel", "class": "mid"}),
        error_messages={"required": PHONE_ERROR},
    )
    safe_to_message = forms.ChoiceField(
        label=_("Is it safe to leave a message?"),
        choices=Safe,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say whether a message is safe; “Not sure” is a good answer")},
    )
    wants = forms.MultipleChoiceField(
        label=_("What would they like?"),
        choices=wants,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose something they would like, or write it in their words")},
    )
    words = forms.CharField(
        label=_("In their own words"), widget=forms.Textarea(attrs={"rows": 2}), required=False, max_length=2000
    )
    consent = forms.BooleanField(
        label=_("They have said yes, to me, today: the team may ring them and keep these details"),
        error_messages={"required": _("Tick to say they have agreed. If you have not asked yet, ask them first")},
    )
    tell_referrer = forms.BooleanField(label=_("They agree that I hear, in a line, how it goes"), required=False)
    full_messages = forms.BooleanField(
        label=_("The phone is theirs alone, and messages may name the place"), required=False
    )
    family_name = forms.CharField(label=_("Last name"), max_length=100, required=False)
    email = forms.EmailField(label=_("E-mail that is safe to use"), required=False)
    language = forms.ChoiceField(
        label=_("Language for messages"), choices=[("en", _("English")), ("cy", "Cymraeg")], required=False
    )
    good_times = forms.CharField(
        label=_("Good times to ring"), help_text=_("After 10, not Wednesdays"), max_length=200, required=False
    )
    access_needs = forms.CharField(
        label=_("What helps them take part"),
        help_text=_("Language, hearing, sight, steps, someone to come along"),
        max_length=300,
        required=False,
    )
    urgent = forms.BooleanField(label=_("Something changed this week, and it is urgent"), required=False)

    FIRST = ("phone", "safe_to_message", "wants", "words", "consent", "tell_referrer")
    MORE = ("family_name", "email", "language", "full_messages", "good_times", "access_needs", "urgent")
    PERSON = (
        "given_name", "family_name", "postcode", "phone", "email", "safe_to_message", "language", "good_times",
        "access_needs",
    )  # fmt: skip

    def first(self) -> list[forms.BoundField]:
        return [self[name] for name in self.FIRST]

    def more(self) -> list[forms.BoundField]:
        return [self[name] for name in self.MORE]

    def more_is_needed(self) -> bool:
        """Open the folded part when something in it was typed or is wrong."""
        return any(self[name].errors or (self.is_bound and self[name].data) for name in self.MORE if name != "language")

    def clean_phone(self) -> str:
        return clean_phone(self.cleaned_data["phone"])

    def clean_language(self) -> str:
        return self.cleaned_data["language"] or "en"

    def clean_postcode(self) -> str:
        try:
            postcode = find.normalise(self.cleaned_data["postcode"])
            self.spot = find.locate(postcode)
        except find.PlaceError as error:
            raise ValidationError(error.message) from error
        return postcode

    def clean(self) -> dict[str, object]:
        """Their own words are as good as a ticked box."""
        cleaned = super().clean()
        if cleaned.get("words") and not self.data.getlist("wants"):
            self.errors.pop("wants", None)
            cleaned["wants"] = []
        return cleaned

    def person(self) -> dict[str, object]:
        return {name: self.cleaned_data[name] for name in self.PERSON}

    def yeses(self) -> list[str]:
        ticked = {
            Purpose.CONTACT: "consent",
            Purpose.TELL_REFERRER: "tell_referrer",
            Purpose.FULL_MESSAGES: "full_messages",
        }
        return [purpose for purpose, name in ticked.items() if self.cleaned_data[name]]


class ContactForm(KeyedForm):
    """Recording a call takes two taps and a sentence."""

    channel = forms.ChoiceField(
        label=_("What you did"), choices=Channel, widget=forms.RadioSelect, initial=Channel.CALL
    )
    reached = forms.TypedChoiceField(
        label=_("Did you reach them?"),
        choices=[("yes", _("Reached")), ("no", _("Not reached"))],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Say whether you reached them")},
    )
    note = forms.CharField(
        label=_("In a sentence"), widget=forms.Textarea(attrs={"rows": 2}), required=False, max_length=2000
    )


class IntroduceForm(KeyedForm):
    """They said yes to this group, on this day."""

    service = forms.UUIDField(widget=forms.HiddenInput)
    starts_at = forms.CharField(label=_("Which day?"), widget=forms.RadioSelect, required=False)

    def __init__(self, *args: Any, sessions: Sequence[Session] = (), **kwargs: Any):
        super().__init__(*args, **kwargs)
        days = [(one.starts_at.isoformat(), look.moment(one.starts_at)) for one in sessions]
        self.fields["starts_at"].widget.choices = days
        self.fields["starts_at"].initial = days[0][0] if days else None
        self.fields["starts_at"].required = not self.is_bound  # asked for on the page; the API may leave it to the next

    def clean_starts_at(self) -> datetime | None:
        """None is the next session; whether there is one at that moment, the action says."""
        chosen = self.cleaned_data["starts_at"]
        try:
            found = datetime.fromisoformat(chosen) if chosen else None
        except ValueError as error:
            raise ValidationError(_("Choose one of the days")) from error
        if found and found.tzinfo is None:
            raise ValidationError(_("Choose one of the days"))
        return found


class WhyForm(Form):
    """A coded reason, chosen from a list."""

    why = forms.ChoiceField(widget=forms.RadioSelect, error_messages={"required": _("Choose a reason")})

    def __init__(self, *args: Any, reasons: Sequence[tuple[str, str]], label: str, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["why"].choices, self.fields["why"].label = reasons, label
