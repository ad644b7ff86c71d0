"""What search engines read in a page, as a block of data: it is never run, and nothing in it can end it early."""

import json
from collections.abc import Iterable

from django import template
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from directory import schema_org
from directory.models import Service
from directory.schedule import Session

register = template.Library()
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


@register.simple_tag(takes_context=True)
def schema_of(context: Context, service: Service, sessions: Iterable[Session] = ()) -> SafeString:
    request = context.get("request")
    address = request.build_absolute_uri(service.get_absolute_url()) if request else service.get_absolute_url()
    told = json.dumps(schema_org.of(service, address, sessions), ensure_ascii=False).translate(ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(told))  # noqa: S308 (escaped above)
