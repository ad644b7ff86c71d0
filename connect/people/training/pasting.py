"""A list of people as somebody pastes it, or a CSV, read into rows; what cannot be read is named by its line."""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from connect.people.roles import Job

ANGLED = re.compile(r"^(?P<name>[^<>]*)<(?P<email>[^<>\s]+)>\s*,?(?P<more>.*)$")
CUT = re.compile(r"\s*[,;\t]\s*")
FORMULA = re.compile(r"^[=+@]|^-(?!\d)")
MOST = 500
COLUMNS = ("name", "email", "employer", "job", "attended")
ALSO = {
    "e-mail": "email", "mail": "email", "work e-mail": "email", "organisation": "employer", "role": "job",
    "came": "attended", "full name": "name",
}  # fmt: skip
NO = {"no", "n", "0", "false", "did not come", "absent"}


@dataclass(frozen=True)
class Row:
    """One person of the list. `employer` "" is the organisation that the page says."""

    n: int
    name: str
    email: str
    employer: str = ""
    job: str = ""
    attended: bool = True


class Unreadable(Exception):
    """`wrong` are sentences, one a line that could not be read."""

    def __init__(self, wrong: list[str]):
        super().__init__("lines that cannot be read")
        self.wrong = wrong


def read(text: str) -> list[Row]:
    """A line a person: name, e-mail, then if need be organisation and job. Raises Unreadable with every wrong line."""
    lines = [(n, _parts(line)) for n, line in enumerate(text.splitlines(), 1) if line.strip(" ,;\t")]
    return _rows((n, dict(zip(COLUMNS, _named(parts), strict=False))) for n, parts in lines)


def read_csv(text: str) -> list[Row]:
    """With headings in the first row: name, email, organisation, job, attended; in any order."""
    sample = text.lstrip("\ufeff")
    first = sample.split("\n", 1)[0]
    told = csv.reader(io.StringIO(sample), delimiter=";" if first.count(";") > first.count(",") else ",")
    try:
        head = [_column(cell) for cell in next(told, [])]
        if "email" not in head or "name" not in head:
            raise Unreadable([_("The first row needs the headings “name” and “email”")])
        if len(set(filter(None, head))) < len([one for one in head if one]):
            raise Unreadable([_("One heading stands there twice")])
        return _rows((n, dict(zip(head, row, strict=False))) for n, row in enumerate(told, 2) if any(row))
    except csv.Error as error:
        raise Unreadable([_("This file cannot be read as CSV. Save it as CSV (UTF-8) and try again")]) from error


def _column(cell: str) -> str:
    said = cell.strip().lower()
    said = ALSO.get(said, said)
    return said if said in COLUMNS else ""


def _parts(line: str) -> list[str]:
    """ "Ann Shaw <ann@example.org>", as mail programs copy it, or with commas, semicolons or tabs between."""
    if found := ANGLED.match(line.strip()):
        more = CUT.split(found["more"].strip()) if found["more"].strip() else []
        return [found["name"].strip(" \"'") or found["email"], found["email"], *more]
    return [part.strip(' "') for part in CUT.split(line.strip())]


def _named(parts: list[str]) -> list[str]:
    """An address alone, or an address before the name."""
    if len(parts) == 1:
        return [parts[0].split("@")[0].replace(".", " ").title(), parts[0]] if "@" in parts[0] else parts
    return [parts[1], parts[0], *parts[2:]] if "@" in parts[0] else parts


def _rows(told: Iterable[tuple[int, dict[str, str]]]) -> list[Row]:
    rows, wrong, seen = [], [], {}
    for n, cells in told:
        row = Row(n, **_cells(cells))
        if why := _wrong(row, seen):
            wrong.append(_("Line %(n)d: %(why)s") % {"n": n, "why": why})
        seen.setdefault(row.email, n)
        rows.append(row)
    if len(rows) > MOST:
        wrong = [_("That is more than %(n)d people. Send them in parts") % {"n": MOST}]
    if wrong:
        raise Unreadable(wrong)
    return rows


def _cells(cells: dict[str, str]) -> dict[str, object]:
    said = {name: " ".join(cells.get(name, "").replace("\x00", "").split()) for name in COLUMNS}
    came = said.pop("attended").lower() not in NO
    return said | {"email": said["email"].lower(), "job": _job(said["job"]), "attended": came}


def _job(said: str) -> str:
    """A code or its words; what we do not know is "something else", nothing said stays nothing."""
    known = {str(job.label).lower(): job.value for job in Job} | {job.value: job.value for job in Job}
    return known.get(said.lower(), Job.OTHER.value) if said else ""


def _wrong(row: Row, seen: dict[str, int]) -> str:
    if not row.email:
        return _("there is no e-mail address. Write it like: Ann Shaw, ann@example.org")
    try:
        validate_email(row.email)
    except ValidationError:
        return _("“%(said)s” is not an e-mail address") % {"said": row.email[:60]}
    if row.email in seen:
        return _("the same address as line %(n)d") % {"n": seen[row.email]}
    if not row.name or len(row.name) > 200 or len(row.employer) > 200 or FORMULA.match(row.name):
        return _("enter a name, of 200 letters at most")
    return ""
