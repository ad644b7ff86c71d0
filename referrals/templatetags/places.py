"""How much room a group has for somebody new, in words, for those who work with people and for nobody else."""

from collections.abc import Sequence

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from directory.models import Service
from directory.schedule import Session
from referrals.sessions import places

register = template.Library()


@register.inclusion_tag("referrals/sessions/_places.html")
def room_left(service: Service, sessions: Sequence[Session]) -> dict[str, object]:
    """From the first of these sessions on."""
    if not sessions:
        return {}
    found = places.left(service, [sessions[0].starts_at])[sessions[0].starts_at]
    return {"words": _room(found), "waiting": _waiting(found.waiting), "is_full": found.is_full}


def _room(found: places.Places) -> str:
    if found.left is None:
        return _("Nobody has said lately how much room there is.")
    if found.left == 0:
        return _("It is full: whoever says yes waits for a place.")
    return ngettext("%(n)s place left for somebody new.", "%(n)s places left for somebody new.", found.left) % {
        "n": found.left
    }


def _waiting(waiting: int) -> str:
    if not waiting:
        return ""
    return ngettext("%(n)s person waits already.", "%(n)s people wait already.", waiting) % {"n": waiting}
