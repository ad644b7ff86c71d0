"""What was written to somebody and waits to be read, as a line of their day."""

from django.urls import reverse
from django.utils.translation import gettext as _

from connect.people.models import User
from referrals.caseload.today import Line
from referrals.threads import reading


def lines(user: User) -> list[Line]:
    """Counted by person, as the page behind it lists them."""
    people = reading.unread_lines(user).values("referral").distinct().count()
    return [Line(_("Somebody wrote to you"), people, reverse("unread"))]
