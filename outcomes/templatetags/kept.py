"""Beside a report: a button that keeps this view, and what happened meanwhile."""

from typing import Any

from django import template
from django.template.context import Context

from connect.people.access import may
from outcomes.annotations import reading

register = template.Library()


@register.inclusion_tag("outcomes/kept_views/_keep.html", takes_context=True)
def keep_this(context: Context, board: Any, page: str) -> dict[str, object]:
    """A point of the lattice, and nothing else, is in the form."""
    request = context["request"]
    return {"board": board, "page": page, "may": board and may(request.user, "KEPT_VIEW"), "request": request,
            "csrf_token": context.get("csrf_token")}  # fmt: skip


@register.inclusion_tag("outcomes/annotations/_beside.html", takes_context=True)
def beside(context: Context, board: Any) -> dict[str, object]:
    period, user = board.period, context["request"].user
    return {"notes": reading.beside(user, board.place.code, period.start, period.end)}
