"""Who waits for an answer of mine: may they work with one of my people?"""

from django.urls import reverse
from django.utils.translation import gettext as _

from connect.people.models import User
from referrals.caseload.today import Line
from referrals.together import reading


def lines(user: User) -> list[Line]:
    asked = reading.waiting_for(user).count()
    return [Line(_("Somebody asks to work with one of your people"), asked, reverse("round_asked"))]
