"""What one cell of a spreadsheet may say: read forgivingly, written in one way, and refused with what to do."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import models
from django.db.models import TextChoices
from django.utils.translation import gettext as _

from connect.places.find import PlaceError, normalise
from connect.templatetags import look
from directory import addresses
from directory.words import fold

LONGEST = 20_000  # letters in a cell; what is longer is no listing's words
EMPTY = "(empty)"  # typed into a cell, it takes out what the listing says; a cell that is left empty changes nothing
BREAKS = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]")
UNWRITABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
METRES_IN_A_MILE = 1609.344
YES = {"yes", "y", "true", "1", "x", "✓", "✔", "ie", "oes", "ydy"}
NO = {"no", "n", "false", "0", "none", "na", "nac oes"}
UNKNOWN = {"?", "unknown", "not known", "dont know", "don't know", "not sure"}
ABOUT = re.compile(r"^(?:about|around|approx\.?|circa|c\.|ca\.|over|~|≈)\s*|\s*(?:members|people|years?(?: old)?)$")
PRICE = re.compile(
    r"(?P<option>.+?)(?:[\s:=\-]+(?P<price>£?\s*\d[\d.,]*p?|free))?(?:\s*\((?P<note>[^()]*)\))?", re.IGNORECASE
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
FIRST_DAY_OF_EXCEL = date(1899, 12, 30)


class Unread(ValueError):
    """`message` says what to write in the cell instead."""

    def __init__(self, message: str):
        super().__init__(message)
        self.message = message


def clean(text: str) -> str:
    """As cells are compared and kept: no control characters, one kind of line break, nothing around it."""
    return UNWRITABLE.sub("", BREAKS.sub("\n", text)).strip("\ufeff \t\n\u00a0")


def plain(text: str) -> str:
    """Small letters and figures alone, so that "Step-free?" and "step free" are the same word."""
    return " ".join(re.findall(r"[^\W_]+", fold(unicodedata.normalize("NFKC", text)).replace("'", "")))


@dataclass(frozen=True)
class Words:
    """Text as it stands."""

    longest: int | None = None
    nothing: ClassVar[Any] = ""

    @property
    def allowed(self) -> list[str]:
        return []

    def show(self, value: Any) -> str:
        return clean(str(value or ""))

    def told(self, value: Any) -> str:
        """For the eye, where that is more than what a cell says."""
        return self.show(value)

    def says_the_same(self, one: str, other: str) -> bool:
        return one == other

    def read(self, text: str) -> Any:
        if self.longest and len(text) > self.longest:
            raise Unread(_("Use %(most)d letters or fewer; these are %(n)d") % {"most": self.longest, "n": len(text)})
        return text


@dataclass(frozen=True)
class Choice(Words):
    """One of a list, by its words or its code."""

    choices: type[TextChoices] | None = None
    also: tuple[tuple[str, str], ...] = ()  # what people write, and the code that it means

    @property
    def allowed(self) -> list[str]:
        return [str(label) for value, label in self.choices.choices if value]

    def show(self, value: Any) -> str:
        return str(self.choices(value).label) if value in self.choices.values and value else ""

    def read(self, text: str) -> Any:
        known = {plain(said): code for code, label in self.choices.choices for said in (code, str(label))}
        known |= {plain(said): code for said, code in self.also}
        if plain(text) not in known:
            raise Unread(_("Write one of: %(these)s") % {"these": ", ".join(self.allowed)})
        return known[plain(text)]


@dataclass(frozen=True)
class YesNo(Words):
    """Yes or no. `nothing` is no answer, where the directory keeps "not known" apart from "no"."""

    nothing: Any = False
    yes: str = "yes"
    no: str = "no"

    @property
    def allowed(self) -> list[str]:
        return [self.yes, self.no]

    def show(self, value: Any) -> str:
        return "" if value is None else self.yes if value else self.no

    def read(self, text: str) -> Any:
        said = text.lower().strip(" .!")
        if said in UNKNOWN and self.nothing is None:
            return None
        if plain(said) in YES | {plain(self.yes)} or said in YES:
            return True
        if plain(said) in NO | {plain(self.no)}:
            return False
        raise Unread(_("Write %(yes)s or %(no)s") % {"yes": self.yes, "no": self.no})


@dataclass(frozen=True)
class OpenOrClosed(YesNo):
    """Whether anybody may read a community, or somebody lets you in."""

    nothing: Any = None
    yes: str = "open"
    no: str = "closed"

    def read(self, text: str) -> Any:
        said = plain(text)
        if {"closed", "private", "secret", "request"} & set(said.split()):
            return False
        return True if {"open", "public"} & set(said.split()) else super().read(text)


@dataclass(frozen=True)
class Whole(Words):
    """A whole number: 28,000, 28k and "about 300" are read too."""

    most: int = 32767
    nothing: ClassVar[Any] = None

    def show(self, value: Any) -> str:
        return "" if value is None else str(value)

    def read(self, text: str) -> Any:
        said = ABOUT.sub("", text.lower().strip()).replace(",", "").replace(" ", "").rstrip("+")
        match = re.fullmatch(r"(\d+(?:\.\d+)?)(k|m)?", said)
        if not match:
            raise Unread(_("Write a number in figures, like 28000"))
        number = Decimal(match[1]) * {"k": 1000, "m": 1_000_000}.get(match[2] or "", 1)
        if number != int(number) or number > self.most:
            raise Unread(_("Write a whole number, no more than %(most)d") % {"most": self.most})
        return int(number)


@dataclass(frozen=True)
class Miles(Words):
    """Metres in the directory, miles on paper."""

    nothing: ClassVar[Any] = None

    def show(self, value: Any) -> str:
        return "" if value is None else f"{value / METRES_IN_A_MILE:.2f}".rstrip("0").rstrip(".")

    def read(self, text: str) -> Any:
        match = re.fullmatch(r"(\d{1,3}(?:\.\d+)?)\s*(?:miles?|mi)?", text.lower())
        if not match:
            raise Unread(_("Write a number of miles, like 5"))
        return round(float(match[1]) * METRES_IN_A_MILE)


@dataclass(frozen=True)
class Day(Words):
    """A date: 3/11/2026 is 3 November. As a date of the spreadsheet, in figures or in words."""

    nothing: ClassVar[Any] = None

    def show(self, value: Any) -> str:
        return str(value or "")

    def told(self, value: Any) -> str:
        return look.date_only(date.fromisoformat(value)) if value else ""

    def read(self, text: str) -> Any:
        found = _in_figures(text) or _in_words(text)
        if not found:
            raise Unread(_("Write a date, like 3 November 2026 or 3/11/2026 (the day first)"))
        return found.isoformat()


def _in_figures(text: str) -> date | None:
    if re.fullmatch(r"[34]\d{4}(?:\.0)?", text):  # the days since 1900 that a spreadsheet keeps behind a date
        return FIRST_DAY_OF_EXCEL + timedelta(days=int(float(text)))
    if match := re.fullmatch(r"(\d{4})-(\d\d?)-(\d\d?)(?:[T ]00:00(?::00(?:\.0+)?)?)?", text):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    match = re.fullmatch(r"(\d\d?)[/.\- ](\d\d?)[/.\- ](\d{4}|\d\d)(?: 00:00(?::00)?)?", text)
    return _date(_whole_year(match[3]), int(match[2]), int(match[1])) if match else None


def _in_words(text: str) -> date | None:
    said = re.sub(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+", "", text.lower().strip())
    said = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|\bof\b|,", " ", said)
    match = re.fullmatch(r"(?P<day>\d\d?)[\s\-]+(?P<month>[a-z]{3})[a-z]*\.?[\s\-]+(?P<year>\d{4}|\d\d)", said) or (
        re.fullmatch(r"(?P<month>[a-z]{3})[a-z]*\.?\s+(?P<day>\d\d?)\s+(?P<year>\d{4})", said)
    )
    if not match or match["month"] not in MONTHS:
        return None
    return _date(_whole_year(match["year"]), MONTHS.index(match["month"]) + 1, int(match["day"]))


def _whole_year(said: str) -> int:
    return int(said) if len(said) == 4 else 2000 + int(said)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if 1900 < found.year < 2100 else None


@dataclass(frozen=True)
class Phone(Words):
    """As it is dialled and said. A spreadsheet takes the nought in front for nothing: it is put back."""

    longest: int | None = 40

    def says_the_same(self, one: str, other: str) -> bool:
        """Spaces and brackets make no other number."""
        return re.sub(r"[\s()\-.]", "", one) == re.sub(r"[\s()\-.]", "", other)

    def read(self, text: str) -> Any:
        if re.fullmatch(r"\d(?:\.\d+)?e\+?\d+", text.lower()):
            raise Unread(_("The spreadsheet has shortened this number. Format the cell as text and write it again"))
        said = re.sub(r"\.0$", "", text)
        digits = re.sub(r"\D", "", said)
        if re.fullmatch(r"[1-9]\d{8,9}", said) and not said.startswith("44"):
            said = f"0{said}"
        elif not 3 <= len(digits) <= 20 or re.search(r"[^\d\s+()./\-a-z,:;]", said.lower()):
            raise Unread(_("Write a phone number, like 01632 960 042"))
        return super().read(said)


@dataclass(frozen=True)
class Email(Words):
    longest: int | None = 254

    def read(self, text: str) -> Any:
        said = re.sub(r"^mailto:", "", text, flags=re.I)
        try:
            validate_email(said)
        except ValidationError:
            raise Unread(_("Write one e-mail address, like name@example.org")) from None
        return super().read(said)


@dataclass(frozen=True)
class Link(Words):
    """A web address that leads to the thing itself. Somebody’s own profile, or what only looks like a site, is none."""

    longest: int | None = 500

    def read(self, text: str) -> Any:
        try:
            return addresses.check(text)
        except addresses.BadAddress as problem:
            raise Unread(problem.message) from None


@dataclass(frozen=True)
class Postcode(Words):
    longest: int | None = 10

    def read(self, text: str) -> Any:
        try:
            return normalise(text)
        except PlaceError as problem:
            raise Unread(problem.message) from None


@dataclass(frozen=True)
class Several(Words):
    """Words side by side, with a semicolon or a comma between them."""

    nothing: ClassVar[Any] = ()
    each: int = 60

    def show(self, value: Any) -> str:
        return "; ".join(map(clean, value or ()))

    def read(self, text: str) -> Any:
        said = [clean(part) for part in re.split(r"[;,\n]", text) if clean(part)]
        if any(len(part) > self.each for part in said):
            raise Unread(_("Put a semicolon between them; each has %(most)d letters or fewer") % {"most": self.each})
        return list(dict.fromkeys(said))


@dataclass(frozen=True)
class Codes(Several):
    """Rows of a table of ours, by name, code or synonym. `rows` is asked once for each file."""

    model: type[models.Model] | None = None

    @cached_property
    def rows(self) -> list[tuple[str, str, list[str]]]:
        return list(self.model.objects.values_list("code", "name", "synonyms"))

    def forget(self) -> None:
        """An editor may have changed the table since."""
        self.__dict__.pop("rows", None)

    @property
    def allowed(self) -> list[str]:
        return [name for _code, name, _synonyms in self.rows]

    def show(self, value: Any) -> str:
        names = {code: name for code, name, _synonyms in self.rows}
        return "; ".join(names.get(code, code) for code in sorted(value or ()))

    def read(self, text: str) -> Any:
        known: dict[str, str] = {}
        for code, name, synonyms in self.rows:
            for said in (*synonyms, name, code.replace("_", " ")):
                known[plain(said)] = code
        said = [part for part in super().read(text) if plain(part)]
        strange = [part for part in said if plain(part) not in known]
        if strange:
            raise Unread(
                _("We do not know “%(this)s”. Choose from: %(these)s")
                % {"this": strange[0], "these": "; ".join(self.allowed)}
            )
        return sorted({known[plain(part)] for part in said})


@dataclass(frozen=True)
class Fixed(Several):
    """Several of a list that never changes."""

    choices: type[TextChoices] | None = None

    @property
    def allowed(self) -> list[str]:
        return [str(label) for label in self.choices.labels]

    def show(self, value: Any) -> str:
        return "; ".join(str(self.choices(code).label) for code in value or () if code in self.choices.values)

    def read(self, text: str) -> Any:
        one = Choice(choices=self.choices)
        return [one.read(part) for part in super().read(text)]


def pounds(text: str) -> Decimal | None:
    """£3.50, 3.5, 50p and "free" in pounds; None for what is no price."""
    said = text.lower().strip().replace("gbp", "£")
    if plain(said) in {"free", "nil", "no charge", "no cost", "nothing", "am ddim"}:
        return Decimal(0)
    try:
        if match := re.fullmatch(r"(\d{1,3})\s*p(?:ence)?", said):
            return Decimal(match[1]) / 100
        match = re.fullmatch(r"£?\s*(\d{1,5}(?:,\d{3})*(?:\.\d{1,2})?)", said)
        return Decimal(match[1].replace(",", "")) if match else None
    except InvalidOperation:
        return None


@dataclass(frozen=True)
class Prices(Several):
    """ "Adults £3.50; Children free; Tea, what you can": a name and a price, or a name alone."""

    def show(self, value: Any) -> str:
        return "; ".join(self._one(cost) for cost in value or ())

    def _one(self, cost: dict[str, Any]) -> str:
        amount = cost.get("amount")
        price = "" if amount is None else " free" if Decimal(amount) == 0 else f" £{Decimal(amount):.2f}"
        note = f" ({clean(cost['amount_description'])})" if cost.get("amount_description") else ""
        return f"{clean(cost['option'])}{price}{note}"

    def read(self, text: str) -> Any:
        return [self._read(part) for part in re.split(r"[;\n]", text) if clean(part)]

    def _read(self, part: str) -> dict[str, Any]:
        match = PRICE.fullmatch(clean(part))
        amount = pounds(match["price"]) if match and match["price"] else None
        if not match or (match["price"] and amount is None) or pounds(match["option"]) is not None:
            raise Unread(_("Write each price with what it is for, like: Adults £3.50; Children free"))
        told = {"option": match["option"][:120], "amount_description": (match["note"] or "")[:200]}
        return told | {"amount": None if amount is None else f"{amount:.2f}"}
