"""Keeping and sending a listing, wherever one is shown."""

import uuid

from django import template
from django.db.models import QuerySet
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from connect.people.access import may
from connect.templatetags.look import icon
from directory.models import Service
from directory.sharing import sentences, short, shortlist
from directory.sharing.collections import AT_THE_START, shown

register = template.Library()

BUTTON = (
    '<button class="btn {}" form="keep" name="{}" value="{}" id="k-{}">{} {}'
    '<span class="hidden">: <bdi>{}</bdi></span></button>'
)


@register.simple_tag(takes_context=True)
def keep_button(context: Context, service: Service, css: str = "quiet") -> SafeString:
    """Drawn here and not by a template of its own: a page of results has ten. It belongs to _keep_form.html."""
    if service.pk in _kept(context):
        name, drawing, words = "take_off", icon("tick"), _("Kept. Take it off your list")
    else:
        name, drawing, words = "keep", icon("keep"), _("Keep")
    return format_html(BUTTON, css, name, service.pk, service.pk, drawing, words, service.name)


@register.simple_tag(takes_context=True)
def kept_count(context: Context) -> int:
    return len(_kept(context))


def _kept(context: Context) -> list[uuid.UUID]:
    request = context.get("request")
    return shortlist.kept(request) if request else []


@register.simple_tag(takes_context=True)
def may_send(context: Context) -> bool:
    request = context.get("request")
    return request is not None and may(getattr(request, "user", None), "SIGNPOST", "C")


@register.simple_tag
def words_to_send(service: Service) -> str:
    return sentences.of_one(service)


@register.simple_tag
def ways_to_send(words: str, subject: str) -> list[tuple[str, str, str]]:
    """Icon, words and address: a text and an e-mail from one's own phone."""
    return sentences.by_phone(words, subject)


@register.simple_tag
def where(service: Service) -> str:
    return sentences.where(service)


@register.simple_tag
def cost(service: Service) -> str:
    return sentences.cost(service)


@register.simple_tag
def collections_to_start() -> QuerySet:
    return shown()[:AT_THE_START]


@register.filter
def short_key(service: Service) -> str:
    return short.write(service.pk)


@register.simple_tag
def new_key() -> uuid.UUID:
    """What makes one tap count once, however often it arrives."""
    return uuid.uuid4()
