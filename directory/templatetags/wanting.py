"""What a listing asks of whoever is introduced, for those who work with people."""

from django import template

from directory.models import Service
from directory.wanting import actions

register = template.Library()


@register.inclusion_tag("directory/wanting/_wanted.html")
def wanted(service: Service) -> dict[str, object]:
    """Two queries, and nothing on the page where nothing is asked."""
    return {"questions": actions.questions_of(service), "documents": actions.documents_of(service)}
