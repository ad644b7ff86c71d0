"""What an editor says about a feed, and about what its words mean here."""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connect.forms import Form
from directory.models import Audience, Feed, Meaning, Need
from directory.openreferral.meaning import fold
from directory.states import Kind
from directory.wording.forms import LineForm

OFTEN = [
    ("", gettext_lazy("Only when somebody asks")),
    ("24", gettext_lazy("Every day")),
    ("168", gettext_lazy("Every week")),
    ("672", gettext_lazy("Every four weeks")),
]
PASS_ON = [
    ("", gettext_lazy("When it names a licence")),
    ("yes", gettext_lazy("Yes: we were told that we may")),
    ("no", gettext_lazy("No")),
]
TRUTH = {"": None, "yes": True, "no": False}


class FeedForm(Form):
    name = forms.CharField(
        label=gettext_lazy("What we call it"),
        help_text=gettext_lazy("Readers see it under each of its listings: Kelderby Council"),
        max_length=80,
        error_messages={"required": gettext_lazy("Enter a name, like Kelderby Council")},
    )
    address = forms.CharField(
        label=gettext_lazy("Web address"),
        help_text=gettext_lazy("Of the feed, or of its list of services: https://example.org/api/oruk/v3"),
        max_length=500,
        error_messages={"required": gettext_lazy("Enter its address, beginning with https://")},
    )
    licence = forms.CharField(
        label=gettext_lazy("Licence"),
        help_text=gettext_lazy("As its owner names it: Open Government Licence v3.0. No feed says it; ask them."),
        max_length=200,
        required=False,
    )
    pass_on = forms.ChoiceField(
        label=gettext_lazy("In our own open data"), choices=PASS_ON, required=False, widget=forms.RadioSelect
    )
    every = forms.ChoiceField(label=gettext_lazy("Read it"), choices=OFTEN, required=False)

    def __init__(self, *args: Any, feed: Feed | None = None, **kwargs: Any):
        self.feed = feed
        if feed:
            kwargs["initial"] = _said(feed)
        super().__init__(*args, **kwargs)
        if feed:  # its listings are known by its name
            del self.fields["name"]
            self.fields["address"].required = bool(feed.address)

    def clean_name(self) -> str:
        """The same form sent twice is the same feed; another of that name is not."""
        name = " ".join(self.cleaned_data["name"].split())
        self.feed = Feed.objects.filter(name__iexact=name).first()
        if self.feed and self.feed.address != self.data.get("address", "").strip():
            raise ValidationError(_("There is a feed of that name already"))
        return name

    def clean_address(self) -> str:
        said = self.cleaned_data["address"].strip()
        try:
            if said:
                URLValidator(schemes=["http", "https"])(said)
        except ValidationError:
            raise ValidationError(_("Enter a whole address, like https://example.org/api/oruk/v3")) from None
        if said and urlsplit(said).scheme != "https":
            raise ValidationError(_("Enter an address that begins with https://"))
        if "@" in urlsplit(said).netloc:
            raise ValidationError(_("Leave out the name and password: a feed is open to anybody"))
        return said

    def said(self) -> dict[str, Any]:
        """The columns of a feed."""
        told = self.cleaned_data
        return {
            "address": told["address"],
            "licence": told["licence"],
            "pass_on": TRUTH[told["pass_on"]],
            "every_hours": int(told["every"]) if told["every"] else None,
        }


def _said(feed: Feed) -> dict[str, Any]:
    back = {value: name for name, value in TRUTH.items()}
    return {
        "address": feed.address,
        "licence": feed.licence,
        "pass_on": back[feed.pass_on],
        "every": str(feed.every_hours or ""),
    }


class Codes(forms.CharField):
    """Codes of needs or audiences with commas between them; their names are understood too."""

    def __init__(self, model: type[Need | Audience], **kwargs: Any):
        super().__init__(required=False, help_text=gettext_lazy("Codes, with commas between"), **kwargs)
        self.model = model

    def prepare_value(self, value: object) -> object:
        return ", ".join(value) if isinstance(value, list) else value

    def clean(self, value: object) -> list[str]:
        said = [" ".join(part.split()).lower() for part in str(super().clean(value)).split(",")]
        known = {name: row.pk for row in self.model.objects.all() for name in (row.pk, row.name.lower())}
        if strange := [part for part in said if part and part not in known]:
            told = {"code": strange[0], "codes": ", ".join(dict.fromkeys(known.values()))}
            raise ValidationError(_("We do not know “%(code)s”. There are: %(codes)s") % told)
        return list(dict.fromkeys(known[part] for part in said if part))

    def has_changed(self, initial: object, data: object) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


class MeaningForm(LineForm):
    where = forms.ChoiceField(label=gettext_lazy("Where it stands"), choices=Meaning.Where.choices)
    said = forms.CharField(
        label=gettext_lazy("What is said"),
        help_text=gettext_lazy("befriend* also finds befriending"),
        max_length=120,
        error_messages={"required": gettext_lazy("Enter the word or topic")},
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"), choices=[("", gettext_lazy("Says nothing of it")), *Kind.choices], required=False
    )
    needs = Codes(Need, label=gettext_lazy("Needs it answers"))
    audiences = Codes(Audience, label=gettext_lazy("Whom it is for"))

    class Meta:
        model = Meaning
        fields = ["where", "said", "kind", "needs", "audiences"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.was is not None:  # another word is another line
            del self.fields["where"], self.fields["said"]

    def clean_said(self) -> str:
        said = fold(self.cleaned_data["said"])
        if not said.strip("* "):
            raise ValidationError(_("Each phrase needs a letter or a figure"))
        if Meaning.objects.filter(where=self.data.get(self.add_prefix("where")), said=said).exists():
            raise ValidationError(_("There is a line for “%(said)s” already") % {"said": said})
        return said

    def validate_unique(self) -> None:
        """Asked above, in our words."""

    def validate_constraints(self) -> None:
        """Likewise."""
