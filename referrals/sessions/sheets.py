"""A register comes in: by the organiser's link, or keyed in from paper. A part is enough; sent twice, it is once."""

import uuid
from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from connect.keyed import earlier
from connect.people.models import User
from directory.keeping import asking
from referrals.belonging import Occasion
from referrals.going import actions as going
from referrals.safety import words as safety
from referrals.sessions.forms import Row
from referrals.sessions.models import Noted, Sheet
from referrals.states import Says

WHERE = "register"


@transaction.atomic
def take_in(
    expected: list[Occasion],
    *,
    said: Mapping[UUID, Row],
    made: Mapping[str, object],
    altogether: int | None = None,
    free: int | None = None,
    words: str = "",
    by: User | None = None,
    link_id: UUID | None = None,
) -> Sheet:
    """What the organiser says of these people; `by` is whoever keyed it in for them.

    The same content under the same key is taken in once. What was changed and sent again under that key counts anew.
    """
    key = uuid.uuid5(made["key"], str(made["content_hash"]))
    if sent := earlier(Sheet, key):
        return sent
    register = expected[0].register_id
    sheet = Sheet(register_id=register, altogether=altogether, by=by, **{**made, "key": key})
    Sheet.objects.bulk_create([sheet], ignore_conflicts=True)
    if (sent := earlier(Sheet, key)) and sent.pk != sheet.pk:
        return sent  # pressed twice at one moment
    for one in expected:
        _take(one, said.get(one.pk, Row()), sheet, by)
    if free is not None:
        service = expected[0].service
        asking.say_room(service, schedule=None, available=free, said_by_name=service.contact_name, by=by)
    if words.strip():
        safety.heard(words, referral=expected[0].referral, by=by, where=WHERE, link_id=link_id)
    return sheet


def _take(occasion: Occasion, row: Row, sheet: Sheet, by: User | None) -> None:
    if row.came and occasion.starts_at <= timezone.now():
        going.answer(occasion, said_by=Says.ORGANISER, answer=row.came, by=by)
    noted = list(occasion.noted.all())
    was = (noted[-1].fee, noted[-1].transport) if noted else ("", "")
    if (row.fee, row.way) != was:
        Noted.objects.create(
            occasion=occasion, referral_id=occasion.referral_id, sheet=sheet, fee=row.fee, transport=row.way, by=by
        )
