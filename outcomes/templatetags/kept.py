"""Under a report: a button that keeps this view."""

from typing import Any

from django import template
from django.template.context import Context

from connect.people.access import may
from outcomes.kept_views.pages import PAGES

register = template.Library()


@register.inclusion_tag("outcomes/kept_views/_keep.html", takes_context=True)
def keep_this(context: Context, board: Any, url_name: str) -> dict[str, object]:
    """A point of the lattice, and nothing else, is in the form; on a page that cannot be kept there is none."""
    page = next((page.value for page, (name, _grains) in PAGES.items() if name == url_name), "")
    offered = bool(board and page and may(context["request"].user, "KEPT_VIEW"))
    return {"board": board, "page": page, "may": offered, "csrf_token": context.get("csrf_token")}
