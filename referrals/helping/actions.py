"""Every step of a small help: asked for, offered, introduced, done, thanked. How one ends is in ending.py."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from connect.people.models import User
from referrals.actions import ReferralError, held
from referrals.helping import letters
from referrals.helping.ending import recipient
from referrals.helping.models import HelpOffer, HelpRequest
from referrals.helping.states import Said, Standing
from referrals.models import Referral
from referrals.person import consenting
from referrals.person.states import Decision, How
from referrals.refusals import NotAgreed, SomebodyWasFaster
from referrals.states import OPEN, Purpose


class Guarded(ReferralError):
    """Somebody restricted is not put on a board: it is done by word of mouth."""


class NotOpen(ReferralError):
    """Nothing more is done for them, or nobody has spoken with them yet."""


@transaction.atomic
def post(referral: Referral, *, agreed: bool, by: User, made: Mapping[str, Any], **said: object) -> HelpRequest:
    """On the board of the organisation's helpers, with the person's yes and nothing that says who they are."""
    referral = held(referral)
    if referral.person.restricted:
        raise Guarded
    if referral.state not in OPEN:
        raise NotOpen
    if not agreed or not referral.agreed_to(Purpose.CONTACT):
        raise NotAgreed
    return HelpRequest.objects.create(
        referral=referral, team_id=referral.team_id, organisation_id=referral.team.organisation_id,
        ward_id=referral.ward_id, posted_by=by, **said, **made,
    )  # fmt: skip


@transaction.atomic
def offer(request: HelpRequest, *, words: str, by: User, made: Mapping[str, Any]) -> None:
    """Offered again after taking it back, the offer stands again."""
    if not HelpRequest.objects.board(by).filter(pk=request.pk).exists():
        raise SomebodyWasFaster
    mine = HelpOffer.objects.filter(request=request, helper=by)
    if not mine.update(words=words, said=Said.OFFERED, at=timezone.now()):
        HelpOffer.objects.create(request=request, helper=by, words=words, **made)


@transaction.atomic
def take_back(offer: HelpOffer, *, by: User) -> None:
    HelpOffer.objects.filter(pk=offer.pk, helper=by, said=Said.OFFERED).update(said=Said.BACK)


@transaction.atomic
def introduce(request: HelpRequest, *, offer: HelpOffer, name: str, told: str, agreed: bool, by: User) -> None:
    """One helper is told a first name and what they need; the others that somebody helps. The person said yes to them.

    Raises NotAgreed; and SomebodyWasFaster when it is no longer open, or the offer was taken back meanwhile.
    """
    if not agreed:
        raise NotAgreed
    now = {"standing": Standing.MATCHED, "helper": offer.helper_id, "name": name, "told": told}
    rows = HelpRequest.objects.filter(pk=request.pk, standing=Standing.OPEN)
    chosen = HelpOffer.objects.filter(pk=offer.pk, request=request, said=Said.OFFERED).update(said=Said.CHOSEN)
    if not chosen or not rows.update(**now, matched_at=timezone.now()):
        raise SomebodyWasFaster
    HelpOffer.objects.filter(request=request, said=Said.OFFERED).update(said=Said.NOT_NEEDED)
    consenting.record(
        request.referral, purpose=Purpose.TELL_GROUP, recipient=recipient(offer.helper), decision=Decision.GIVEN, by=by,
        how=How.PHONE, note="small help",
    )  # fmt: skip
    request.refresh_from_db()
    letters.chosen(request)


@transaction.atomic
def done(request: HelpRequest, *, took: int | None) -> None:
    rows = HelpRequest.objects.filter(pk=request.pk, standing=Standing.MATCHED)
    if not rows.update(standing=Standing.DONE, done_at=timezone.now(), took=took):
        raise SomebodyWasFaster


@transaction.atomic
def thank(request: HelpRequest, *, words: str) -> None:
    rows = HelpRequest.objects.filter(pk=request.pk, standing=Standing.DONE, thanked_at=None)
    if not rows.update(thanks=words, thanked_at=timezone.now()):
        raise SomebodyWasFaster
    request.refresh_from_db()
    letters.thanks(request)
