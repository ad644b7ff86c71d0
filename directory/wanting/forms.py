"""What an editor or an organiser fills in: one more question, one more paper."""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from connect.forms import Form
from directory.keeping.fields import Website
from directory.models import Service
from directory.wanting.states import Kind, Paper, Reader

MOST_CHOICES, LONGEST_CHOICE = 8, 80


class QuestionForm(Form):
    """In these words, answered in this way, read by these."""

    words = forms.CharField(
        label=lazy("The question"), max_length=200,
        help_text=lazy("Only what you need to know before the first time: “Can you manage six steps?”"),
        error_messages={"required": lazy("Write the question")},
    )  # fmt: skip
    kind = forms.ChoiceField(
        label=lazy("How it is answered"), choices=Kind, initial=Kind.WORDS, widget=forms.RadioSelect
    )
    choices = forms.CharField(
        label=lazy("If one of several: which, one a line"), required=False, max_length=700,
        widget=forms.Textarea({"rows": 3}),
    )  # fmt: skip
    required = forms.BooleanField(label=lazy("It has to be answered"), required=False)
    seen_by = forms.ChoiceField(
        label=lazy("Who reads the answer"), choices=Reader, initial=Reader.TEAM, widget=forms.RadioSelect
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        lines = [line.strip() for line in said.get("choices", "").splitlines() if line.strip()]
        chosen = list(dict.fromkeys(lines)) if said.get("kind") == Kind.ONE_OF else []
        said["choices"] = chosen
        if said.get("kind") == Kind.ONE_OF and not 2 <= len(chosen) <= MOST_CHOICES:
            self.add_error("choices", _("Write from two to eight answers, one a line"))
        elif any(len(line) > LONGEST_CHOICE for line in chosen):
            self.add_error("choices", _("Each answer in at most 80 letters"))
        return said


class DocumentForm(Form):
    """Something to bring, to sign or to read. An organiser gives words; an address is an editor's to give."""

    kind = forms.ChoiceField(label=lazy("What for"), choices=Paper, initial=Paper.BRING, widget=forms.RadioSelect)
    name = forms.CharField(
        label=lazy("What it is"), max_length=120, help_text=lazy("“Membership form”, “Proof of address”"),
        error_messages={"required": lazy("Say what it is")},
    )  # fmt: skip
    words = forms.CharField(label=lazy("In a sentence"), required=False, max_length=300)
    website = Website(
        label=lazy("Where it is"), required=False, max_length=500,
        help_text=lazy("On the group’s own website, as the listing has it"),
    )  # fmt: skip

    def __init__(self, *args: Any, service: Service, by_editor: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.host = host_of(service.url)
        if not (by_editor and self.host):
            del self.fields["website"]

    def clean_website(self) -> str:
        """A new site in a listing is looked at by a second editor; a page of the one that was needs no such look."""
        website = self.cleaned_data["website"]
        if website and not (website.startswith("https://") and host_of(website) == self.host):
            raise ValidationError(
                _("Enter an https:// address on the group’s own website, %(host)s"), params={"host": self.host}
            )
        return website

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        return said | {"link": said.pop("website", "")}


def host_of(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.") if address else ""
