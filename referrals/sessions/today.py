"""Of sessions and places, what needs a connector now: registers nobody sent in, and places that are held."""

from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from connect.people.access import may
from connect.people.models import User
from referrals.belonging import Attendance, Occasion
from referrals.caseload.today import Line
from referrals.models import Referral
from referrals.sessions.listing import BACK
from referrals.sessions.models import Offer, Wait
from referrals.states import OPEN, Says

GIVEN = timedelta(hours=72)  # for the organiser to press their link; then somebody rings


def lines(user: User) -> list[Line]:
    if not may(user, "ATTENDANCE", "U"):
        return []
    theirs = Referral.objects.caseload_of(user).filter(state__in=OPEN).values("pk")
    held = Offer.objects.filter(said="", referral__in=theirs)
    resting = Wait.objects.filter(ended_at=None, referral__in=theirs).exclude(rests_since=None)
    places = reverse("places_waited_for")
    return [
        Line(_("A place is held: hear whether they want it"), held.count(), places, urgent=True),
        Line(_("Do they still wait for a place? Two were held, and nobody answered"), resting.count(), places),
        Line(_("Registers nobody sent in: ring the organiser"), _silent(theirs), reverse("session_list")),
    ]


def _silent(theirs: object) -> int:
    """Sessions whose link has closed without a word from the organiser, in the days that the list shows."""
    now = timezone.now()
    said = Attendance.objects.filter(occasion=OuterRef("pk"), said_by=Says.ORGANISER)
    over = Occasion.objects.filter(called_off_at=None, ends_at__lt=now - GIVEN, starts_at__gt=now - BACK)
    rows = over.filter(~Exists(said), referral__in=theirs)
    return rows.values("register_id").distinct().count()
