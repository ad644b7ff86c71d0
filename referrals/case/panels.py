"""What other parts of the house put on a person's page: each a function that says which template, with what."""

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.module_loading import import_string
from django.utils.safestring import SafeString

from referrals.models import Referral

# (place, function by its whole name), in the order they are drawn. "main" stands above the story, "side" beside it.
# panel(request, referral) -> (template, context), or None where there is nothing to show this reader: it guards itself.
# By name, because the parts import from here too.
PANELS: list[tuple[str, str]] = [
    ("main", "referrals.crisis.panel.panel"),
    ("side", "referrals.introductions.panel.panel"),
    ("side", "referrals.accompanying.panel.first_visits"),
    ("side", "referrals.befriending.panel.panel"),
    ("side", "referrals.helping.panel.panel"),
    ("side", "referrals.accompanying.panel.small_steps"),
    ("side", "referrals.sessions.panel.panel"),
    ("side", "referrals.life.panel.panel"),
    ("side", "referrals.going.panel.panel"),
    ("main", "referrals.safety.panel.panel"),
    ("main", "referrals.following.panel.panel"),
    ("side", "referrals.safety.panel.worried"),
    ("side", "referrals.alike.panel.panel"),
    ("side", "referrals.following.panel.changed"),
    ("side", "referrals.matching.panel.suited"),
    ("side", "referrals.person.panel.panel"),
    ("side", "referrals.asking.panel.panel"),
    ("side", "referrals.open_door.panel.panel"),
    ("side", "referrals.wanting.panel.panel"),
    ("side", "referrals.together.panel.panel"),
    ("side", "referrals.threads.panel.words"),
    ("side", "referrals.hearing.panel.heard"),
]


def drawn(request: HttpRequest, referral: Referral) -> dict[str, list[SafeString]]:
    """Place -> what stands there, in the order of PANELS."""
    shown: dict[str, list[SafeString]] = {"main": [], "side": []}
    for place, name in [*PANELS, *settings.PANELS_FROM_ABOVE]:
        if found := import_string(name)(request, referral):
            template, context = found
            shown[place].append(render_to_string(template, {"referral": referral} | context, request))
    return shown
