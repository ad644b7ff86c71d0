"""What somebody may choose from when they say what got in the way."""

from collections.abc import ItemsView

from django import template

from referrals.following.states import IN_THEIR_WORDS, Why

register = template.Library()


@register.simple_tag
def whys() -> ItemsView[Why, object]:
    """In the person's own words."""
    return IN_THEIR_WORDS.items()
