"""From a spot on the map to a name that people use and `find.locate` knows: a street, a ward, a part of a postcode."""

from collections.abc import Iterator

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from connect.places import grid
from connect.places.find import PlaceError, Spot, UnknownPlace, locate
from connect.places.models import Postcode, Street

SQUARES = (300, 3000)  # metres to each side; the small one finds somebody in a town at once
STREET_IS_NEAR = 300
NAME_IS_NEAR = 8000  # the middle of a wide ward in the hills; what is farther is another place of that name


def named(easting: int, northing: int) -> Spot:
    """The name whose middle is nearest. Never finer than a street: it will stand in an address that others may read.

    Raises UnknownPlace where no postcode is known for miles around.
    """
    here = (easting, northing)
    spots = [spot for name in _names(here) if (spot := _known(name)) and _apart(spot, here) < NAME_IS_NEAR]
    if not spots:
        raise UnknownPlace(_("We do not know the place where you are. Type a postcode, a street or an area"))
    return min(spots, key=lambda spot: _apart(spot, here))


def _names(here: tuple[int, int]) -> Iterator[str]:
    street = _nearest(Street.objects.select_related("ward"), here)
    if street and _apart(street, here) <= STREET_IS_NEAR:
        yield f"{street.name}, {street.ward.name}"
    postcode = _nearest(Postcode.objects.filter(terminated=False).select_related("ward"), here)
    if postcode:
        yield postcode.postcode[:-2]
        if postcode.ward:
            yield postcode.ward.name


def _nearest(rows: QuerySet, here: tuple[int, int]) -> Model | None:
    """Looked for in a square round here, which an index can find; then in a wider one."""
    for side in SQUARES:
        within = {
            f"{name}__range": (at - side, at + side) for name, at in zip(("easting", "northing"), here, strict=True)
        }
        if found := min(rows.filter(**within), key=lambda row: _apart(row, here), default=None):
            return found
    return None


def _apart(row: Spot | Model, here: tuple[int, int]) -> float:
    return grid.distance((row.easting, row.northing), here)


def _known(name: str) -> Spot | None:
    """A spot that carries the name it was found by, so that the same words find it again."""
    try:
        found = locate(name)
    except PlaceError:
        return None
    return Spot(name, found.easting, found.northing, found.ward)
