"""What a worker without an account may type; and whoever keys in a call or a form on paper."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connect.keyed import KeyedForm
from connect.people.roles import Job
from connect.places import find
from referrals.asking import eligibility
from referrals.forms import PHONE_ERROR, clean_phone
from referrals.open_door.forms import PersonForm
from referrals.states import Purpose, Source

TEL = {"type": "tel", "inputmode": "tel", "class": "mid"}
AGE_ERROR = _("Enter their age in years, like 82, or leave it empty")
ASK_FIRST = _("Tick to say that they have agreed. If you have not asked yet, ask them first")


class LetterForm(KeyedForm):
    """A work address; the letter that goes there opens the form."""

    email = forms.EmailField(
        label=_("Your work e-mail"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Enter your work e-mail"),
            "invalid": _("Enter your work e-mail, like name@example.org"),
        },
    )

    def clean_email(self) -> str:
        return self.cleaned_data["email"].lower()


class WorkerForm(PersonForm):
    """Where first; then who it is, and their yes. Whether anybody may help there is looked up before it is sent."""

    postcode = forms.CharField(
        label=_("Postcode or ward"),
        max_length=find.LONGEST,
        widget=forms.TextInput(attrs={"class": "mid"}),
        error_messages={"required": _("Enter their postcode, or the ward they live in")},
    )
    age = forms.IntegerField(
        label=_("Age, if you know it"),
        required=False,
        min_value=0,
        max_value=eligibility.OLDEST,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "mid"}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), AGE_ERROR),
    )
    urgent = forms.BooleanField(label=_("Something changed this week, and it is urgent"), required=False)

    LABELS = {
        "phone": _("A phone number that is safe to use"),
        "email": _("E-mail that is safe to use"),
        "safe_to_message": _("Is it safe to leave a message?"),
        "wants": _("What would they like?"),
        "words": _("In their own words"),
        "access_needs": _("What helps them take part"),
        "full_messages": _("The phone is theirs alone, and messages may name the place"),
    }
    HINTS = {"given_name": "", "phone": _("Theirs, or someone’s they trust"), "safe_to_message": "", "words": ""}
    MORE = ("age", "family_name", "good_times", "access_needs", "language", "full_messages", "urgent")
    fit: eligibility.Fit | None = None

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name, label in self.LABELS.items():
            self.fields[name].label = label
        for name, hint in self.HINTS.items():
            self.fields[name].help_text = hint

    def whom(self) -> tuple[bool, bool]:
        """Whether they ask without an account, and whether for themselves: what a scheme may not take."""
        return True, False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("postcode") and "age" in cleaned:
            without_account, themselves = self.whom()
            try:
                self.fit = eligibility.check(
                    cleaned["postcode"], age=cleaned["age"], without_account=without_account, themselves=themselves
                )
            except find.PlaceError as error:
                self.add_error("postcode", error.message)
        return cleaned

    def person(self) -> dict[str, object]:
        """A ward stands in the referral; with the person stands a postcode or nothing."""
        try:
            postcode = find.normalise(self.cleaned_data["postcode"])
        except find.PlaceError:
            postcode = ""
        return super().person() | {"postcode": postcode}

    def asked(self) -> dict[str, object]:
        """Columns of the referral, and what submit wants beside them."""
        said = self.cleaned_data
        columns = {"wants": said["wants"], "words": said["words"], "urgent": said["urgent"], "age_then": said["age"]}
        return columns | {"person": self.person(), "yeses": self.yeses(), "fit": self.fit}


class OutsideForm(WorkerForm):
    """By a worker whose address was proved by the letter that brought them here."""

    consent = forms.BooleanField(
        label=_("They have said yes, to me, today: the team may ring them and keep these details"),
        error_messages={"required": ASK_FIRST},
    )
    hear = forms.BooleanField(label=_("They agree that I hear, in a line, how it goes"), required=False)
    my_name = forms.CharField(label=_("Your name"), max_length=200, error_messages={"required": _("Enter your name")})
    my_job = forms.ChoiceField(
        label=_("What you do"),
        choices=[("", _("Choose one")), *Job.choices],
        error_messages={"required": _("Choose what you do")},
    )
    my_phone = forms.CharField(label=_("Your phone, if the team may ring you"), max_length=30, required=False,
                               widget=forms.TextInput(attrs=TEL))  # fmt: skip

    def clean_my_phone(self) -> str:
        return clean_phone(self.cleaned_data["my_phone"]) if self.cleaned_data["my_phone"] else ""

    def first(self) -> list[forms.BoundField]:
        return [self[name] for name in ("phone", "email", "safe_to_message", "wants", "words", "consent", "hear")]

    def mine(self) -> list[forms.BoundField]:
        return [self[name] for name in ("my_name", "my_job", "my_phone")]

    def yeses(self) -> list[str]:
        return super().yeses() + ([Purpose.TELL_REFERRER] if self.cleaned_data["hear"] else [])


class KeyInForm(WorkerForm):
    """A call or a paper form, on one screen."""

    source = forms.ChoiceField(
        label=_("Who asked?"),
        choices=[(Source.SELF, _("They themselves")), (Source.FAMILY, _("A relative, neighbour or friend"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Say who asked")},
    )
    adult = forms.BooleanField(
        label=_("They are 18 or over"),
        required=False,
    )
    consent = forms.BooleanField(
        label=_("They have said yes, to us or on the form: the team may ring them and keep these details"),
        error_messages={"required": ASK_FIRST},
    )
    asker_name = forms.CharField(label=_("Their name, if somebody else asked"), max_length=200, required=False)
    tie = forms.CharField(
        label=_("Who they are to the person"), help_text=_("Her daughter, a neighbour"), max_length=100, required=False
    )
    asker_phone = forms.CharField(
        label=_("Their phone"), max_length=30, required=False, widget=forms.TextInput(attrs=TEL)
    )
    hear = forms.BooleanField(label=_("The person agrees that they hear how it goes"), required=False)

    MORE = ("family_name", "good_times", "access_needs", "language", "full_messages", "urgent")

    def whom(self) -> tuple[bool, bool]:
        return False, True

    def clean_asker_phone(self) -> str:
        return clean_phone(self.cleaned_data["asker_phone"]) if self.cleaned_data["asker_phone"] else ""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "age" in cleaned and cleaned["age"] is None and not cleaned["adult"]:
            self.add_error("adult", _("Tick if they are 18 or over, or enter their age"))
        if cleaned.get("source") == Source.FAMILY and "asker_phone" not in self.errors:
            if not cleaned["asker_name"]:
                self.add_error("asker_name", _("Enter the name of whoever asked"))
            if not cleaned["asker_phone"]:
                self.add_error("asker_phone", PHONE_ERROR)
        return cleaned

    def first(self) -> list[forms.BoundField]:
        return [self[name] for name in ("phone", "email", "safe_to_message", "wants", "words", "consent")]

    def who_asked(self) -> list[forms.BoundField]:
        return [self[name] for name in ("asker_name", "tie", "asker_phone", "hear")]

    def asker(self) -> dict[str, str]:
        """Fields of Outsider."""
        said = self.cleaned_data
        return {"name": said["asker_name"], "tie": said["tie"], "phone": said["asker_phone"]}

    def yeses(self) -> list[str]:
        return super().yeses() + ([Purpose.TELL_REFERRER] if self.cleaned_data["hear"] else [])
