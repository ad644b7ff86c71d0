"""The British National Grid: from latitude and longitude to metres and back, and how far apart two points are.

`to_bng` is the Ordnance Survey's published method ("A Guide to Coordinate Systems in Great Britain", annexes B
and C): WGS84 to OSGB36 by a seven-parameter Helmert shift, then the Transverse Mercator projection on the Airy
1830 ellipsoid. The shift is one average for the whole island. The Survey gives its error as about 5 metres. That is
less than the width of a postcode, so the large OSTN15 table is not needed.
"""

from math import atan2, cos, degrees, hypot, radians, sin, sqrt, tan
from typing import NamedTuple

METRES_IN_A_MILE = 1609.344


class Ellipsoid(NamedTuple):
    major: float
    minor: float

    @property
    def eccentricity(self) -> float:
        """The square of the first eccentricity."""
        return 1 - (self.minor / self.major) ** 2


WGS84 = Ellipsoid(6378137.0, 6356752.314245)
AIRY = Ellipsoid(6377563.396, 6356256.909)

SHIFT = (-446.448, 125.157, -542.060)  # metres
TURN = tuple(radians(seconds / 3600) for seconds in (-0.1502, -0.2470, -0.8421))
STRETCH = 1 + 20.4894e-6

SCALE = 0.9996012717  # on the central meridian
TRUE_ORIGIN = (radians(49), radians(-2))
FALSE_ORIGIN = (400_000.0, -100_000.0)


def to_bng(lat: float, lng: float) -> tuple[int, int]:
    """WGS84 degrees to (easting, northing) in whole metres, within about 5 m anywhere in Great Britain."""
    easting, northing = _project(*_to_osgb36(radians(lat), radians(lng)))
    return round(easting), round(northing)


def to_wgs84(easting: float, northing: float) -> tuple[float, float]:
    """Metres to WGS84 (latitude, longitude) in degrees: where `to_bng` would have come from."""
    lat, lng = (radians(degree) for degree in _near(easting, northing))
    for _ in range(6):  # each turn gains two digits and more; the last is far below a millimetre
        east, north = _project(*_to_osgb36(lat, lng))
        lat += (northing - north) / AIRY.major
        lng += (easting - east) / (AIRY.major * cos(lat))
    return degrees(lat), degrees(lng)


def _near(easting: float, northing: float) -> tuple[float, float]:
    """A first guess, as if Britain were flat."""
    lat = 49 + (northing - FALSE_ORIGIN[1]) / 111_200
    return lat, -2 + (easting - FALSE_ORIGIN[0]) / (111_320 * cos(radians(lat)))


def distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Metres in a straight line between two (easting, northing) pairs; right to 1 part in 1000 on the grid."""
    return hypot(a[0] - b[0], a[1] - b[1])


def miles(metres: float) -> float:
    return metres / METRES_IN_A_MILE


def _to_osgb36(lat: float, lng: float) -> tuple[float, float]:
    return _to_angles(*_shift(*_to_cartesian(lat, lng)))


def _to_cartesian(lat: float, lng: float) -> tuple[float, float, float]:
    across = WGS84.major / sqrt(1 - WGS84.eccentricity * sin(lat) ** 2)
    return (
        across * cos(lat) * cos(lng),
        across * cos(lat) * sin(lng),
        across * (1 - WGS84.eccentricity) * sin(lat),
    )


def _shift(x: float, y: float, z: float) -> tuple[float, float, float]:
    tx, ty, tz = SHIFT
    rx, ry, rz = TURN
    return (
        tx + STRETCH * x - rz * y + ry * z,
        ty + rz * x + STRETCH * y - rx * z,
        tz - ry * x + rx * y + STRETCH * z,
    )


def _to_angles(x: float, y: float, z: float) -> tuple[float, float]:
    e2, p = AIRY.eccentricity, hypot(x, y)
    lat = atan2(z, p * (1 - e2))
    for _ in range(4):  # each turn gains about three digits; four leave less than a millimetre
        lat = atan2(z + e2 * AIRY.major / sqrt(1 - e2 * sin(lat) ** 2) * sin(lat), p)
    return lat, atan2(y, x)


def _project(lat: float, lng: float) -> tuple[float, float]:
    """Annex C.1; the names are the Survey's."""
    sine, cosine, t2 = sin(lat), cos(lat), tan(lat) ** 2
    bend = 1 - AIRY.eccentricity * sine**2
    nu = AIRY.major * SCALE / sqrt(bend)
    rho = AIRY.major * SCALE * (1 - AIRY.eccentricity) / bend**1.5
    eta2 = nu / rho - 1
    d = lng - TRUE_ORIGIN[1]
    north = (
        FALSE_ORIGIN[1]
        + _meridian_arc(lat)
        + nu / 2 * sine * cosine * d**2
        + nu / 24 * sine * cosine**3 * (5 - t2 + 9 * eta2) * d**4
        + nu / 720 * sine * cosine**5 * (61 - 58 * t2 + t2**2) * d**6
    )
    east = (
        FALSE_ORIGIN[0]
        + nu * cosine * d
        + nu / 6 * cosine**3 * (nu / rho - t2) * d**3
        + nu / 120 * cosine**5 * (5 - 18 * t2 + t2**2 + 14 * eta2 - 58 * t2 * eta2) * d**5
    )
    return east, north


def _meridian_arc(lat: float) -> float:
    n = (AIRY.major - AIRY.minor) / (AIRY.major + AIRY.minor)
    less, more = lat - TRUE_ORIGIN[0], lat + TRUE_ORIGIN[0]
    return (
        AIRY.minor
        * SCALE
        * (
            (1 + n + 5 / 4 * n**2 + 5 / 4 * n**3) * less
            - (3 * n + 3 * n**2 + 21 / 8 * n**3) * sin(less) * cos(more)
            + (15 / 8 * n**2 + 15 / 8 * n**3) * sin(2 * less) * cos(2 * more)
            - 35 / 24 * n**3 * sin(3 * less) * cos(3 * more)
        )
    )
