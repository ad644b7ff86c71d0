"""Around a session, to others than the person: the organiser the day before, and everybody when it is called off."""

from datetime import time, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.utils import timezone

from connect.messaging import hours
from connect.messaging.models import Link
from connect.one_by_one import one_by_one
from referrals.belonging import Occasion
from referrals.models import Consent
from referrals.person.states import HOLDS
from referrals.sessions import actions, writing
from referrals.sessions.going_on import FULL
from referrals.sessions.models import SessionOff
from referrals.sessions.states import CalledOff
from referrals.states import OPEN, Purpose

FROM = time(10)
LOOKED_AHEAD = timedelta(hours=40)


def follow_called_off() -> int:
    keys = SessionOff.objects.filter(followed_at=None).order_by("said_at", "pk").values_list("pk", flat=True)
    return one_by_one(keys, _follow, "called off session")


def tell_of_tomorrow() -> int:
    """Each organiser, the day before: a link to who is coming. A link for that session is the mark that it was done."""
    now = timezone.now()
    coming = Occasion.objects.filter(called_off_at=None, starts_at__gt=now, starts_at__lte=now + LOOKED_AHEAD)
    told = Link.objects.filter(purpose="register", subject=OuterRef("register_id"))
    # whom a befriender visits, nobody else expects
    coming = coming.filter(connection__befriender_matches=None)
    # nor is a group looked at again each pulse to which nothing may be said; whether it may is looked at there
    yes = Consent.objects.filter(referral=OuterRef("referral"), purpose=Purpose.CONTACT, decision__in=HOLDS)
    coming = coming.filter(Exists(yes), referral__state__in=OPEN).exclude(service__contact_email="")
    rows = coming.filter(~Exists(told)).order_by("starts_at", "register_id").values_list("register_id", "starts_at")
    hour = FROM if settings.QUIET_HOURS else time(0)
    due = {register: None for register, at in rows if hours.day_before(at, hour) <= now}
    return one_by_one(due, _tell, "organiser of register")


def _tell(register_id: UUID) -> bool:
    rows = Occasion.objects.of_register(register_id).filter(called_off_at=None).select_related(*FULL)
    held = list(rows.prefetch_related("referral__consents").select_for_update(of=("self",), no_key=True))
    if Link.objects.filter(purpose="register", subject=register_id).exists():
        return False  # another sweep was faster
    return writing.coming_up(held)


def _follow(pk: UUID) -> bool:
    """Once: the row is held while its people are gone through, and marked in the same transaction."""
    off = SessionOff.objects.select_for_update(skip_locked=True, no_key=True).filter(pk=pk, followed_at=None).first()
    if off is None:
        return False
    rows = Occasion.objects.filter(service=off.service_id, starts_at=off.starts_at, called_off_at=None)
    for occasion in rows.select_related(*FULL):
        actions.call_off(occasion, why=CalledOff.ORGANISER)
    SessionOff.objects.filter(pk=pk).update(followed_at=timezone.now())
    return True
