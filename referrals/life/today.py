"""What waited too long, for the lead; and what is due for those who wait, for whoever looks after them."""

from django.urls import reverse
from django.utils.translation import gettext as _

from connect.people.access import may
from connect.people.models import User
from referrals.caseload.today import Line
from referrals.life import leading
from referrals.queue import waiting_well


def lines(user: User) -> list[Line]:
    found = []
    if may(user, "ESCALATED"):
        label = _("Waited longer than we promise")
        found.append(Line(label, leading.unsettled(user).count(), reverse("escalated"), urgent=True))
    if may(user, "WAITING_WELL", "U"):
        found.append(Line(_("Get in touch while they wait"), waiting_well.due(user).count(), reverse("waiting_list")))
    return found
