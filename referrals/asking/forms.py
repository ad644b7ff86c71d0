"""What a worker types when they ask for somebody: where first, then five questions, then what they have time for."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connect.keyed import KeyedForm
from connect.places import find
from referrals.asking import eligibility
from referrals.asking.eligibility import OLDEST, Blocked, Fit
from referrals.forms import clean_phone, wants
from referrals.states import Domain, Known, Purpose, Safe, Weight

ONE_WAY = gettext_lazy("Enter a safe phone number or e-mail, or say that they are reached through you")
AGED = {Blocked.YOUNGER, Blocked.OLDER}
AGE_ERROR = gettext_lazy("Enter their age in years, like 82, or leave it empty")


class WhereForm(KeyedForm):
    """Before any question about somebody: is there a team, and may it help them?"""

    postcode = forms.CharField(
        label=gettext_lazy("Postcode or ward"),
        max_length=find.LONGEST,
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Enter their postcode, or the ward they live in")},
    )
    age = forms.IntegerField(
        label=gettext_lazy("Age"),
        min_value=0,
        max_value=OLDEST,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
        required=False,
        error_messages={"invalid": AGE_ERROR, "min_value": AGE_ERROR, "max_value": AGE_ERROR},
    )

    fit: Fit | None = None

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        if cleaned.get("postcode") and "age" in cleaned:
            try:
                self.fit = eligibility.check(cleaned["postcode"], age=cleaned["age"])
            except find.PlaceError as error:
                self.add_error("postcode", error.message)
        return cleaned


class ReferForm(WhereForm):
    """At most five things are needed: a name, one way to them, where, what they would like, and their yes."""

    given_name = forms.CharField(
        label=gettext_lazy("First name"),
        max_length=100,
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Enter the name they like to be called")},
    )
    phone = forms.CharField(
        label=gettext_lazy("A phone number that is safe to use"),
        help_text=gettext_lazy("Theirs, or someone’s they trust"),
        max_length=30,
        widget=forms.TextInput({"type": "tel", "inputmode": "tel", "class": "mid", "autocomplete": "off"}),
        error_messages={"required": ONE_WAY},
    )
    email = forms.EmailField(
        label=gettext_lazy("E-mail that is safe to use"),
        required=False,
        widget=forms.EmailInput({"autocomplete": "off"}),
    )
    through_me = forms.BooleanField(
        label=gettext_lazy("Reach them through me: neither is safe, or they have none"), required=False
    )
    safe_to_message = forms.ChoiceField(
        label=gettext_lazy("Is it safe to leave a message?"),
        choices=Safe,
        widget=forms.RadioSelect,
        initial=Safe.UNSURE,
        required=False,
    )
    wants = forms.MultipleChoiceField(
        label=gettext_lazy("What would they like?"),
        choices=wants,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Choose something they would like, or write it in their words"),
        },
    )
    words = forms.CharField(
        label=gettext_lazy("In their own words"),
        widget=forms.Textarea({"rows": 2}),
        required=False,
        max_length=2000,
    )
    consent = forms.BooleanField(
        label=gettext_lazy("They have said yes, to me, today: the team may ring them and keep these details"),
        error_messages={
            "required": gettext_lazy(
                "Tick to say they have agreed. If they would rather not, give them a list of places instead"
            )
        },
    )
    tell_referrer = forms.BooleanField(
        label=gettext_lazy("They agree that I hear, in a line, how it goes"), required=False
    )
    tell_more = forms.BooleanField(
        label=gettext_lazy("They agree that I also hear where they go, and why it ended"),
        help_text=gettext_lazy("Only for those who work in health or care. Ask them: it is a yes of its own."),
        required=False,
    )
    full_messages = forms.BooleanField(
        label=gettext_lazy("The phone is theirs alone, and messages may name the place"), required=False
    )
    family_name = forms.CharField(
        label=gettext_lazy("Last name"),
        max_length=100,
        required=False,
        widget=forms.TextInput({"class": "mid", "autocomplete": "off"}),
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language for messages"),
        choices=[("en", gettext_lazy("English")), ("cy", "Cymraeg")],
        required=False,
    )
    good_times = forms.CharField(
        label=gettext_lazy("Good times to ring"),
        help_text=gettext_lazy("After 10, not Wednesdays"),
        max_length=200,
        required=False,
    )
    access_needs = forms.CharField(
        label=gettext_lazy("What helps them take part"),
        help_text=gettext_lazy("Language, hearing, sight, steps, someone to come along"),
        max_length=300,
        required=False,
    )
    first_time = forms.ChoiceField(
        label=gettext_lazy("Is this the first time any service is in touch with them?"),
        choices=Known,
        widget=forms.RadioSelect,
        initial=Known.NOT_ASKED,
        required=False,
    )
    domains = forms.MultipleChoiceField(
        label=gettext_lazy("What are they dealing with?"),
        help_text=gettext_lazy("Only what came up. Leave it empty if you did not ask."),
        choices=Domain,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    no_domains = forms.BooleanField(label=gettext_lazy("I asked, and it is none of these"), required=False)
    expected_weight = forms.ChoiceField(
        label=gettext_lazy("How much help may they need?"),
        choices=[(each.value, each.label) for each in Weight],
        widget=forms.RadioSelect,
        initial="",
        required=False,
    )
    urgent = forms.BooleanField(label=gettext_lazy("Something changed this week, and it is urgent"), required=False)

    field_order = ("key", "given_name", "postcode", "age")  # as they stand on the page: so what is wrong is listed
    OTHER_WAYS = ("email", "through_me")
    FIRST = ("safe_to_message", "wants", "words", "consent", "tell_referrer")
    MORE = (
        "family_name", "good_times", "access_needs", "first_time", "domains", "no_domains", "expected_weight",
        "language", "tell_more", "full_messages", "urgent",
    )  # fmt: skip
    PERSON = ("given_name", "family_name", "phone", "email", "good_times", "access_needs")
    REFERRAL = ("words", "urgent", "expected_weight")

    def first(self) -> list[forms.BoundField]:
        return [self[name] for name in self.FIRST]

    def more(self) -> list[forms.BoundField]:
        return [self[name] for name in self.MORE]

    def other_ways(self) -> list[forms.BoundField]:
        return [self[name] for name in self.OTHER_WAYS]

    def more_is_needed(self) -> bool:
        return self._something_in(self.MORE)

    def other_ways_are_needed(self) -> bool:
        return self._something_in(self.OTHER_WAYS) or (self.is_bound and bool(self["phone"].errors))

    def _something_in(self, names: tuple[str, ...]) -> bool:
        """Open the folded part when something in it was said or is wrong."""
        usual = {"language": "en", "first_time": Known.NOT_ASKED}
        return any(
            self[name].errors or self[name].value() not in ("", None, [], False, usual.get(name)) for name in names
        )

    def clean_phone(self) -> str:
        return clean_phone(self.cleaned_data["phone"])

    def clean_language(self) -> str:
        return self.cleaned_data["language"] or "en"

    def clean_first_time(self) -> str:
        return self.cleaned_data["first_time"] or Known.NOT_ASKED

    def clean_safe_to_message(self) -> str:
        return self.cleaned_data["safe_to_message"] or Safe.UNSURE

    def clean(self) -> dict[str, object]:
        """One way to them is enough; their own words are as good as a ticked box."""
        cleaned = super().clean()
        if not self.data.get("phone") and (cleaned.get("email") or cleaned.get("through_me")):
            self._never_mind("phone", "")
        if cleaned.get("words") and not self.data.getlist("wants"):
            self._never_mind("wants", [])
        if cleaned.get("domains") and cleaned.get("no_domains"):
            self.add_error("no_domains", _("Choose what they are dealing with, or that it is none of these"))
        if self.fit and self.fit.is_blocked:
            self.add_error("age" if self.fit.why in AGED else "postcode", blocked_words(self.fit))
        return cleaned

    def _never_mind(self, name: str, value: object) -> None:
        self.errors.pop(name, None)
        self.cleaned_data[name] = value

    def person(self) -> dict[str, object]:
        """Fields of Person; a postcode only where one was typed, not a ward."""
        return {name: self.cleaned_data[name] for name in self.PERSON} | {
            "postcode": postcode_in(self.cleaned_data["postcode"]),
            "safe_to_message": self.cleaned_data["safe_to_message"],
            "language": self.cleaned_data["language"],
        }

    def referral(self) -> dict[str, object]:
        """Further columns of Referral. "Not asked" is a value of its own."""
        said = self.cleaned_data
        return {name: said[name] for name in self.REFERRAL} | {
            "wants": said["wants"],
            "age_then": said["age"],
            "through_referrer": said["through_me"],
            "first_time": said["first_time"],
            "domains": said["domains"],
            "domains_asked": bool(said["domains"] or said["no_domains"]),
        }

    def yeses(self) -> list[str]:
        ticked = {
            Purpose.CONTACT: "consent",
            Purpose.TELL_REFERRER: "tell_referrer",
            Purpose.TELL_MORE: "tell_more",
            Purpose.FULL_MESSAGES: "full_messages",
        }
        return [purpose for purpose, name in ticked.items() if self.cleaned_data[name]]


class ChangeForm(ReferForm):
    """Putting right what was sent. What they agreed to is not typed again: a yes is taken back by a door of its own."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)

    FIRST = ("safe_to_message", "wants", "words")
    MORE = (
        "family_name", "good_times", "access_needs", "first_time", "domains", "no_domains", "expected_weight",
        "language", "urgent",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("consent", "tell_referrer", "tell_more", "full_messages"):
            del self.fields[name]


def postcode_in(typed: str) -> str:
    """As it is written on an envelope; "" where a ward or a street was typed."""
    try:
        return find.normalise(typed)
    except find.MalformedPostcode:
        return ""


def blocked_words(fit: Fit) -> str:
    """Why not, and who is right for them instead: never an end."""
    ring = _("Ring %(phone)s and we will find somebody") % {"phone": fit.phone}
    return ". ".join(part.rstrip(".") for part in (fit.reason, fit.door, ring) if part)


def typed(data: Any) -> dict[str, list[str]]:
    """What stands in the form, field by field, as it was sent: the content of a draft."""
    return {name: data.getlist(name) for name in ReferForm.base_fields if name != "key" and any(data.getlist(name))}


def begun(typed_before: dict[str, list[str]]) -> dict[str, object]:
    """The `initial` of a form that goes on where a draft stopped."""
    many = {name for name, field in ReferForm.base_fields.items() if isinstance(field, forms.MultipleChoiceField)}
    kept = {name: values for name, values in typed_before.items() if name in ReferForm.base_fields and values}
    return {name: values if name in many else values[0] for name, values in kept.items()}
