"""What somebody writes in a thread."""

from django import forms
from django.utils.translation import gettext_lazy as _

from connect.keyed import KeyedForm


class LineForm(KeyedForm):
    text = forms.CharField(
        label=_("Your message"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=4000,
        error_messages={"required": _("Write something first")},
    )

    def __init__(self, *args: object, label: str = "", hint: str = "", **kwargs: object):
        super().__init__(*args, **kwargs)
        field = self.fields["text"]
        field.label, field.help_text = label or field.label, hint
