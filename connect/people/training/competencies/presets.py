"""Lists of competencies that others have worked out; a tenant takes one up and makes it its own."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Line:
    key: str
    name: str | Promise
    about: str | Promise


# Portsmouth’s inquiry into practice with isolated people asked practitioners what they need to be able to do.
PORTSMOUTH = (
    Line(
        "portsmouth.raising", _("Raising the issue"),
        _("Knows how much shame there can be in it, and brings it up all the same."),
    ),
    Line("portsmouth.assessment", _("Assessment"), _("Finds out together with somebody how things are, in one way.")),
    Line(
        "portsmouth.motivation", _("Motivational conversation"),
        _("Stays with somebody who is reluctant, and finds what they would like themselves."),
    ),
    Line(
        "portsmouth.family", _("Family dynamics"),
        _("Works with families as they are, also where things have broken down; the person’s own wish comes first."),
    ),
    Line(
        "portsmouth.restorative", _("Restorative practice"),
        _("High support and high challenge: helps people to do more for themselves, in hard talks too."),
    ),
)  # fmt: skip
