"""Whom a document is for, and so how much of it the person's own yes lets through."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from referrals.hearing.actions import detail_for, why_unwritten
from referrals.hearing.states import Detail, WhyNot
from referrals.models import Referral
from referrals.person import consents
from referrals.states import Purpose

SHARED = Detail.FULL + 1  # whom they named may be told how they are: scores too
NO_PAPER = {WhyNot.RESTRICTED, WhyNot.THEMSELVES, WhyNot.NO_CONSENT}


@dataclass(frozen=True)
class Recipient:
    """`key` is the answer that names them; None for whoever asked, or for the team's own file."""

    name: str
    detail: int
    key: UUID | None = None
    is_team: bool = False


def team(referral: Referral) -> Recipient:
    """The referral itself goes to those who were asked."""
    return Recipient(str(referral.team), SHARED, is_team=True)


def asker(referral: Referral) -> Recipient | None:
    """None where nothing may be written to them: the person themselves, a restricted person, no yes to a relative."""
    if why_unwritten(referral) in NO_PAPER:
        return None
    return Recipient(referral.asked_by or _("whoever asked"), detail_for(referral))


def named(referral: Referral) -> list[Recipient]:
    """Those whom they named, while their yes holds."""
    if referral.named is not None:
        return []
    given = [one for one in consents.latest(referral).values() if one.purpose == Purpose.SHARE and one.is_given]
    return [Recipient(one.recipient, SHARED, one.pk) for one in given if one.recipient]


def all_of(referral: Referral) -> list[Recipient]:
    first = asker(referral)
    return [*([first] if first else []), *named(referral)]
