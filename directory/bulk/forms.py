"""What an editor sends and chooses: a file, what to do with a row, which of two listings' words are better."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from connect.keyed import KeyedForm
from directory.bulk.models import Upload


class FileForm(KeyedForm):
    """A spreadsheet. Its key is the upload's: sent twice, it is read once."""

    what = forms.ChoiceField(
        label=_("What is in it?"), choices=Upload.What, widget=forms.RadioSelect, initial=Upload.What.LISTINGS
    )
    file = forms.FileField(
        label=_("The file"),
        help_text=_("Excel (.xlsx) or CSV, up to 5,000 rows. Nothing is written until you have looked at it."),
        error_messages={"required": _("Choose a file"), "empty": _("This file is empty")},
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.tsv,.txt"}),
        max_length=200,
    )


class PairForm(Form):
    """Two listings that somebody takes for one, by the addresses of their pages."""

    one = forms.CharField(label=_("One listing"), help_text=_("The address of its page, or its ID."), max_length=300)
    other = forms.CharField(label=_("The other"), max_length=300)

    def clean_one(self) -> uuid.UUID:
        return _key(self.cleaned_data["one"])

    def clean_other(self) -> uuid.UUID:
        return _key(self.cleaned_data["other"])

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("one") and said.get("one") == said.get("other"):
            self.add_error("other", _("These are the same. Give the address of another listing"))
        return said


def _key(said: str) -> uuid.UUID:
    """The key that stands in an address, or stands alone."""
    for part in said.strip().split("/"):
        try:
            return uuid.UUID(part)
        except ValueError:
            continue
    raise forms.ValidationError(_("Copy the address of the listing’s page"))
