"""The banner of a crisis, on the pages with which a day of ordinary work begins."""

from django import template
from django.template import Context

from connect.people.access import may
from referrals.crisis.models import Crisis

register = template.Library()


@register.inclusion_tag("referrals/crisis/_banner.html", takes_context=True)
def crisis_banner(context: Context) -> dict[str, object]:
    user = context["request"].user
    return {"crisis": Crisis.objects.of(user).on().first() if may(user, "CRISIS") else None}
