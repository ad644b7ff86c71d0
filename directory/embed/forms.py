"""Whose pages may show our search box in a frame."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connect.forms import Form
from directory.embed.models import HOST, Host

MOST = 50  # names in one header


class HostForm(Form):
    name = forms.CharField(
        label=gettext_lazy("The name of their website"),
        help_text=gettext_lazy("As it stands between https:// and the next stroke: www.example.org"),
        max_length=200,
        widget=forms.TextInput({"autocapitalize": "off", "spellcheck": "false"}),
        error_messages={"required": gettext_lazy("Enter a name, like www.example.org")},
    )

    def clean_name(self) -> str:
        said = self.cleaned_data["name"].strip().lower().removeprefix("https://").rstrip("/")
        HOST(said)
        if Host.objects.exclude(name=said).count() >= MOST:
            raise ValidationError(_("There are fifty already. Take one off first"))
        return said
