"""From what somebody typed to a spot on the map: a postcode or part of one, a street, a ward or a town."""

import re
from dataclasses import dataclass

from django.db.models import Avg, Count, QuerySet
from django.utils.translation import gettext as _

from connect.places.models import Area, Postcode, Street, fold

LONGEST = 120  # no address line is longer; what is, is not looked up at all
FULL = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][ABD-HJLNP-UW-Z]{2})")
OUTWARD = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?")
REST = re.compile(r"([0-9][ABD-HJLNP-UW-Z]?)?")
ALMOST = re.compile(r"(?=.*[0-9])[A-Z]{1,2}[0-9OI][A-Z0-9]{2,5}")
LETTER_FOR_DIGIT = str.maketrans("OIL", "011")
EXAMPLE = "KX2 4HD"


@dataclass(frozen=True)
class Spot:
    """A place in British National Grid metres, and the ward it is in if it is in one."""

    label: str
    easting: int
    northing: int
    ward: Area | None = None


class PlaceError(ValueError):
    """`message` is for the person who typed: what to do now, in their language."""

    def __init__(self, message: str):
        super().__init__(message)
        self.message = message


class UnknownPlace(PlaceError):
    """Read, but nowhere that is known here."""


class MalformedPostcode(PlaceError):
    """Meant as a postcode, and not one."""


def normalise(text: str) -> str:
    """A postcode in capitals with its one space; raises MalformedPostcode."""
    letters = re.sub(r"[^A-Z0-9]", "", text[:LONGEST].upper())
    if match := FULL.fullmatch(letters) or FULL.fullmatch(_digit_put_right(letters)):
        return f"{match[1]} {match[2]}"
    raise MalformedPostcode(_("Enter a full postcode, like %(example)s") % {"example": EXAMPLE})


def _digit_put_right(letters: str) -> str:
    """The last part begins with a digit, so a letter O, I or L there was meant as one."""
    return letters[:-3] + letters[-3:-2].translate(LETTER_FOR_DIGIT) + letters[-2:]


def locate(text: str) -> Spot:
    """The spot that is meant; raises UnknownPlace or MalformedPostcode. Asks the database and nobody else."""
    said = _printable(text[: LONGEST + 1])
    if not re.search(r"\w", said):
        raise UnknownPlace(_("Enter a postcode, a street or an area, like %(example)s") % {"example": EXAMPLE})
    if len(said) > LONGEST:
        raise UnknownPlace(_("That is too long. Enter only a postcode, a street or an area"))
    if spot := _read(said):
        return spot
    raise _not_found(said)


def _printable(text: str) -> str:
    """Without what PostgreSQL cannot hold: NUL, and halves of characters that a JSON escape can smuggle in."""
    whole = text.encode(errors="ignore").decode()
    return " ".join(re.sub(r"[\x00-\x1f\x7f]", " ", whole).split())


def _read(said: str) -> Spot | None:
    return _postcode(said) or _part_of_postcode(said) or _named(said)


def _postcode(said: str) -> Spot | None:
    try:
        whole = normalise(said)
    except MalformedPostcode:
        return None
    found = Postcode.objects.select_related("ward").filter(pk=whole).first()
    if found is None:
        raise UnknownPlace(
            _("We do not know the postcode %(postcode)s. Check it, or enter a street or an area") % {"postcode": whole}
        )
    return Spot(found.postcode, found.easting, found.northing, found.ward)


def _part_of_postcode(said: str) -> Spot | None:
    """The middle of every postcode that begins so: KX2 is not the beginning of KX21 1AA."""
    for beginning in _beginnings(said.upper()):
        if spot := _middle(beginning.strip(), Postcode.objects.filter(postcode__startswith=beginning)):
            return spot
    return None


def _beginnings(said: str) -> list[str]:
    """How a part of a postcode can be read: KX24 is the district KX24, or sector 4 of KX2."""
    splits = [said.split(" ", 1)] if " " in said else [(said[:at], said[at:]) for at in range(min(4, len(said)), 1, -1)]
    return [f"{out} {rest}" for out, rest in splits if OUTWARD.fullmatch(out) and REST.fullmatch(rest)]


def _named(said: str) -> Spot | None:
    """Fuller Street; Millrace; 6 Garnet Terrace, Millrace; St Mark's hall, KX2 4TQ (the last part stands alone)."""
    first, _comma, rest = said.partition(",")
    name = fold(re.sub(r"^\s*[0-9]+[A-Za-z]?\s+", "", first))
    within = {fold(part) for part in rest.split(",")} - {""}
    return _street(name, within) or _area(name) or (_read(rest.rpartition(",")[2].strip()) if within else None)


def _street(name: str, within: set[str]) -> Spot | None:
    for street in Street.objects.select_related("ward__parent").filter(folded=name).order_by("ward__name"):
        if within <= {street.ward.folded, street.ward.parent and street.ward.parent.folded}:
            return Spot(street.name, street.easting, street.northing, street.ward)
    return None


def _area(name: str) -> Spot | None:
    kinds = [Area.Kind.WARD, Area.Kind.AUTHORITY]
    area = Area.objects.filter(folded=name, kind__in=kinds).order_by("kind", "code").first()
    if area is None:
        return None
    if area.kind == Area.Kind.WARD:
        return _middle(area.name, area.postcodes.all(), area)
    return _middle(area.name, Postcode.objects.filter(authority_code=area.code))


def _middle(label: str, postcodes: QuerySet[Postcode], ward: Area | None = None) -> Spot | None:
    """The average of these postcodes; their ward, when all of them share one."""
    found = postcodes.filter(terminated=False).aggregate(
        easting=Avg("easting"), northing=Avg("northing"), wards=Count("ward", distinct=True)
    )
    if found["easting"] is None:
        return None
    if ward is None and found["wards"] == 1:
        ward = Area.objects.get(pk=postcodes.filter(ward__isnull=False).values("ward")[:1])
    return Spot(label, round(found["easting"]), round(found["northing"]), ward)


def _not_found(said: str) -> PlaceError:
    if not _beginnings(said.upper()) and ALMOST.fullmatch(re.sub(r"[^A-Z0-9]", "", said.upper())):
        return MalformedPostcode(
            _("%(text)s is not a whole postcode. Check it: a postcode looks like %(example)s")
            % {"text": said, "example": EXAMPLE}
        )
    return UnknownPlace(
        _("We do not know %(text)s. Enter a postcode, a street or an area, like %(example)s")
        % {"text": said, "example": EXAMPLE}
    )
