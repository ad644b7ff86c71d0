"""The house's own words, drawn from templates/messages/: a whole message, or one sentence of it."""

from collections.abc import Mapping

from django.template import Context
from django.template.loader import select_template
from django.utils import translation


def render(template: str, kind: str, language: str, context: Mapping[str, object]) -> str:
    """Plain text, so nothing is escaped; English where no Welsh was written."""
    names = [f"messages/{template}.{kind}"]
    if language == "cy":
        names.insert(0, f"messages/{template}.cy.{kind}")
    found = select_template(names).template
    spoken = "cy" if ".cy." in found.name else "en-gb"
    with translation.override(spoken):
        return found.render(Context(dict(context), autoescape=False)).strip()
