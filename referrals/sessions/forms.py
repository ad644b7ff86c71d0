"""What stands on a register: who came, fee and transport of each, how many there were, and words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from connect.keyed import KeyedForm
from referrals.belonging import Occasion
from referrals.sessions.states import CalledOff, Fee, Transport
from referrals.states import Answer, Says

CAME = [(Answer.WENT.value, _("Came")), (Answer.NOT.value, _("Did not")), (Answer.UNSURE.value, _("Not sure"))]
MOST = 500
NUMBER = {"invalid": _("Give a number, like 12"), "min_value": _("Give a number, like 12"),
          "max_value": _("That is more than we can believe: %(limit_value)s at most")}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """What was said of one person; "" where nothing was."""

    came: str = ""
    fee: str = ""
    way: str = ""


def _number(label: str, **more: Any) -> forms.IntegerField:
    widget = forms.NumberInput(attrs={"inputmode": "numeric", "class": "short"})
    return forms.IntegerField(
        label=label, required=False, min_value=0, max_value=MOST, error_messages=NUMBER, widget=widget, **more
    )


class RegisterForm(KeyedForm):
    """One row a person. A part of it is enough; what is left empty stays as it was."""

    altogether = _number(
        _("How many came altogether?"), help_text=_("Everybody who was there, also those we do not know")
    )
    free = _number(
        _("Places for somebody new next time"), help_text=_("0 if it is full. Leave it empty if you are not sure")
    )
    words = forms.CharField(
        label=_("Anything the connector should know?"), required=False, max_length=2000,
        help_text=_("Kind and short. They may read it."), widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip

    def __init__(self, *args: Any, expected: Iterable[Occasion], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["key"].required = False
        self.expected = list(expected)
        for one in self.expected:
            came, noted = one.latest_answers().get(Says.ORGANISER, ""), list(one.noted.all())
            fee = next((each.fee for each in reversed(noted) if each.fee), "")
            way = next((each.transport for each in reversed(noted) if each.transport), "")
            self._choice(f"came-{one.pk}", CAME, came, _("Did they come?"), forms.RadioSelect)
            self._choice(f"fee-{one.pk}", [("", _("Fee: not said")), *Fee.choices], fee, _("Fee"), forms.Select)
            self._choice(
                f"way-{one.pk}", [("", _("How: not said")), *Transport.choices], way, _("Transport"), forms.Select
            )

    def _choice(self, name: str, choices: list, initial: str, label: str, widget: type) -> None:
        wrong = {"invalid_choice": _("Choose one of these")}
        self.fields[name] = forms.ChoiceField(
            label=label, choices=choices, required=False, initial=initial, widget=widget, error_messages=wrong
        )

    def clean_key(self) -> UUID:
        """A page that was drawn before there was one still counts."""
        return self.cleaned_data["key"] or uuid4()

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        columns = [f"{what}-{one.pk}" for one in self.expected for what in ("came", "fee", "way")]
        new = any(said.get(column) for column in columns) or self._beside(said)
        if not new and not self.errors:
            raise ValidationError(_("Say of at least one person whether they came."))
        return said

    def _beside(self, said: dict[str, Any]) -> bool:
        return said.get("altogether") is not None or said.get("free") is not None or bool(said.get("words", "").strip())

    def rows(self) -> Iterator[tuple[Occasion, Any, Any, Any]]:
        """For drawing: each person with their three fields."""
        for one in self.expected:
            yield one, self[f"came-{one.pk}"], self[f"fee-{one.pk}"], self[f"way-{one.pk}"]

    def said(self) -> dict[UUID, Row]:
        data = self.cleaned_data
        return {
            one.pk: Row(data[f"came-{one.pk}"], data[f"fee-{one.pk}"], data[f"way-{one.pk}"]) for one in self.expected
        }


class OffForm(Form):
    """The group does not meet that once. Asked for on a page of its own, and confirmed there."""

    words = forms.CharField(
        label=_("Why, in a line?"),
        required=False,
        max_length=200,
        help_text=_("For the connector. We do not send it on."),
    )


class CallOffForm(Form):
    """One person is not expected that day."""

    why = forms.ChoiceField(
        choices=[(one.value, one.label) for one in (CalledOff.PERSON, CalledOff.CONNECTOR)],
        error_messages={"required": _("Say why"), "invalid_choice": _("Choose one of these")},
    )
