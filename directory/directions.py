"""How to get to a place: a plain link to whichever map the house has chosen. Nothing is asked of it by us."""

from urllib.parse import quote

from django.conf import settings

from connect.places.grid import to_wgs84
from directory.models import Location


def address(place: Location) -> str:
    """An address; empty where the address is private, or nobody knows where it is."""
    if not place.address_public or place.easting is None:
        return ""
    lat, lon = to_wgs84(place.easting, place.northing)
    known = {"lat": f"{lat:.5f}", "lon": f"{lon:.5f}", "place": quote(f"{place.name} {place.address}".strip())}
    return settings.DIRECTIONS_URL.format(**known)
