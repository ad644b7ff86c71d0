"""Small words for the referral's pages."""

from collections.abc import Mapping

from django import template

register = template.Library()


@register.filter
def named(names: Mapping[str, str], code: str) -> str:
    return names.get(code, code)


@register.filter
def spaced(phone: str) -> str:
    """07700900126 as people read it: 07700 900 126."""
    return f"{phone[:5]} {phone[5:8]} {phone[8:]}" if phone.isdigit() and len(phone) == 11 else phone
