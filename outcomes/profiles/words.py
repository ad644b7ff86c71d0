"""How ages and places are said on the pages about places."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from connect.places.models import Area
from outcomes.profiles.people import NO_END, ends

NONE = "–"


def band_said(band: str) -> str:
    low, high = ends(band)
    if low == 0:
        return _("Under %(n)d") % {"n": high}
    if high == NO_END:
        return _("%(n)d and over") % {"n": low}
    return _("%(low)d to %(high)d") % {"low": low, "high": high - 1}


def per_cent(share: float | None) -> str:
    return NONE if share is None else f"{share:.0f}%" if share >= 10 else f"{share:.1f}%"


def count(people: int | None) -> str:
    return NONE if people is None else f"{people:,}"


def linked(ward: Area) -> SafeString:
    return format_html('<a href="{}">{}</a>', reverse("place_profile", args=[ward.code]), ward.name)
