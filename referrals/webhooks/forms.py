"""Where another system listens."""

from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from connect.keyed import KeyedForm
from connect.people.models import Organisation

AN_ADDRESS = _("Enter an address that begins with https://, like https://example.org/hooks/connect")


class HookForm(KeyedForm):
    organisation = forms.ModelChoiceField(Organisation.objects.none(), label=_("Whose system"))
    address = forms.CharField(
        label=_("Address"), max_length=500, error_messages={"required": AN_ADDRESS},
        help_text=_("It is sent a reference, a step and a time. No name, no note, no group."),
    )  # fmt: skip

    def __init__(self, *args: object, organisations: object, **kwargs: object):
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations

    def clean_address(self) -> str:
        """Only sealed lines, and no name or password in the address; whether it leads inside, each call asks anew."""
        given = self.cleaned_data["address"].strip()
        try:
            parts = urlsplit(given)
            fits = parts.scheme == "https" and parts.hostname and not parts.username and not parts.password
            parts.port  # noqa: B018  (raises where it is no number)
        except ValueError as error:
            raise ValidationError(AN_ADDRESS) from error
        if not fits or not given.isascii() or any(sign.isspace() for sign in given):
            raise ValidationError(AN_ADDRESS)
        return given
