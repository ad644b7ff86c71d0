"""Somebody of ours goes alone: plan, arrive, stay longer, leave, call off; and the alarm when nobody comes out."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from connect.messaging import messages
from connect.one_by_one import one_by_one
from connect.people.models import Membership, User
from connect.people.roles import Role
from connect.templatetags import look
from referrals.actions import ReferralError
from referrals.case.models import TO_LEAD, Visit
from referrals.models import Referral

LONGER = timedelta(minutes=30)
MOBILE = ("07", "+447")
FULL = ("who", "buddy")


class VisitIsOver(ReferralError):
    """It was left or called off a moment ago."""


def plan(referral: Referral, *, by: User, made: Mapping[str, object], **said: object) -> Visit:
    """Who goes where, until when, and who looks out for them. The same form twice is one visit."""
    fields = {"referral": referral, "made_by": by, "guarded": referral.person.restricted, **said, **made}
    visit, _new = Visit.objects.get_or_create(key=fields.pop("key"), defaults=fields)
    return visit


def arrive(visit: Visit) -> None:
    """Pressed at the door; a second press changes nothing."""
    _open(visit).filter(arrived_at=None).update(arrived_at=timezone.now())


@transaction.atomic
def leave(visit: Visit) -> None:
    """Out again: whatever alarm has not left yet will not."""
    if not _open(visit).update(left_at=timezone.now()):
        return
    _calm(visit)


@transaction.atomic
def call_off(visit: Visit) -> None:
    """It does not take place."""
    if _open(visit).update(called_off_at=timezone.now()):
        _calm(visit)


@transaction.atomic
def stay_longer(visit: Visit) -> Visit:
    """Half an hour more from now, or from when it was to end: and the alarm is set anew."""
    until = max(visit.ends_at, timezone.now()) + LONGER
    if not _open(visit).update(ends_at=until, buddy_told_at=None, lead_told_at=None):
        raise VisitIsOver
    _calm(visit)
    visit.refresh_from_db()
    return visit


def _open(visit: Visit) -> object:
    return Visit.objects.filter(pk=visit.pk).not_over()


def _calm(visit: Visit) -> None:
    for whom in ("buddy", "lead"):
        for channel in ("sms", "email"):
            messages.cancel(cause=f"{_cause(visit, whom)}:{channel}")


def _cause(visit: Visit, to: str) -> str:
    """One alarm for each end that was agreed: whoever stays longer can be late again."""
    return f"visit:{to}:{visit.pk}:{visit.ends_at.timestamp():.0f}"


def raise_alarms() -> int:
    """The buddy a quarter of an hour after the end, the lead after half an hour; each once."""
    late = Visit.objects.overdue().filter(lead_told_at=None).order_by("ends_at", "pk")
    return one_by_one(late.values_list("pk", flat=True), _alarm, "the alarm of visit")


def _alarm(pk: UUID) -> int:
    rows = Visit.objects.select_for_update(skip_locked=True, of=("self",)).select_related(*FULL)
    visit = rows.filter(pk=pk).overdue().first()
    return _tell(visit) if visit else 0


def _tell(visit: Visit) -> int:
    now, told = timezone.now(), 0
    if visit.buddy_told_at is None:
        _write(visit, visit.buddy, "buddy")
        Visit.objects.filter(pk=visit.pk).update(buddy_told_at=now)
        told += 1
    if visit.lead_told_at is None and visit.ends_at <= now - TO_LEAD:
        for lead in leads_of(visit):
            _write(visit, lead, "lead")
        Visit.objects.filter(pk=visit.pk).update(lead_told_at=now)
        told += 1
    return told


def leads_of(visit: Visit) -> list[User]:
    team = Referral.objects.filter(pk=visit.referral_id).values("team")
    found = Membership.objects.current().filter(team__in=team, role=Role.TL).select_related("user")
    return [one.user for one in found.order_by("user__name")]


def _write(visit: Visit, to: User, whom: str) -> None:
    """By text and by e-mail: who is late and their phone, and nothing about the person they went to see."""
    until = look.clock(visit.ends_at)
    context = {"name": to.first_name, "who": visit.who.name, "phone": visit.phone, "until": until}
    ways = [("sms", to.phone)] if to.phone.replace(" ", "").startswith(MOBILE) else []
    for channel, address in [*ways, ("email", to.email)]:
        messages.queue(
            recipient_key=to.pk,
            cause=f"{_cause(visit, whom)}:{channel}",
            channel=channel,
            to=address,
            template=f"visit_overdue_{whom}",
            context=context,
        )
