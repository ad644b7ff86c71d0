"""What a reader says they did with what they read."""

from django import forms
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from referrals.safety.states import Did


class ReadForm(Form):
    """One tick, and a sentence where the tick is not enough."""

    did = forms.ChoiceField(
        label=_("What did you do?"),
        choices=Did,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say what you did; “nothing to do now” is a good answer")},
    )
    note = forms.CharField(
        label=_("In a sentence"), widget=forms.Textarea(attrs={"rows": 2}), required=False, max_length=1000
    )

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        if cleaned.get("did") == Did.OTHER and not cleaned.get("note"):
            self.add_error("note", _("Say in a sentence what you did"))
        return cleaned
