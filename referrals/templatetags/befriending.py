"""Codes of befriending in words, for whoever coordinates it."""

from collections.abc import Sequence

from django import template

from referrals.befriending import states

register = template.Library()


@register.filter
def named(codes: Sequence[str], kind: str) -> str:
    """Gardening, Cards and board games."""
    choices = getattr(states, kind)
    return ", ".join(str(choices(code).label) for code in codes if code in choices.values)


@register.filter
def said_times(codes: Sequence[str]) -> str:
    """Monday morning, Tuesday afternoon."""
    return ", ".join(states.said_time(code) for code in states.TIMES if code in codes)
