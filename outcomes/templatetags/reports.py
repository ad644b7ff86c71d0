"""What every page of the reports stands under: the way from one to the next."""

from django import template
from django.template.context import Context

from outcomes.works.sections import sections_of

register = template.Library()


@register.inclusion_tag("outcomes/_sections.html", takes_context=True)
def sections(context: Context) -> dict[str, object]:
    return {"sections": sections_of(context["request"])}
