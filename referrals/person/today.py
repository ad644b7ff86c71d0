"""What waits for somebody about those they hold: who must not be found, and a yes that has run out."""

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from connect.people.models import User
from connect.people.roles import Role
from referrals.caseload.today import Line
from referrals.models import Consent, Referral, Restriction
from referrals.person import reading


def lines(user: User) -> list[Line]:
    mine = Referral.objects.caseload_of(user).still_open()
    asked = Restriction.objects.filter(ended_at=None, set_at=None, person__in=mine.values("person")).count()
    ran_out = mine.filter(Exists(_run_out())).count()
    found = [
        Line(_("asked to be restricted: nobody must find them"), asked, reverse("caseload"), urgent=True),
        Line(_("with a yes that has run out: ask again"), ran_out, reverse("caseload")),
    ]
    if user.acting.role == Role.TL:
        waiting = reading.restrictions_for(user).exclude(lift_asked_by=None).exclude(lift_asked_by=user).count()
        found.append(Line(_("restrictions to lift, if you agree"), waiting, reverse("restrictions")))
    return found


def _run_out() -> object:
    """A yes past its day that no later answer stands on."""
    later = Consent.objects.filter(
        referral=OuterRef("referral"), purpose=OuterRef("purpose"), recipient=OuterRef("recipient"),
        number__gt=OuterRef("number"),
    )  # fmt: skip
    rows = Consent.objects.filter(referral=OuterRef("pk"), review_on__lt=timezone.localdate())
    return rows.filter(~Exists(later))
