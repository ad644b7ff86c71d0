"""Whether a volunteer may begin, and may be proposed to somebody now: what is missing, in words."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from connect.templatetags import look
from referrals.befriending.models import BefriendingRules, Volunteer
from referrals.befriending.states import Kind, Stage


def missing(volunteer: Volunteer, rules: BefriendingRules, today: date) -> list[str]:
    """Before they can be approved. Each of these is somebody's name and a day, once it is done."""
    found = []
    if volunteer.stage in (Stage.APPLIED, Stage.CONFIRMED):
        found.append(_("Nobody has talked with them yet"))
    if (more := rules.references - volunteer.given_references) > 0:
        found.append(ngettext("%(n)s more reference", "%(n)s more references", more) % {"n": more})
    return [*found, *_check(volunteer, today), *_training(volunteer, today)]


def not_ready(volunteer: Volunteer, rules: BefriendingRules, today: date, kind: str) -> list[str]:
    """What keeps them from anybody new just now. Nobody sets these aside."""
    return [*_standing(volunteer), *_check(volunteer, today), *_training(volunteer, today), *_room(volunteer, kind)]


def _standing(volunteer: Volunteer) -> Iterator[str]:
    if volunteer.stage != Stage.APPROVED:
        yield _("Not approved: %(stage)s") % {"stage": volunteer.get_stage_display()}
    if volunteer.is_away:
        yield _("Away until %(day)s") % {"day": look.date_only(volunteer.away_until)}


def _check(volunteer: Volunteer, today: date) -> Iterator[str]:
    until = volunteer.check_until
    if until is None:
        yield _("No check has been seen")
    elif until < today:
        yield _("The check was due again on %(day)s") % {"day": look.date_only(until)}


def _training(volunteer: Volunteer, today: date) -> Iterator[str]:
    until = volunteer.trained_until
    if until is None:
        yield _("No training yet")
    elif until < today:
        yield _("The refresher was due on %(day)s") % {"day": look.date_only(until)}


def _room(volunteer: Volunteer, kind: str) -> Iterator[str]:
    now = volunteer.people_now
    if kind not in volunteer.kinds:
        yield _("Has not offered this: %(kind)s") % {"kind": str(Kind(kind).label).lower()}
    if now >= volunteer.most:
        said = ngettext("Has %(n)s person, and takes %(most)s", "Has %(n)s people, and takes %(most)s", now)
        yield said % {"n": now, "most": volunteer.most}
