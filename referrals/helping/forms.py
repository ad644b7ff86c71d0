"""What is asked for, what a helper offers, and what the one who comes is told."""

from typing import Any

from dateutil.relativedelta import relativedelta
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from connect.keyed import KeyedForm
from referrals.helping.models import HelpOffer
from referrals.helping.states import Kind

USUAL = relativedelta(weeks=2)
LONGEST = relativedelta(months=3)
LENGTHS = [(15, _("a quarter of an hour")), (30, _("half an hour")), (60, _("an hour")), (120, _("two hours"))]
AGREED = _("Tick to say that they have agreed. If you have not asked, ask them first")


class AskForm(KeyedForm):
    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=[("", _("Choose")), *Kind.choices],
        error_messages={"required": _("Choose what it is")},
    )
    words = forms.CharField(
        label=_("In a sentence"), max_length=300, widget=forms.Textarea({"rows": 2}),
        help_text=_("All helpers read it: no name, no street, nothing by which somebody could be known"),
        error_messages={"required": _("Say in a sentence what would help")},
    )  # fmt: skip
    when = forms.CharField(
        label=_("When would be good?"), max_length=100, help_text=_("A weekday morning; before Friday"),
        error_messages={"required": _("Say when would be good")},
    )  # fmt: skip
    minutes = forms.TypedChoiceField(
        label=_("About how long?"), choices=LENGTHS, coerce=int, initial=30,
        error_messages={"required": _("Choose about how long"), "invalid_choice": _("Choose about how long")},
    )  # fmt: skip
    until = forms.DateField(
        label=_("By when?"), widget=forms.DateInput({"type": "date", "class": "mid"}, format="%Y-%m-%d"),
        error_messages={"required": _("Choose a day"), "invalid": _("Choose a day, like 24 11 2026")},
    )  # fmt: skip
    agreed = forms.BooleanField(
        label=_("They have said yes, to me: helpers may read this, without knowing who it is for"),
        error_messages={"required": AGREED},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"until": timezone.localdate() + USUAL} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)

    def clean_until(self) -> Any:
        day, today = self.cleaned_data["until"], timezone.localdate()
        if not today <= day <= today + LONGEST:
            raise ValidationError(_("Choose a day from today to three months from now"))
        return day

    @property
    def said(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "key"}


class OfferForm(KeyedForm):
    words = forms.CharField(
        label=_("Anything to say?"), max_length=300, required=False, widget=forms.Textarea({"rows": 2}),
        help_text=_("When you can, for example. The coordinator reads it"),
    )  # fmt: skip


class IntroduceForm(Form):
    offer = forms.ModelChoiceField(
        label=_("Who comes?"), queryset=HelpOffer.objects.none(), widget=forms.RadioSelect, empty_label=None,
        error_messages={
            "required": _("Choose who comes"), "invalid_choice": _("That offer was taken back: choose again"),
        },
    )  # fmt: skip
    name = forms.CharField(
        label=_("The name they go by"), max_length=60, error_messages={"required": _("Enter the name they go by")}
    )
    told = forms.CharField(
        label=_("What the helper needs to know"), max_length=500, widget=forms.Textarea({"rows": 3}),
        help_text=_("Where to go or whom to ring, and only what they agreed to. It is gone a month after it is done"),
        error_messages={"required": _("Say where to go or whom to ring")},
    )  # fmt: skip
    agreed = forms.BooleanField(
        label=_("They have said yes, to me: this helper may come, and may know this"),
        error_messages={"required": AGREED},
    )

    def __init__(self, *args: Any, offers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["offer"].queryset = offers
        self.fields["offer"].label_from_instance = lambda offer: " – ".join(
            filter(None, [offer.helper.name, offer.words])
        )


class DoneForm(Form):
    took = forms.TypedChoiceField(
        label=_("About how long did it take?"), choices=[("", _("I’d rather not say")), *LENGTHS],
        coerce=int, empty_value=None, required=False,
    )  # fmt: skip


class ThankForm(Form):
    words = forms.CharField(
        label=_("Thank them"), max_length=300, widget=forms.Textarea({"rows": 2}),
        error_messages={"required": _("Write a line of thanks")},
    )  # fmt: skip
