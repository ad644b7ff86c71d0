"""Small forms around a listing: a new one, a branch, how much room, the numbers of whoever runs it, a picture."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from connect.forms import Form
from connect.keyed import KeyedForm
from connect.people.models import Organisation
from directory.bulk import alike
from directory.document import Document
from directory.keeping import pictures
from directory.keeping.fields import Website, line, tick, whole, words
from directory.models import Picture, Provider, Schedule, Service
from directory.schedule import timetable
from directory.words import clean

A_WEEK = 7


class NewForm(KeyedForm):
    name = line(lazy("Name"), required=True, error_messages={"required": lazy("Enter what it is called")})
    organisation = line(lazy("Run by"), help_text=lazy("Empty means that it runs itself"))
    is_template = tick(lazy("It is a template: words that several branches share, never shown itself"))
    sure = tick(lazy("It is another one than those above"))

    def alike(self) -> list[Service]:
        """Listings of much the same name that there are already."""
        name = clean(str(self.data.get("name", "")))
        said = {"name": name, "organisation": clean(str(self.data.get("organisation", "")))}
        same = list(Service.objects.filter(name__iexact=name, merged_into=None)[:5]) if name else []
        return list(dict.fromkeys([*same, *(match.service for match in alike.find(said, alike.NAMED))])) if name else []

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        others = [each for each in self.alike() if each.pk != cleaned.get("key")]
        if others and not cleaned.get("sure"):
            self.add_error("sure", _("There is a listing of this name. Open it, or tick that this is another one"))
        return cleaned

    def part(self) -> Document:
        name = self.cleaned_data["name"].strip()
        return {"name": name, "organisation": self.cleaned_data["organisation"].strip() or name}


class BranchForm(KeyedForm):
    name = line(
        lazy("Name of the branch"), required=True, help_text=lazy("Men’s Shed, Quayside"),
        error_messages={"required": lazy("Enter what the branch is called")},
    )  # fmt: skip


class RoomForm(Form):
    """Places and waiting time for each session, or for all of it where there are none."""

    said_by_name = line(lazy("Who said so"), 120, required=True, error_messages={"required": lazy("Say who told you")})

    def __init__(self, data: Any = None, *, service: Service, **more: Any) -> None:
        super().__init__(data, initial={"said_by_name": service.contact_name}, **more)
        self.sessions: list[Schedule | None] = list(service.schedules.all()) or [None]
        for at in range(len(self.sessions)):
            self.fields[f"available_{at}"] = whole(lazy("Places free"), 10_000)
            self.fields[f"maximum_{at}"] = whole(lazy("Of so many"), 10_000)
            self.fields[f"weeks_{at}"] = whole(lazy("Weeks to wait"), 140)

    def groups(self) -> Iterator[tuple[str, list[forms.BoundField]]]:
        for at, session in enumerate(self.sessions):
            named = timetable([session])[0] if session else None
            label = f"{named.days}, {named.hours}".strip(", ") if named else _("All of it")
            yield label or _("A time"), [self[f"{name}_{at}"] for name in ("available", "maximum", "weeks")]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for at in range(len(self.sessions)):
            free, most = cleaned.get(f"available_{at}"), cleaned.get(f"maximum_{at}")
            if free is not None and most is not None and free > most:
                self.add_error(f"available_{at}", _("More are free than there are places. Check both"))
        if not self.errors and not list(self.said()):
            raise ValidationError(_("Enter how many places are free, or how long the wait is"))
        return cleaned

    def said(self) -> Iterator[dict[str, Any]]:
        for at, session in enumerate(self.sessions):
            free, most, weeks = (self.cleaned_data.get(f"{name}_{at}") for name in ("available", "maximum", "weeks"))
            if free is not None or weeks is not None:
                days = weeks * A_WEEK if weeks is not None else None
                yield {"schedule": session, "available": free, "maximum": most, "waiting_days": days}


class NumbersForm(Form):
    description = words(lazy("About whoever runs it"), 3)
    website = Website(label=lazy("Their website"), required=False, max_length=500)
    email = forms.EmailField(label=lazy("Their e-mail"), required=False)

    def __init__(self, data: Any = None, *, organisation: Organisation, initial: Any = None) -> None:
        held = Provider.objects.filter(pk=organisation.pk).values("description", "website", "email").first()
        super().__init__(data, initial=initial or held)


class PictureForm(Form):
    file = forms.FileField(
        label=lazy("Picture"), required=False,
        help_text=lazy("JPEG, PNG or WebP, up to 8 MB. Where and when it was taken is not kept"),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )  # fmt: skip
    alt = line(
        lazy("What it shows, for those who do not see it"), 200, required=True,
        error_messages={"required": lazy("Say in a line what the picture shows")},
    )  # fmt: skip
    credit = line(lazy("Who took it"), 120)

    def __init__(self, *args: Any, held: Picture | None, **more: Any) -> None:
        self.held = held
        super().__init__(*args, initial={"alt": held.alt, "credit": held.credit} if held else None, **more)
        self.fields["file"].required = held is None
        self.fields["file"].error_messages["required"] = _("Choose a picture")

    def clean_file(self) -> pictures.Drawn | None:
        sent = self.cleaned_data["file"]
        if not sent:
            return None
        try:
            return pictures.draw(sent)
        except pictures.NotAPicture as problem:
            raise ValidationError(str(problem)) from problem
