"""What is said before a record opens, before it goes, and how long it is kept."""

from django import forms
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from connect.keyed import KeyedForm
from referrals.records.states import FEWEST, MOST, Came, Keeps, Why


def _words(label: str, hint: str, wrong: str) -> forms.CharField:
    return forms.CharField(label=label, help_text=hint, max_length=300, widget=forms.Textarea({"rows": 2}),
                           error_messages={"required": wrong})  # fmt: skip


class OpenForm(KeyedForm):
    """Whose, why, and whether the glass is broken."""

    whose = forms.CharField(
        label=_("Whose record"), max_length=200,
        help_text=_("The reference, like KQ7-4MX; or the whole name, phone number or e-mail address as we have it"),
        error_messages={"required": _("Enter a reference, a whole name, a number or an address")},
    )  # fmt: skip
    why = forms.ChoiceField(
        label=_("Why"), choices=Why, widget=forms.RadioSelect, error_messages={"required": _("Choose a reason")}
    )
    words = _words(
        _("In a sentence"),
        _("It is kept beside your name, for as long as we keep who looked. Name nobody in it"),
        _("Say in a sentence what you need to look for"),
    )
    glass = forms.BooleanField(
        label=_("Also what only a named few may see: restricted people, and safeguarding"),
        help_text=_("The lead of their team, and whoever else answers for data protection, are told at once"),
        required=False,
    )


class EraseForm(Form):
    """Who asked for it; the second person reads this."""

    came = forms.ChoiceField(
        label=_("How it came"), choices=[one for one in Came.choices if one[0] != Came.CLOCK],
        widget=forms.RadioSelect, error_messages={"required": _("Choose how it came")},
    )  # fmt: skip
    words = _words(
        _("What they asked, and when"),
        _("The second person reads this. It goes with the record"),
        _("Say when they asked, and how you know that it is they"),
    )


class WhyNotForm(Form):
    why = _words(_("Why it stays"), _("The person may be told this"), _("Say in a sentence why it stays"))


class PeriodsForm(Form):
    """Months; each says of itself what it is."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        for one in Keeps:
            self.fields[one.value] = forms.IntegerField(
                label=one.label, min_value=FEWEST, max_value=MOST, help_text=_("In months"),
                widget=forms.NumberInput({"class": "short", "inputmode": "numeric"}),
                error_messages={"required": _("Enter a number of months"), "invalid": _("Enter a number of months")},
            )  # fmt: skip
