"""What a lead is told: people in the hands of somebody who can no longer open them."""

from django.urls import reverse
from django.utils.translation import gettext as _

from connect.people.models import User
from connect.people.roles import Role
from referrals.caseload.today import Line
from referrals.handing_over import planning


def lines(user: User) -> list[Line]:
    if user.acting.role != Role.TL or not user.acting.team_id:
        return []
    count = planning.of_those_who_left(user).count()
    return [Line(_("People held by somebody who has left: hand over"), count, reverse("hand_over"), urgent=True)]
