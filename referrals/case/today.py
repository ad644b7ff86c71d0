"""What a day begins with: somebody who is not out of a visit yet, whom one leads, looks out for, or is."""

from django.urls import reverse
from django.utils.translation import gettext as _

from connect.people.models import User
from referrals.case.models import Visit
from referrals.caseload.today import Line


def lines(user: User) -> list[Line]:
    late = Visit.objects.visible_to(user).overdue().count()
    return [Line(_("Not out of a visit yet"), late, reverse("visits"), urgent=True)]
