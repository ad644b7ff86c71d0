"""What worked, in somebody's words; with a question where the words look like a name."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connect.forms import Form
from connect.keyed import KeyedForm
from directory.models import Service
from directory.practice import names


class NoteForm(KeyedForm):
    title = forms.CharField(
        label=gettext_lazy("What worked, in a line"),
        help_text=gettext_lazy("“Meeting at the bus stop instead of at the door”"),
        max_length=150,
        error_messages={"required": gettext_lazy("Say in a line what worked")},
    )
    words = forms.CharField(
        label=gettext_lazy("How you did it, and what came of it"),
        help_text=gettext_lazy("No names, nothing by which somebody could be known: “a man in his eighties” is enough"),
        max_length=3000,
        widget=forms.Textarea({"rows": 7}),
        error_messages={"required": gettext_lazy("Write how you did it")},
    )
    listing = forms.CharField(
        label=gettext_lazy("At which group"),
        help_text=gettext_lazy("Its name as it stands in the directory"),
        max_length=200,
        required=False,
    )
    nobody = forms.BooleanField(label=gettext_lazy("I have looked: nobody we help is named here"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.named: list[str] = []

    def clean_listing(self) -> Service | None:
        """By its whole name, or by the only one that has these words in it."""
        said = self.cleaned_data["listing"].strip()
        if not said:
            return None
        rows = Service.objects.published()
        close = list(rows.filter(name__iexact=said)[:1]) or list(rows.filter(name__icontains=said)[:2])
        if len(close) != 1:
            raise forms.ValidationError(
                _("No group is called that. Look it up in the directory, or leave it out")
                if not close
                else _("Several groups are called that. Write the whole name")
            )
        return close[0]

    def clean(self) -> dict[str, Any]:
        """Asked once: is this a person's name? Whoever says no is believed, and a reader looks first."""
        cleaned = super().clean()
        known = cleaned["listing"].name if cleaned.get("listing") else ""
        self.named = names.found(f"{cleaned.get('title', '')}\n{cleaned.get('words', '')}", known)
        if self.named and not cleaned.get("nobody") and not self.errors:
            said = ", ".join(f"“{each}”" for each in self.named[:3])
            self.add_error("nobody", _("This looks like somebody: %(said)s. Change it, or tick this") % {"said": said})
        return cleaned

    def note(self) -> dict[str, object]:
        said = self.cleaned_data
        return {"title": said["title"], "words": said["words"], "service": said["listing"]}


class ChangeNoteForm(NoteForm):
    seen = forms.CharField(widget=forms.HiddenInput)


class ReadForm(Form):
    """A reader's word."""

    why = forms.CharField(label=gettext_lazy("If it comes down: why, to its writer"), max_length=300, required=False)
    seen = forms.CharField(widget=forms.HiddenInput)
