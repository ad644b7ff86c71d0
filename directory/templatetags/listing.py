"""How a listing's page writes web addresses and numbers."""

from urllib.parse import urlsplit

from django import template
from django.utils.formats import number_format

register = template.Library()


@register.filter
def host(address: str) -> str:
    """The machine an address truly leads to, in plain letters: a look-alike of another alphabet shows itself."""
    try:
        name = urlsplit(str(address or "")).hostname or ""
        return name.encode("idna").decode("ascii") if name else ""
    except (ValueError, UnicodeError):
        return ""


@register.filter
def thousands(number: int) -> str:
    """2,340."""
    return number_format(number, use_l10n=True, force_grouping=True)
