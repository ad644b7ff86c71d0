"""What came of a check: said by the person, or found out by whoever rang or knocked. Every write of it."""

import uuid

from django.db import transaction
from django.utils import timezone

from connect.messaging.models import Link
from connect.people.models import User
from referrals.actions import ReferralError
from referrals.crisis import actions, letters
from referrals.crisis.models import Crisis, CrisisCheck, CrisisSaid
from referrals.crisis.states import BY_THEMSELVES, Said, Way
from referrals.models import Referral
from referrals.person import consenting
from referrals.person.states import How
from referrals.refusals import SomebodyWasFaster
from referrals.safety import words as safety
from referrals.safety.states import Door
from referrals.states import Purpose, Says


class Over(ReferralError):
    """The crisis is over, or nobody is to look in on them any more."""


@transaction.atomic
def note(
    check: CrisisCheck, *, said: str, way: str, words: str = "", known: int, key: uuid.UUID, by: User
) -> CrisisCheck:
    """What a worker found out. `known` is how many lines the page showed: a newer one is looked at first.

    Raises SomebodyWasFaster where there is a newer one, Over where there is nothing to note any more.
    """
    check = _open(check)
    if CrisisSaid.objects.filter(pk=key).exists():
        return check  # the same form, sent twice
    if known != check.answers.count():
        raise SomebodyWasFaster
    _write(check, said=said, said_by=Says.CONNECTOR, way=way, words=words, by=by, key=key)
    if said == Said.NOT_REACHED:
        still = check.said if check.said in (Said.RING, Said.NEEDS) else said
        return _stands(check, still, tries=check.tries + 1, done=False)
    letters.unsay(check)
    return _stands(check, said, done=said == Said.WELL)


@transaction.atomic
def seen_to(check: CrisisCheck, *, words: str, known: int, key: uuid.UUID, by: User) -> CrisisCheck:
    """What they needed is there: a colleague, a neighbour or a service sees to it."""
    check = _open(check)
    if CrisisSaid.objects.filter(pk=key).exists():
        return check
    if known != check.answers.count() or check.said != Said.NEEDS:
        raise SomebodyWasFaster
    _write(check, said=Said.NOTHING, said_by=Says.CONNECTOR, way=Way.PHONE, words=words, by=by, key=key)
    return _stands(check, Said.NEEDS, done=True)


@transaction.atomic
def rather_not(check: CrisisCheck, *, by: User) -> None:
    """They do not want to be checked on: their yes is taken back, which ends this and every later check."""
    consenting.take_back(check.referral, purpose=Purpose.CRISIS, by=by, how=How.PHONE)


@transaction.atomic
def answered(check: CrisisCheck, *, said: str, words: str = "", way: str = Way.LINK, link: Link) -> CrisisCheck:
    """The person, by their own link or by text. Pressed twice it is once; words are read by a human with a name."""
    check = CrisisCheck.objects.select_for_update(no_key=True, of=("self",)).get(pk=check.pk)
    if said not in BY_THEMSELVES or check.ended_at:
        raise Over
    if said != check.said or words.strip():
        _write(check, said=said, said_by=Says.PERSON, way=way, words=words[:500])
        referral = Referral.objects.select_related("team__organisation", "connector").get(pk=check.referral_id)
        safety.heard(words, referral=referral, where=Door.REPLY, link_id=link.pk)
    if said == check.said or check.said == Said.NEEDS:  # what somebody found out that they need is not gone by this
        return check
    if said == Said.WELL:
        return _stands(check, said, done=True)
    return _stands(check, said, done=False, told_at=None, escalated_at=None, lead_by=min(check.lead_by, actions.soon()))


def _open(check: CrisisCheck) -> CrisisCheck:
    row = CrisisCheck.objects.select_for_update(no_key=True, of=("self",)).get(pk=check.pk)
    if row.ended_at or not Crisis.objects.on().filter(pk=row.crisis_id).exists():
        raise Over
    return row


def _write(check: CrisisCheck, *, key: uuid.UUID | None = None, **said: object) -> None:
    row = CrisisSaid(id=key or uuid.uuid4(), check_of=check, referral_id=check.referral_id, **said)
    row.save(force_insert=True)


def _stands(check: CrisisCheck, said: str, *, done: bool, **changes: object) -> CrisisCheck:
    now = timezone.now()
    changes |= {"said": said, "said_at": now, "done_at": now if done else None}
    CrisisCheck.objects.filter(pk=check.pk).update(**changes)
    check.refresh_from_db()
    return check
