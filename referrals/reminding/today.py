"""What a connector or a lead is reminded of, as lines of their day."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from connect.people.access import may
from connect.people.models import User
from referrals.caseload.today import Line
from referrals.models import Consent, Referral
from referrals.reminding import undelivered
from referrals.states import Next, State

SILENT = timedelta(days=28)  # nobody of ours reached them for so long, though they are with somebody
SOON = timedelta(days=30)  # a yes runs out: time enough to ask when one speaks with them anyway


def lines(user: User) -> list[Line]:
    if not may(user, "MESSAGE_STATE"):
        return []
    mine, caseload = Referral.objects.caseload_of(user).still_open(), reverse("caseload")
    return [
        Line(_("Messages that may not have arrived"), undelivered.of(user).count(), reverse("not_arrived"), plain=True),
        Line(_("First calls to make"), first_calls(mine), f"{caseload}?view=due&state=accepted&now=", plain=True),
        Line(_("Nobody of ours has reached them for four weeks"), silent(mine),
             f"{caseload}?view=everyone&order=silent", plain=True),
        Line(_("with a yes that runs out this month: ask when you speak"), running_out(mine), caseload, plain=True),
    ]  # fmt: skip


def first_calls(mine: QuerySet[Referral]) -> int:
    """Accepted, and due to be rung by today."""
    due = Q(next_on=None) | Q(next_on__lte=timezone.localdate())
    return mine.filter(due, state=State.ACCEPTED, first_contact_at=None).count()


def silent(mine: QuerySet[Referral]) -> int:
    """Spoken with once, and not for long; whoever rests, or is on their way to a session, is not meant."""
    since = timezone.now() - SILENT
    going = Q(next_step=Next.SESSION, next_on__gte=timezone.localdate())
    rows = mine.filter(state__in=[State.CONTACTED, State.ACTIVE]).exclude(going).with_last_contact()
    return rows.filter(Q(last_spoke_at__lt=since) | Q(last_spoke_at=None, submitted_at__lt=since)).count()


def running_out(mine: QuerySet[Referral]) -> int:
    later = Consent.objects.filter(
        referral=OuterRef("referral"), purpose=OuterRef("purpose"), recipient=OuterRef("recipient"),
        number__gt=OuterRef("number"),
    )  # fmt: skip
    today = timezone.localdate()
    soon = Consent.objects.filter(referral=OuterRef("pk"), review_on__gte=today, review_on__lte=today + SOON)
    return mine.filter(Exists(soon.filter(~Exists(later)))).count()
