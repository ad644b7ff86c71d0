"""What organisers answered that needs a word with the person, and those who have not answered at all."""

from django.urls import reverse
from django.utils.translation import gettext as _

from connect.people.access import may
from connect.people.models import User
from referrals.caseload.today import Line
from referrals.introductions.models import Introduction


def lines(user: User) -> list[Line]:
    if not may(user, "INTRODUCTION"):
        return []
    rows, address = Introduction.objects.of_caseload(user), reverse("introductions")
    return [
        Line(
            _("A group said another day, or full"), rows.to_settle().count(), f"{address}?which=answered", urgent=True
        ),
        Line(_("A group has not answered: ring them"), rows.silent().count(), f"{address}?which=silent"),
    ]
