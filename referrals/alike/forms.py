"""Why somebody thinks that two are one person, or that they are not after all."""

from django import forms
from django.utils.translation import gettext_lazy as _

from connect.forms import Form


class ProposeForm(Form):
    words = forms.CharField(
        label=_("How do you know?"),
        help_text=_("One sentence for the lead: they told you so, or you rang them."),
        max_length=500,
        required=False,
    )


class UndoForm(Form):
    why = forms.CharField(
        label=_("Why are they two people after all?"),
        max_length=500,
        error_messages={"required": _("Say why in a sentence")},
    )
