"""Every free word from outside is given to a human with a name, and a clock. Nothing else follows by itself."""

import logging
import uuid

from django.db import transaction
from django.utils import timezone

from connect.people.models import Team, User
from referrals.models import Referral
from referrals.safety import clock, danger, readers
from referrals.safety.models import Heard

log = logging.getLogger(__name__)
HOURS_TO_READ = 4  # working hours


class ReadBefore(Exception):
    """A colleague has read it a moment ago, and said what they did."""


@transaction.atomic
def heard(
    text: str,
    *,
    referral: Referral | None = None,
    by: User | None = None,
    where: str = "",
    link_id: uuid.UUID | None = None,
    team: Team | None = None,
) -> Heard | None:
    """File these words for whoever must read them; None when there are none.

    Call it in the transaction that takes the words. `where` is a Door, or a few words of your own; `by` the worker with
    an account who wrote them, `link_id` the link they came through. Without a referral, say for which `team`.
    """
    if not text.strip():
        return None
    team = team or (referral.team if referral else None)
    if team is None:
        raise ValueError("say about which referral, or for which team")
    reader, because, now = readers.reader_of(referral, team), danger.found(text), timezone.now()
    row = Heard(
        referral=referral,
        team=team,
        text=text,
        door=where[:40],
        by=by,
        link_id=link_id,
        danger=bool(because),
        because=because,
        reader=reader,
        at=now,
        due_at=clock.after(now, HOURS_TO_READ, team.organisation.nation),
        named=referral.named if referral else None,
    )
    Heard.objects.bulk_create([row])
    if reader is None:
        log.error("nobody leads team %s: words wait for nobody", team.pk)
    return row


@transaction.atomic
def read(row: Heard, *, by: User, did: str, note: str = "") -> Heard:
    """Somebody has read it, and says what they did. Once; whoever comes second sees who was first."""
    mine = Heard.objects.visible_to(by).select_for_update(of=("self",), no_key=True)
    now = mine.filter(pk=row.pk).first()
    if now is None:
        raise Heard.DoesNotExist
    if now.read_at is not None:
        raise ReadBefore
    now.read_at, now.read_by, now.did, now.note = timezone.now(), by, did, note
    now.save(update_fields=["read_at", "read_by", "did", "note"])
    return now


def follow_the_list(person_id: uuid.UUID) -> None:
    """Who may know of somebody has changed: what is filed about them too; unread words pass to somebody who may."""
    about = Heard.objects.filter(referral__person=person_id).select_related("referral__connector", "team", "reader")
    for row in about:
        Heard.objects.filter(pk=row.pk).update(named=row.referral.named)
        if row.read_at is None and row.referral.named is not None:
            _pass_on(row)


def _pass_on(row: Heard) -> None:
    named = row.referral.named
    if row.reader_id not in named:
        row.reader = readers.reader_of(row.referral, row.team)
    if row.escalated_to_id and row.escalated_to_id not in named:
        row.escalated_to = next(readers.leads_of(row.team, apart_from=row.reader, about=row.referral), row.reader)
    Heard.objects.filter(pk=row.pk).update(reader=row.reader, escalated_to=row.escalated_to)
