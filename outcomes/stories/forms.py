"""A story as it is written with somebody: words, quotes, a name that is not theirs, a picture if there is one."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from directory.keeping import pictures
from outcomes.goals.forms import TieForm
from outcomes.stories.models import Story
from referrals.models import Person

MOST_QUOTES, LONGEST_QUOTE = 6, 300
LEAVES = ("title", "words", "quotes")


class StoryForm(TieForm):
    title = forms.CharField(
        label=_("A title"), max_length=120, error_messages={"required": _("Give the story a title")}
    )
    called = forms.CharField(
        label=_("The name they have in it"), max_length=60, help_text=_("Not their own. Let them choose one"),
        error_messages={"required": _("Choose a name with them that is not their own")},
    )  # fmt: skip
    words = forms.CharField(
        label=_("The story"), max_length=8000, widget=forms.Textarea({"rows": 14}),
        help_text=_("What it was like before, what happened, what it is like now. What did not work is part of it"),
        error_messages={"required": _("Write the story")},
    )  # fmt: skip
    quotes = forms.CharField(
        label=_("In their own words, a line each"), required=False, widget=forms.Textarea({"rows": 3}),
        help_text=_("As they said it, and agreed that it stands here"),
    )  # fmt: skip
    file = forms.FileField(
        label=_("A picture"), required=False,
        help_text=_("JPEG, PNG or WebP, up to 8 MB. Where and when it was taken is not kept"),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )  # fmt: skip
    alt = forms.CharField(label=_("What it shows, for those who do not see it"), max_length=200, required=False)
    agreed = forms.BooleanField(label=_("Whoever can be seen in it said yes to being shown"), required=False)
    without = forms.BooleanField(label=_("Take the picture away"), required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, initial=1)
    field_order = ["key", "seen", "title", "called", "words", "quotes", "file", "alt", "agreed", "without", "outcomes"]

    def __init__(self, *args: Any, person: Person, story: Story | None = None, **kwargs: Any) -> None:
        self.person, self.story = person, story
        super().__init__(*args, initial=_drawn(story) if story else None, **kwargs)
        if not (story and story.jpeg):
            del self.fields["without"]

    def clean_quotes(self) -> list[str]:
        quotes = [line.strip().strip('“”"') for line in self.cleaned_data["quotes"].splitlines() if line.strip()]
        if len(quotes) > MOST_QUOTES or any(len(one) > LONGEST_QUOTE for one in quotes):
            raise ValidationError(_now("Six at most, and none longer than 300 letters"))
        return quotes

    def clean_file(self) -> pictures.Drawn | None:
        sent = self.cleaned_data["file"]
        try:
            return pictures.draw(sent) if sent else None
        except pictures.NotAPicture as problem:
            raise ValidationError(str(problem)) from problem

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        for name in LEAVES:
            if self._names_them(said.get(name) or ""):
                self.add_error(name, _now("Their own name stands in it. Use the one they chose"))
        if said.get("called") and self._names_them(said["called"]):
            self.add_error("called", _now("This is their own name. Choose another with them"))
        keeps = bool(self.story and self.story.jpeg) and not said.get("without")
        if (said.get("file") or keeps) and not said.get("alt", "").strip():
            self.add_error("alt", _now("Say in a line what the picture shows"))
        if said.get("file") and not said.get("agreed"):
            self.add_error("agreed", _now("Ask whoever can be seen first. Without their yes, leave the picture out"))
        return said

    def _names_them(self, said: str | list[str]) -> bool:
        text = said if isinstance(said, str) else " ".join(said)
        names = [self.person.given_name, self.person.family_name, self.person.known_as]
        return any(re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) for name in names if len(name) > 1)

    @property
    def shown(self) -> dict[str, object]:
        """What the story becomes; a picture that is there stays unless another comes, or it is taken away."""
        said = self.cleaned_data
        told = {name: said[name] for name in ("title", "called", "words", "quotes")} | {"tags": said["outcomes"]}
        if picture := said.get("file"):
            return told | {"jpeg": picture.jpeg, "width": picture.width, "height": picture.height, "alt": said["alt"]}
        if said.get("without") or not (self.story and self.story.jpeg):
            return told | {"jpeg": None, "width": 0, "height": 0, "alt": ""}
        return told | {"alt": said["alt"]}


def _drawn(story: Story) -> dict[str, object]:
    told = {name: getattr(story, name) for name in ("title", "called", "words", "alt")}
    return told | {"quotes": "\n".join(story.quotes), "outcomes": story.tags, "seen": story.version}


class WordsForm(Form):
    """Why it goes back."""

    words = forms.CharField(
        label=_("What should be different?"), max_length=500, widget=forms.Textarea({"rows": 2}),
        error_messages={"required": _("Say what should be different")},
    )  # fmt: skip
