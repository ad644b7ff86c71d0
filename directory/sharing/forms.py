"""What a worker says to send a listing on: to which number or address, and how."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connect.forms import Form
from connect.keyed import KeyedForm
from connect.messaging.states import Channel
from connect.places.find import PlaceError, locate
from connect.places.models import Area
from directory.states import Handing
from directory.wording.fields import kind_to_read

MOBILE = re.compile(r"(?:\+44|0044|0)(7\d{9})")
WRONG = gettext_lazy("Enter a mobile number, like 07700 900 123, or an e-mail address, like name@example.org")


class Reached(forms.CharField):
    """A British mobile number or an e-mail address: (channel, how the provider wants it)."""

    def clean(self, value: object) -> tuple[str, str]:
        said = super().clean(value)
        if "@" in said:
            return Channel.EMAIL, _email(said)
        number = MOBILE.fullmatch(re.sub(r"[\s()\-.]", "", said))
        if not number:
            raise ValidationError(WRONG)
        return Channel.SMS, f"0{number[1]}"


def _email(said: str) -> str:
    try:
        validate_email(said)
    except ValidationError:
        raise ValidationError(WRONG) from None
    return said


class Ward(forms.CharField):
    """The ward somebody lives in, by whatever part of an address is known; the ward alone goes on."""

    def clean(self, value: object) -> Area | None:
        said = super().clean(value)
        try:
            spot = locate(said) if said else None
        except PlaceError as problem:
            raise ValidationError(problem.message) from None
        if spot and spot.ward is None:
            raise ValidationError(_("Enter a postcode, a street or an area within one ward"))
        return spot.ward if spot else None


class SendForm(KeyedForm):
    to = Reached(
        label=gettext_lazy("Mobile number or e-mail address"),
        help_text=gettext_lazy("One they are happy for you to use. We use it once and do not keep it."),
        max_length=254,
        widget=forms.TextInput({"class": "mid", "autocomplete": "off"}),
        error_messages={"required": WRONG},
    )
    what = forms.ChoiceField(
        label=gettext_lazy("What to send"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Say what to send")},
    )
    language = forms.ChoiceField(
        label=gettext_lazy("In which language"),
        choices=[("en", gettext_lazy("English")), ("cy", "Cymraeg")],
        widget=forms.RadioSelect,
        initial="en",
        error_messages={"required": gettext_lazy("Say in which language")},
    )
    large = forms.BooleanField(label=gettext_lazy("Open it in large print"), required=False)
    area = Ward(
        label=gettext_lazy("Where they live"),
        help_text=gettext_lazy("A postcode or an area. Only the ward is counted; nothing about the person is kept."),
        max_length=120,
        required=False,
    )

    def __init__(self, *args: Any, choices: list[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(choices) > 1:
            self.fields["what"].choices = choices
            self.fields["what"].initial = choices[0][0]
        else:
            del self.fields["what"]


class HandedForm(Form):
    """One tap: they were told of it, or took it away on paper."""

    key = forms.UUIDField()
    how = forms.ChoiceField(choices=[(each, each.label) for each in (Handing.PRINT, Handing.TOLD)])


class NewCollectionForm(Form):
    name = forms.CharField(
        label=gettext_lazy("What it is called"),
        help_text=gettext_lazy("After losing somebody; New to the borough; Free this weekend"),
        max_length=120,
        validators=[kind_to_read],
        error_messages={"required": gettext_lazy("Give the collection a name")},
    )


class CollectionForm(NewCollectionForm):
    intro = forms.CharField(
        label=gettext_lazy("A few words at the top"),
        widget=forms.Textarea({"rows": 3}),
        max_length=2000,
        required=False,
        validators=[kind_to_read],
    )
    published = forms.BooleanField(label=gettext_lazy("Anybody may see it"), required=False)


class NoteForm(Form):
    note = forms.CharField(
        label=gettext_lazy("Why it is here"), max_length=300, required=False, validators=[kind_to_read]
    )
