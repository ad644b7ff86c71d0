"""What an organiser may answer, what a connector may agree to tell them, and what is done when a day is off."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from connect.keyed import KeyedForm
from connect.templatetags import look
from directory.schedule import Session
from referrals.forms import IntroduceForm
from referrals.introductions.sharing import Shared
from referrals.introductions.states import Became, Part, Room, Said
from referrals.person.states import How

HOW = [(how.value, how.label) for how in (How.PHONE, How.SPOKEN, How.WRITTEN, How.INTERPRETED)]
LIKES = [
    (Became.MOVED.value, _("Another day: the one below")),
    (Became.WAITS.value, _("To wait for a place there")),
    (Became.ELSEWHERE.value, _("Something else")),
]
IN_WORDS = "words"


class DayField(forms.ChoiceField):
    """One of the coming sessions, as a moment; what is no such session is refused."""

    def clean(self, value: Any) -> datetime | None:
        chosen = super().clean(value)
        return datetime.fromisoformat(chosen) if chosen and chosen != IN_WORDS else None


def days(sessions: Sequence[Session]) -> list[tuple[str, str]]:
    return [(one.starts_at.isoformat(), look.moment(one.starts_at)) for one in sessions]


class AnswerForm(KeyedForm):
    """Three answers about one person, and what belongs to each. Nothing is chosen beforehand."""

    answer = forms.ChoiceField(
        label=_("Can they come?"),
        choices=Said,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the three answers"), "invalid_choice": _("Choose one of these")},
    )
    other_at = DayField(
        label=_("Which day would be better?"), required=False, widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Choose one of these days")},
    )  # fmt: skip
    room = forms.ChoiceField(
        label=_("When might there be room?"), choices=Room, required=False, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("Anything the connector should know?"), required=False, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip

    def __init__(self, *args: Any, sessions: Sequence[Session] = (), **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["other_at"].choices = [*days(sessions), (IN_WORDS, _("Another one: I write it below"))]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        another = said.get("answer") == Said.ANOTHER and "other_at" not in self.errors
        if another and not said.get("other_at") and not said.get("words", "").strip():
            self.add_error("other_at", _("Choose a day, or write below which one"))
        return said


class HeardForm(Form):
    """What the organiser said on the phone, written down by whoever rang."""

    answer = forms.ChoiceField(
        label=_("What did the organiser say?"), choices=Said, widget=forms.RadioSelect,
        error_messages={"required": _("Choose what they said")},
    )  # fmt: skip
    room = forms.ChoiceField(label=_("If full: room again"), choices=Room, required=False)


class SettleForm(Form):
    """What the person would like instead, once somebody has asked them."""

    became = forms.ChoiceField(
        label=_("What would they like?"), choices=LIKES, widget=forms.RadioSelect,
        error_messages={"required": _("Choose what they would like")},
    )  # fmt: skip
    starts_at = DayField(
        label=_("If another day: which?"), required=False, widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Choose one of these days")},
    )  # fmt: skip

    def __init__(self, *args: Any, sessions: Sequence[Session] = (), is_full: bool = True, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["starts_at"].choices = days(sessions)
        if not is_full:
            self.fields["became"].choices = [one for one in LIKES if one[0] != Became.WAITS]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("became") == Became.MOVED and "starts_at" not in self.errors and not said.get("starts_at"):
            self.add_error("starts_at", _("Choose the day they said yes to"))
        return said


class IntroduceWithForm(IntroduceForm):
    """Who, where, which day; and what the organiser is told besides a first name, if they agreed to it."""

    share = forms.MultipleChoiceField(
        label=_("They agreed that the organiser also hears"), required=False, widget=forms.CheckboxSelectMultiple,
        choices=Part,
    )  # fmt: skip
    about = forms.CharField(
        label=_("A sentence about them, in words they heard"), required=False, max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    how = forms.ChoiceField(label=_("How they agreed"), choices=HOW, initial=How.PHONE, required=False)
    looked = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, *args: Any, offered: dict[str, str] | None = None, restricted: bool = False, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.offered, self.restricted = offered or {}, restricted
        named = {Part.HELPS: _("What helps them: %s"), Part.REACH: _("How to reach them: %s")}
        choices = [(part.value, words % self.offered[part]) for part, words in named.items() if part in self.offered]
        self.fields["share"].choices = [] if restricted else [*choices, (Part.ABOUT, _("The sentence below"))]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if Part.ABOUT in said.get("share", ()) and not said.get("about", "").strip():
            self.add_error("about", _("Write the sentence, or take the tick away"))
        elif said.get("about", "").strip() and Part.ABOUT not in said.get("share", ()):
            self.add_error("share", _("Tick the sentence, if they agreed to it; or leave it out"))
        return said

    @property
    def shared(self) -> Shared:
        said = self.cleaned_data
        return Shared(tuple(said["share"]), said["about"].strip(), said["how"] or How.PHONE)

    def digest(self, told: dict[str, str]) -> str:
        """Of what the organiser would read: shown to whoever sends it, before it is sent."""
        return salted_hmac("referrals.introductions.looked", repr(sorted(told.items())), algorithm="sha256").hexdigest()

    def has_seen(self, told: dict[str, str]) -> bool:
        return not any(told.values()) or self.cleaned_data["looked"] == self.digest(told)

    def clean_looked(self) -> str:
        looked = self.cleaned_data["looked"]
        if looked and not looked.isalnum():
            raise ValidationError(_("Look once more at what is sent"))
        return looked
