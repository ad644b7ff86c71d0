"""What somebody answered to a listing's questions is kept, shown to its organiser with their yes, and hidden again."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from connect.people.models import User
from directory.models import Question, Service
from directory.wanting.states import Reader
from referrals.belonging import Connection
from referrals.models import Referral, Wanting
from referrals.person import consenting, consents
from referrals.person.states import Decision
from referrals.states import Purpose

LONGEST_NAME = 100


@transaction.atomic
def keep(
    referral: Referral, *, service: Service, answers: Iterable[tuple[Question, str]], agreed: bool, by: User
) -> list[Wanting]:
    """Beside the connection with that group. Answered again, the newer words stand; `agreed` is the person's yes."""
    connection = Connection.objects.filter(referral=referral, service=service).first()
    if connection is None:  # nothing came of it yet
        return []
    agreed = agreed and not referral.person.restricted
    kept = [_kept(connection, one, words, agreed, by) for one, words in answers]
    if any(one.shown for one in kept):
        _with_their_yes(referral, service, by)
    return kept


def _kept(connection: Connection, question: Question, words: str, agreed: bool, by: User) -> Wanting:
    shown = agreed and question.seen_by == Reader.ORGANISER
    now = {"words": words, "shown": shown, "by": by, "said_at": timezone.now(), "referral_id": connection.referral_id}
    row, _new = Wanting.objects.update_or_create(connection=connection, question=question, defaults=now)
    return row


def _with_their_yes(referral: Referral, service: Service, by: User) -> None:
    """For this group by name; one that holds from the same introduction is not asked for twice."""
    recipient = service.name[:LONGEST_NAME]
    latest = consents.latest(Referral.objects.get(pk=referral.pk)).get((Purpose.TELL_GROUP, recipient))
    if latest is None or not latest.is_given:
        consenting.record(
            referral, purpose=Purpose.TELL_GROUP, recipient=recipient, decision=Decision.GIVEN, by=by,
            note="answers to what the group asks",
        )  # fmt: skip
