"""A tenant's two colours as tokens: given for daylight, worked out for the dark and for the bar."""

from connect.people.contrast import readable
from connect.people.models import Tenant

DARK_PAPER, LIGHT_TEXT = "#1c2524", "#f4f1e9"
GIVEN = ("primary", "primary_dark", "accent")


def is_ours(tenant: Tenant) -> bool:
    """The stylesheet already holds these, and holds them better than arithmetic does."""
    return all(getattr(tenant, token) == Tenant._meta.get_field(token).default for token in GIVEN)


def css(tenant: Tenant) -> str:
    """Two rules that override the tokens of connect.css."""
    if is_ours(tenant):
        return ""
    day = {
        "primary": tenant.primary,
        "primary-dark": tenant.primary_dark,
        "accent": tenant.accent,
        "bar": readable(tenant.primary_dark, LIGHT_TEXT, 7),
        "tint": f"color-mix(in srgb, {tenant.primary} 9%, #fff)",
    }
    night = {
        "primary": readable(tenant.primary, DARK_PAPER, 8),
        "primary-dark": readable(tenant.primary, DARK_PAPER, 11),
        "accent": readable(tenant.accent, DARK_PAPER, 6.5),
        "bar": readable(tenant.primary_dark, LIGHT_TEXT, 11),
        "tint": f"color-mix(in srgb, {tenant.primary} 22%, {DARK_PAPER})",
    }
    return f":root{rule(day)}\n@media (prefers-color-scheme: dark){{:root{rule(night)}}}\n"


def rule(tokens: dict[str, str]) -> str:
    return "{" + "".join(f"--{name}:{value};" for name, value in tokens.items()) + "}"
