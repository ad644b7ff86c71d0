"""What an organiser reads of the answers to what they asked: only what the person agreed to."""

from django import template

from referrals.belonging import Connection
from referrals.models import Wanting

register = template.Library()


@register.inclusion_tag("referrals/wanting/_shown.html")
def shown_answers(connection: Connection) -> dict[str, object]:
    """Behind a link the database shows no other row either."""
    return {"answers": Wanting.objects.filter(connection=connection, shown=True).select_related("question")}
