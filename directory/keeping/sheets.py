"""The listing's form, one subject a page: which forms stand on it, and what they say together."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from directory.document import Document, NotADocument
from directory.keeping import parts, rows, wording
from directory.keeping.actions import Seen
from directory.states import Kind


@dataclass(frozen=True)
class Subject:
    """A page: its plain fields, and the part it has several of, if any. `add` is what its button says."""

    code: str
    label: str | Promise
    form: type[parts.PartForm] | None = None
    several: str = ""
    row: type[rows.RowForm] | None = None
    add: str | Promise = ""
    row_label: str | Promise = ""

    @property
    def parts(self) -> tuple[str, ...]:
        own = self.form.PARTS if self.form else ()
        return (*own, self.several) if self.several and self.several not in own else own


SUBJECTS = (
    Subject("basics", lazy("What it is"), parts.BasicsForm),
    Subject("who", lazy("Who it is for"), parts.WhoForm),
    Subject("needs", lazy("What people would like"), parts.NeedsForm),
    Subject("places", lazy("Where"), parts.WhereForm, "places", rows.PlaceForm, lazy("Add a place"), lazy("Place")),
    Subject("times", lazy("When"), None, "schedules", rows.TimesForm, lazy("Add a time"), lazy("Time")),
    Subject(
        "costs", lazy("What it costs"), parts.CostsForm, "costs", rows.CostForm, lazy("Add a price"), lazy("Price")
    ),
    Subject("joining", lazy("Joining, and the first time"), parts.JoiningForm),
    Subject("contact", lazy("Contact"), parts.ContactForm),
    Subject(
        "community", lazy("Online community"), parts.CommunityForm, "community", rows.AdminForm,
        lazy("Add somebody who looks after it"), lazy("Somebody who looks after it"),
    ),
    Subject("open", lazy("Open or shut, and when it is shown"), parts.OpenForm),
)  # fmt: skip
BY_CODE = {subject.code: subject for subject in SUBJECTS}


def offered(said: Document) -> list[Subject]:
    """Every page; that of the online community only where there is one, or may be."""
    online = said.get("kind") == Kind.COMMUNITY or bool(said.get("community"))
    return [subject for subject in SUBJECTS if subject.code != "community" or online]


class Sheet:
    """One subject of one listing, drawn or sent."""

    def __init__(self, subject: Subject, said: Document, data: QueryDict | None = None):
        self.subject, self.said, self.data = subject, said, data
        self.form = subject.form(data, said=said) if subject.form else None
        self.rows = rows.Rows(subject.row, self._several(), data) if subject.row else None
        self.refused: list[tuple[str, str]] = []
        if subject.code == "times":
            self.rows.choose("place", self._places())

    def _several(self) -> list[Document]:
        if self.subject.code == "community":
            return (self.said.get("community") or {}).get("admins", [])
        return self.said.get(self.subject.several) or []

    def _places(self) -> list[tuple[str, str]]:
        named = [(place["id"], place["name"] or place["address_1"] or _("the place")) for place in self.said["places"]]
        return [*named, ("", _("No fixed place"))]

    def is_valid(self) -> bool:
        """Both are judged, so that everything is said at once."""
        judged = [each.is_valid() for each in (self.form, self.rows) if each]
        return all(judged)

    def one_more(self) -> None:
        if self.form:
            self.form._errors, self.form.cleaned_data = type(self.form.errors)(), {}
        self.rows.one_more()
        if self.subject.code == "times":
            self.rows.choose("place", self._places())

    def part(self) -> Document:
        said = self.form.part() if self.form else {}
        if self.subject.code == "community":
            return self._with_admins(said)
        return said | ({self.subject.several: self.rows.part()} if self.rows else {})

    def _with_admins(self, said: Document) -> Document:
        if said["community"] is not None:
            said["community"] = {**said["community"], "admins": self.rows.part()}
        return said

    @property
    def seen(self) -> Seen:
        return Seen.of(self.said, self.subject.parts)

    def refuse(self, problem: NotADocument) -> None:
        """What only the listing as a whole can say of its parts."""
        for part, said in problem.errors.items():
            if self.form and part in self.form.fields:
                self.form.add_error(part, said)
            else:
                self.refused += [("id_rows", f"{wording.label(part)}: {each}") for each in said]

    @property
    def problems(self) -> list[tuple[str, str]]:
        """Where each stands and what to do, for the summary over the form."""
        forms = [each for each in [self.form, *(self.rows.forms if self.rows else [])] if each]
        return [*self.refused, *(found for form in forms if form.is_bound for found in _problems(form))]


def _problems(form: Any) -> Iterator[tuple[str, str]]:
    for field in form:
        yield from ((field.anchor, error) for error in field.errors)
    yield from (("main", error) for error in form.non_field_errors())
